import CNVMeHost
import Glibc
import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// The device's life: determinism, its thread, closing.
@Suite struct DeviceLifeTests {
    /// A run of commands with jitter; the order and times of the completions.
    private func trace(seed: UInt64) throws -> [UInt64] {
        let host = try RawHost(
            RawHost.profile {
                $0.seed = seed
                $0.latency.read = 80_000
                $0.latency.write = 20_000
                $0.latency.jitterPercent = 50
            })
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        for index in 0..<20 {
            try host.submit(host.transfer(index % 3 == 0 ? .write : .read, lba: 0, blocks: 1, data), to: queue)
        }
        var trace: [UInt64] = []
        while let entry = try host.completion(on: queue) {
            trace.append(UInt64(entry.commandID) << 48 | host.ssd.nanoseconds)
        }
        return trace
    }

    @Test func sameSeedGivesTheSameRun() throws {
        let first = try trace(seed: 7)
        #expect(first.count == 20)
        #expect(try trace(seed: 7) == first)
    }

    @Test func anotherSeedGivesAnotherRun() throws {
        #expect(try trace(seed: 7) != (try trace(seed: 8)))
    }

    @Test func threadExecutesCommandsOnItsOwn() throws {
        let host = try RawHost(RawHost.profile { $0.clock = .real })
        let queue = try host.makeQueue(1)
        for _ in 0..<100 { #expect(try host.code(SubmissionQueueEntry(.flush, nsid: 1), on: queue) == .success) }
    }

    /// As another process does it, which has the memory at another address.
    @Test func doorbellThatIsRungThroughAnotherMappingWakesTheDevice() throws {
        let host = try RawHost(RawHost.profile { $0.clock = .real })
        let queue = try host.makeQueue(1)
        let doorbells = host.ssd.doorbells
        let other = try SharedMemory(
            fileDescriptor: dup(doorbells.memory.fileDescriptor), byteCount: doorbells.memory.byteCount)
        let sleeper = (other.base + doorbells.sleeperOffset).assumingMemoryBound(to: UInt32.self)
        let cell = other.base + (RegisterOffset.submissionTail(queue: 1) - RegisterOffset.submissionTail(queue: 0))
        for index in 0..<10 {
            while !host.ssd.isAsleep { sched_yield() }
            _ = try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue, ring: false)
            try Doorbell(cell: cell, sleeper: sleeper, owner: other).ring(UInt32(index + 1))
            #expect(try #require(try host.completion(on: queue)).status.isSuccess)
        }
    }

    @Test func registerAccessIsPossibleWhileTheDeviceIsBusy() throws {
        let host = try RawHost(RawHost.profile { $0.clock = .real })
        let queue = try host.makeQueue(1)
        for _ in 0..<2000 {
            try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
            #expect(try host.status.ready)
            _ = try host.completion(on: queue)
        }
    }

    @Test func idleThreadSleeps() throws {
        let host = try RawHost(RawHost.profile { $0.clock = .real })
        _ = try host.run(SubmissionQueueEntry(.abort))
        // The announcement of sleep is what a doorbell looks at; it is set once the thread has nothing to do.
        let deadline = nvme_monotonic_nanoseconds() + 5_000_000_000
        // It may wake again at once, so what counts is that it slept.
        var hasSlept = false
        while !hasSlept, nvme_monotonic_nanoseconds() < deadline {
            hasSlept = host.ssd.isAsleep
            sched_yield()
        }
        #expect(hasSlept)
        #expect(try host.code(SubmissionQueueEntry(.abort)) == .success)
    }

    @Test func timedEventsWakeTheThread() throws {
        let host = try RawHost(
            RawHost.profile {
                $0.clock = .real
                $0.latency.other = 5_000_000
            })
        let queue = try host.makeQueue(1)
        let before = nvme_monotonic_nanoseconds()
        #expect(try host.code(SubmissionQueueEntry(.flush, nsid: 1), on: queue) == .success)
        #expect(nvme_monotonic_nanoseconds() - before >= 5_000_000)
    }

    @Test func closeIsIdempotentAndLeavesAClosedFunction() throws {
        let ssd = try EmulatedSSD(profile: RawHost.profile { $0.clock = .real })
        ssd.close()
        ssd.close()
        #expect(!ssd.isPresent)
        #expect(throws: PCIeError.closed(address: "emu")) { try ssd.readRegister(bar: 0, at: 0, width: .dword) }
    }

    @Test func closedDevicesDoorbellIsHarmless() throws {
        let ssd = try EmulatedSSD(profile: RawHost.profile { $0.clock = .real })
        let doorbell = try ssd.doorbell(at: RegisterOffset.submissionTail(queue: 0))
        ssd.close()
        try doorbell.ring(1)
        #expect(!ssd.isPresent)
    }
}
