import EmulatedSSD
import NVMe
import PCIExpress
import Testing

/// Fused operations (NVMe Base 2.0 §3.4.2): the halves lie next to each other, and the controller never meets the first alone.
@Suite("Fused pairs")
struct FusedTests {
    private func half(_ opcode: NVMOpcode, _ fuse: FusedOperation) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode, nsid: 1)
        command.fusedOperation = fuse
        command.startingLBA = 3
        return command
    }

    @Test(arguments: ["emu:small", "emu:small?clock=virtual"])
    func halvesSentOneByOneAreAPair(address: String) throws {
        let ssd = try EmulatedSSD(address: address)
        defer { ssd.close() }
        let controller = Controller(ssd)
        try controller.initialise()
        let namespace = try controller.namespace(1)
        let queue = try controller.makeQueuePair(depth: 64)
        let buffer = try controller.makeBuffer(512)
        for _ in 0..<100 {
            try namespace.send(queue, half(.compare, .first), buffer)
            try namespace.send(queue, half(.write, .second), buffer)
            #expect(try queue.completions(2).map(\.code) == [.success, .success])
        }
    }

    @Test func deviceIsToldOfBothHalvesAtOnce() throws {
        let device = try ScriptedDevice()
        let queue = try device.controller().smallQueuePair()
        try queue.send(half(.compare, .first))
        #expect(!device.step())
        try queue.send(half(.write, .second))
        #expect(device.step())
        try queue.wait(2)
    }

    /// A script that tests what a device makes of it.
    @Test func firstHalfAloneIsSentByTheWait() throws {
        let queue = try ScriptedDevice().controller().smallQueuePair()
        try queue.send(half(.compare, .first)).wait()
        #expect(queue.outstanding == 0)
    }

    @Test func compareAndWriteWritesWhereTheBlocksAreEqual() throws {
        try TestDevice.embedded.runIO { (bench) throws in
            try bench.first.fill(with: .ones)
            try bench.namespace.compareAndWrite(bench.queue, compare: bench.second, write: bench.first, lba: 5).wait(2)
            try bench.namespace.compare(bench.queue, bench.first, lba: 5).wait()
            try bench.namespace.compareAndWrite(bench.queue, compare: bench.second, write: bench.second, lba: 5)
            #expect(try bench.queue.completions(2).map(\.code) == [.compareFailure, .abortedFailedFused])
        }
    }

    @Test func pairThatDoesNotFitIsNotSentAtAll() throws {
        try TestDevice.embedded.runIO { (bench) throws in
            for _ in 0..<14 { try bench.namespace.flush(bench.queue) }
            #expect(throws: NVMeError.queueFull(queue: bench.queue.id, outstanding: 14)) {
                try bench.namespace.compareAndWrite(bench.queue, compare: bench.first, write: bench.first, lba: 0)
            }
            try bench.queue.wait(14)
        }
    }

    @Test func secondHalfThatCannotBeSentTakesTheFirstBack() throws {
        try TestDevice.embedded.runIO { (bench) throws in
            bench.second.offset = 1
            #expect(throws: NVMeError.self) {
                try bench.namespace.compareAndWrite(bench.queue, compare: bench.first, write: bench.second, lba: 0)
            }
            #expect(bench.queue.outstanding == 0)
            try bench.namespace.read(bench.queue, bench.first, lba: 0).wait()
        }
    }

    /// Verification keeps the first half back until the write before it has completed; the second can never be sent.
    @Test func secondHalfThatIsRefusedTakesTheFirstBackAlsoWhereThatWaits() throws {
        try TestDevice.embedded.runIO { (bench) throws in
            try bench.namespace.startVerification()
            let tooLarge = try bench.controller.makeBuffer(4 << 20)
            try bench.namespace.write(bench.queue, bench.first, lba: 8)
            #expect(throws: NVMeError.transferTooLarge(byteCount: 4 << 20, limit: 506 * 4096)) {
                try bench.namespace.compareAndWrite(bench.queue, compare: bench.second, write: tooLarge, lba: 8)
            }
            #expect(bench.queue.outstanding == 1)
            try bench.queue.wait()
            #expect(bench.queue.outstanding == 0)
            // Neither a slot nor the blocks are still taken.
            for _ in 0..<15 { try bench.namespace.write(bench.queue, bench.first, lba: 8) }
            try bench.queue.wait(15)
            #expect(bench.queue.commandLog.entries().allSatisfy { $0.command.nvmOpcode != .compare })
        }
    }

    /// Blocks beyond those that are remembered are nobody's concern: the first half need not wait, but the second does.
    @Test(arguments: [false, true]) func firstHalfWaitsForASecondThatWaits(isPair: Bool) throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual&seed=7")
        let controller = Controller(ssd)
        try controller.initialise()
        let namespace = try controller.namespace(1)
        try namespace.startVerification(blocks: 16)
        let queue = try controller.makeQueuePair(depth: 16)
        let buffers = try (0..<3).map { _ in try controller.makeBuffer(512) }
        var (compare, write) = (half(.compare, .first), half(.write, .second))
        compare.startingLBA = 100
        write.startingLBA = 8
        try namespace.write(queue, buffers[0], lba: 8)
        if isPair {
            try namespace.sendFused(queue, compare, buffers[1], write, buffers[2])
        } else {
            try namespace.send(queue, compare, buffers[1])
            try namespace.send(queue, write, buffers[2])
        }
        let completions = try queue.completions(3)
        #expect(completions.map { NVMOpcode(rawValue: $0.command.opcode) } == [.write, .compare, .write])
        #expect(!completions.contains { $0.code == .abortedMissingFused })
        #expect(queue.outstanding == 0)
    }

    /// The device is gone for the moment of one doorbell.
    @Test func doorbellThatCannotBeRungSendsNeitherHalf() throws {
        let device = try ScriptedDevice { command, id, device in
            if command.adminOpcode == .identify { device.describeNamespace(at: command.prp1) }
            return [device.success(command, id)]
        }
        let controller = try device.controller()
        let queue = try controller.smallQueuePair()
        let namespace = try controller.namespace(1)
        device.failsDoorbells = true
        #expect(throws: NVMeError.self) {
            try namespace.sendFused(queue, half(.compare, .first), nil, half(.write, .second), nil)
        }
        device.failsDoorbells = false
        #expect(queue.outstanding == 0)
        #expect(try queue.send(.anything).wait().command.nvmOpcode == .flush)
        #expect(!device.step())
    }
}
