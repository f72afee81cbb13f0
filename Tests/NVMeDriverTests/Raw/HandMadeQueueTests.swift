import CNVMeHost
import EmulatedSSD
import NVMe
import Testing

@Suite("Queues made by hand", .serialized)
struct HandMadeQueueTests {
    private func read(_ id: UInt16, _ buffer: Buffer, lba: UInt64) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(NVMOpcode.read, nsid: 1)
        command.commandID = id
        command.prp1 = buffer.ioVirtualAddress
        command.startingLBA = lba
        return command
    }

    @Test(arguments: TestDevice.allCases)
    func twoSubmissionQueuesShareACompletionQueue(device: TestDevice) throws {
        try device.run { (controller) throws in
            let completions = try IOCompletionQueue(controller, id: 4, entries: 16)
            try completions.create()
            let buffer = try controller.makeBuffer(4096)
            for id in 4...5 as ClosedRange<UInt16> {
                let queue = try IOSubmissionQueue(controller, id: id, entries: 8, completionQueue: 4)
                try queue.create()
                try queue.write(read(id * 10, buffer, lba: 0), at: 0)
                try queue.ring(tail: 1)
                let entry = try completions.waitForEntry(Int(id) - 4)
                #expect(entry.sqID == id)
                #expect(entry.commandID == id * 10)
                #expect(entry.status.isSuccess)
            }
            try completions.ring(head: 2)
            for id in 4...5 as ClosedRange<UInt16> {
                try IOSubmissionQueue(controller, id: id, entries: 8, completionQueue: 4).delete()
            }
            try completions.delete()
        }
    }

    @Test(arguments: TestDevice.allCases)
    func scatteredQueueWorksWhereTheControllerAllowsIt(device: TestDevice) throws {
        try device.run { (controller) throws in
            guard try !controller.capabilities.contiguousQueuesRequired else { try Test.cancel("CAP.CQR is 1") }
            let completions = try IOCompletionQueue(controller, id: 1, entries: 512, layout: .scattered)
            try completions.create()
            let queue = try IOSubmissionQueue(
                controller, id: 1, entries: 256, completionQueue: 1, layout: .scattered)
            try queue.create()
            let buffer = try controller.makeBuffer(4096)
            for index in 0..<200 {
                try queue.write(read(UInt16(index), buffer, lba: 0), at: index)
                try queue.ring(tail: UInt32(index + 1))
                #expect(try completions.waitForEntry(index).commandID == UInt16(index))
            }
        }
    }

    /// The device is about to sleep at any of these moments; a doorbell that is a register write wakes it like any other.
    @Test func noDoorbellIsMissedWhileTheDeviceFallsAsleep() throws {
        let controller = Controller(try EmulatedSSD(address: "emu:small?seed=7"))
        try controller.initialise()
        let completions = try IOCompletionQueue(controller, id: 1, entries: 4096)
        try completions.create()
        let queue = try IOSubmissionQueue(controller, id: 1, entries: 4096, completionQueue: 1)
        try queue.create()
        for index in 0..<4000 {
            try queue.write(SubmissionQueueEntry(NVMOpcode.flush, nsid: 1), at: index)
            try queue.ring(tail: UInt32(index + 1))
            #expect(try completions.waitForEntry(index, limit: .seconds(3)).status.isSuccess)
            for _ in 0..<index &* 7919 % 4001 { nvme_pause() }
        }
        try controller.close()
    }

    @Test(arguments: TestDevice.allCases)
    func deletingACompletionQueueInUseIsRefused(device: TestDevice) throws {
        try device.run { (controller) throws in
            let completions = try IOCompletionQueue(controller, id: 1, entries: 4)
            try completions.create()
            try IOSubmissionQueue(controller, id: 1, entries: 4, completionQueue: 1).create()
            let error = #expect(throws: NVMeError.self) { try completions.delete() }
            guard case .status(let completion) = error else { throw try #require(error) }
            #expect(completion.code == .invalidQueueDeletion)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func queueOfOneEntryIsRefusedByTheDevice(device: TestDevice) throws {
        try device.run { (controller) throws in
            let error = #expect(throws: NVMeError.self) {
                try IOCompletionQueue(controller, id: 1, entries: 1).create()
            }
            guard case .status(let completion) = error else { throw try #require(error) }
            #expect(completion.code == .invalidQueueSize)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func resetWorksWithHandMadeQueuesInExistence(device: TestDevice) throws {
        try device.run { (controller) throws in
            try IOCompletionQueue(controller, id: 1, entries: 4).create()
            try IOSubmissionQueue(controller, id: 1, entries: 4, completionQueue: 1).create()
            try controller.reset()
            #expect(try controller.makeQueuePair(depth: 4).id == 1)
        }
    }

    @Test(arguments: [-1, 4, Int.max])
    func entryOutsideAQueueIsRefused(index: Int) throws {
        let controller = try ScriptedDevice().controller()
        let queue = try IOCompletionQueue(controller, id: 1, entries: 4)
        #expect(throws: NVMeError.self) { try queue.entry(index) }
    }

    @Test(arguments: [0, -1, 65_537, Int.max])
    func impossibleEntryCountIsRefused(entries: Int) throws {
        let controller = try ScriptedDevice().controller()
        #expect(throws: NVMeError.self) { try IOCompletionQueue(controller, id: 1, entries: entries) }
    }

    @Test func prpListHoldsAnyAddress() throws {
        let controller = try ScriptedDevice().controller()
        let list = try PRPList(controller, [0x1000, 0xDEAD_0000])
        list[2] = .max
        #expect([list[0], list[1], list[2], list[3]] == [0x1000, 0xDEAD_0000, .max, 0])
    }
}
