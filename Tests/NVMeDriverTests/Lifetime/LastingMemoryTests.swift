import NVMe
import PCIExpress
import Testing

/// Memory that the device goes on using after the command that told it of it has completed.
@Suite("Memory that outlasts its command")
struct LastingMemoryTests {
    /// A device that refuses the commands it is told to refuse.
    private final class Refusals { var opcodes: Set<AdminOpcode> = [] }

    private let refusals = Refusals()
    private let device: ScriptedDevice
    private let controller: Controller

    init() throws {
        device = try ScriptedDevice { [refusals] command, id, device in
            let isRefused = id == 0 && refusals.opcodes.contains(command.adminOpcode)
            return [device.entry(command, id, isRefused ? .invalidField : .success)]
        }
        controller = try device.controller()
    }

    private func isKept(_ address: UInt64) -> Bool { device.memory.arena.region(at: address) != nil }

    /// Tells the device of two pages, and forgets the buffer.
    private func configureDoorbells() throws -> UInt64 {
        let buffer = try controller.makeBuffer(8192)
        _ = try? controller.send(SubmissionQueueEntry(AdminOpcode.doorbellBufferConfig), buffer).wait()
        return buffer.ioVirtualAddress
    }

    /// NVMe Base 2.3 §5.3.5: the controller reads and writes the buffers until a Controller Level Reset.
    @Test func shadowDoorbellsAreTheDevicesUntilAReset() throws {
        let address = try configureDoorbells()
        #expect(isKept(address))
        try controller.disable()
        #expect(!isKept(address))
    }

    @Test func refusedShadowDoorbellsAreGivenBack() throws {
        refusals.opcodes = [.doorbellBufferConfig]
        #expect(!isKept(try configureDoorbells()))
    }

    @Test func shadowDoorbellsGivenByAddressAreKeptToo() throws {
        var command = SubmissionQueueEntry(AdminOpcode.doorbellBufferConfig)
        try {
            let (shadow, events) = (try controller.makeBuffer(4096), try controller.makeBuffer(4096))
            (command.prp1, command.prp2) = (shadow.ioVirtualAddress, events.ioVirtualAddress)
            try controller.send(command).wait()
        }()
        #expect(isKept(command.prp1) && isKept(command.prp2))
    }

    /// Enables a host memory buffer of three pieces, and forgets all of them. Returns where the list and the pieces lie.
    private func enableHostMemory() throws -> [UInt64] {
        let pieces = try (0..<3).map { _ in try controller.makeBuffer(16384) }
        let list = try controller.makeBuffer(3 * 16)
        for (index, piece) in pieces.enumerated() {
            list[index * 16..<index * 16 + 8] = BufferBytes(
                (0..<8).map { UInt8(truncatingIfNeeded: piece.ioVirtualAddress >> ($0 * 8)) })
            list[index * 16 + 8] = 4
        }
        let address = list.ioVirtualAddress
        try controller.setFeatures(
            .hostMemoryBuffer, 1, cdw12: 12, cdw13: UInt32(truncatingIfNeeded: address),
            cdw14: UInt32(truncatingIfNeeded: address >> 32), cdw15: 3
        ).wait()
        return [address] + pieces.map(\.ioVirtualAddress)
    }

    /// NVMe Base 2.3 §5.2.26.2.4: from the completion that enables it to the one that disables it, the memory is the controller's alone.
    @Test func hostMemoryIsTheDevicesUntilItIsDisabled() throws {
        let addresses = try enableHostMemory()
        #expect(addresses.allSatisfy(isKept))
        try controller.setFeatures(.hostMemoryBuffer, 0).wait()
        #expect(!addresses.contains(where: isKept))
    }

    @Test func hostMemoryThatWasNotDisabledIsTheDevicesUntilAReset() throws {
        let addresses = try enableHostMemory()
        refusals.opcodes = [.setFeatures]
        #expect(throws: NVMeError.self) { try controller.setFeatures(.hostMemoryBuffer, 0).wait() }
        #expect(addresses.allSatisfy(isKept))
        try controller.disable()
        #expect(!addresses.contains(where: isKept))
    }

    /// The device knows nothing of the address until it is told, which a reset makes undone.
    @Test(arguments: [QueueLayout.contiguous, .scattered])
    func createCommandFromBeforeAResetTellsOfTheMemoryAgain(layout: QueueLayout) throws {
        var queue: IOCompletionQueue? = try IOCompletionQueue(controller, id: 1, entries: 1024, layout: layout)
        let command = try #require(queue?.createCommand())
        let addresses =
            layout == .contiguous
            ? [command.prp1]
            : try (0..<4).map { index in
                let list = try #require(device.memory.arena.region(at: command.prp1))
                return list.pointer.load(fromByteOffset: index * 8, as: UInt64.self)
            }
        try controller.reset()
        try controller.send(command).wait()
        queue = nil
        #expect(addresses.allSatisfy(isKept))
        try controller.send(deletion(of: 1)).wait()
        #expect(!addresses.contains(where: isKept))
        withExtendedLifetime(queue) {}
    }

    private func deletion(of id: UInt16) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(AdminOpcode.deleteIOCompletionQueue)
        command.cdw10 = UInt32(id)
        return command
    }
}
