import EmulatedSSD
import NVMe
import PCIExpress
import Testing

/// Buffers that were made without a controller, or by another one.
@Suite("Buffers of the script and of other controllers")
struct SharedMemoryTests {
    private let first: Controller
    private let second: Controller
    private let queue: QueuePair

    init() throws {
        first = Controller(try EmulatedSSD(address: "emu:small?clock=virtual"))
        second = Controller(try EmulatedSSD(address: "emu:small?clock=virtual&seed=2"))
        try first.initialise()
        try second.initialise()
        queue = try second.makeQueuePair(depth: 8)
    }

    private func write(_ buffer: Buffer) throws {
        let namespace = try second.namespace(1)
        try buffer.fill(with: .dword(0x5A5A_5A5A))
        try namespace.write(queue, buffer, lba: 7).wait()
        let back = try second.makeBuffer(512)
        try namespace.read(queue, back, lba: 7).wait()
        #expect(back[...].bytes == [UInt8](repeating: 0x5A, count: 512))
    }

    @Test func bufferOfTheScriptWorksWithAnyController() throws {
        let buffer = try Buffer(512)
        try write(buffer)
        try first.namespace(1).write(try first.makeQueuePair(depth: 2), buffer, lba: 0).wait()
    }

    @Test func bufferOfAnotherControllerWorksToo() throws { try write(try first.makeBuffer(512)) }

    @Test func bufferOutlivesTheControllerThatMadeIt() throws {
        var third: Controller? = Controller(try EmulatedSSD(address: "emu:small?clock=virtual&seed=3"))
        let buffer = try #require(try third?.makeBuffer(512))
        try third?.close()
        third = nil
        try write(buffer)
    }

    @Test func bufferOfAnotherControllerHoldsMetadataAndQueuesToo() throws {
        let other = try first.makeBuffer(4096)
        try second.identify(other).wait()
        #expect(other.data(0...1) != 0)
        let command = try IOCompletionQueue(second, id: 3, entries: 8).createCommand()
        #expect(try second.send(command, other).completion().isSuccess)
    }

    /// What a device was never handed it does not reach: an address alone is not enough.
    @Test func addressOfMemoryThatWasNotHandedOverIsATransferError() throws {
        let other = try first.makeBuffer(4096)
        var command = SubmissionQueueEntry(NVMOpcode.read)
        command.nsid = 1
        command.prp1 = other.ioVirtualAddress
        #expect(try queue.send(command).completion().code == .dataTransferError)
        #expect(other[...].bytes.allSatisfy { $0 == 0 })
    }

    /// An address may stand in a list or a command that the script makes itself: nobody sees it there.
    @Test func bufferOfTheScriptIsReachedByItsAddressToo() throws {
        let buffer = try Buffer(4096, pattern: .ones)
        var command = SubmissionQueueEntry(NVMOpcode.read)
        command.nsid = 1
        command.prp1 = buffer.ioVirtualAddress
        try queue.send(command).wait()
        let third = Controller(try EmulatedSSD(address: "emu:small?clock=virtual&seed=3"))
        try third.initialise()
        try third.makeQueuePair(depth: 2).send(command).wait()
        #expect(buffer.data(0...7) == 0)
    }

    /// A queue pair of another device would reach the blocks there.
    @Test func queuePairOfAnotherDeviceIsRefused() throws {
        let namespace = try first.namespace(1)
        let buffer = try Buffer(512)
        #expect(throws: NVMeError.self) { try namespace.read(queue, buffer, lba: 0) }
        #expect(throws: NVMeError.self) { try namespace.send(queue, SubmissionQueueEntry(NVMOpcode.flush, nsid: 1)) }
        #expect(throws: NVMeError.self) { try namespace.compareAndWrite(queue, compare: buffer, write: buffer, lba: 0) }
        #expect(queue.outstanding == 0)
    }

    @Test func accessOutsideABufferOfTheScriptIsTold() throws {
        let buffer = try Buffer(16)
        buffer[16] = 1
        #expect(throws: NVMeError.self) { try buffer.checkAccesses() }
    }
}
