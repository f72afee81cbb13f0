import Glibc
import PCIExpress
import Testing

/// QEMU's controller at work, driven by hand: admin commands, interrupts, and what survives a reset.
@Suite(.needsQEMU, .serialized) struct QEMUControllerTests {
    let function: QEMUFunction

    init() throws {
        function = try QEMUFunction()
    }

    @Test func identifyReturnsTheSerialNumber() throws {
        let data = try HandDrivenController(function).identify()
        #expect(data.text(4..<24) == "SWIFTNVME0001       ")
        #expect(data.text(24..<38) == "QEMU NVMe Ctrl")
    }

    @Test func dataWrittenIsDataRead() throws {
        let controller = try HandDrivenController(function)
        try controller.createIOQueue(vector: 0)
        let written = try function.memory.allocate(4096)
        let read = try function.memory.allocate(4096)
        for index in 0..<4096 { (written.pointer + index).storeBytes(of: UInt8(index * 7 & 0xFF), as: UInt8.self) }
        let write = try controller.run(1, opcode: 0x01, namespace: 1, data: written, dwords: [100, 0, 7])
        let readBack = try controller.run(1, opcode: 0x02, namespace: 1, data: read, dwords: [100, 0, 7])
        #expect(write.status == 0 && readBack.status == 0)
        #expect(memcmp(written.pointer, read.pointer, 4096) == 0)
    }

    /// Above guest memory, in the hole where nothing answers; QEMU loses the data and reports success.
    @Test(arguments: [0x8000_0000, 0xFEC8_0000, 0x40_0000_0000_0000] as [UInt64])
    func wildAddressHarmsNobody(address: UInt64) throws {
        let controller = try HandDrivenController(function)
        try controller.createIOQueue(vector: 0)
        try controller.submit(1, opcode: 0x02, namespace: 1, address: address, dwords: [0, 0, 7])
        _ = try controller.complete(1)
        #expect(try controller.identify().text(24..<38) == "QEMU NVMe Ctrl")
    }

    @Test func regionStaysReadableAfterClose() throws {
        let data = try HandDrivenController(function).identify()
        function.close()
        #expect(data.text(24..<38) == "QEMU NVMe Ctrl")
    }

    // MARK: Interrupts

    @Test func adminCompletionSetsVector0() throws {
        try function.interrupts.enable()
        let controller = try HandDrivenController(function)
        #expect(try !function.interrupts.isSet(0))
        _ = try controller.identify()
        try wait("vector 0") { try function.interrupts.isSet(0) }
        #expect(try !function.interrupts.isSet(1))
    }

    @Test func completionOfAnIOQueueSetsTheVectorOfItsQueue() throws {
        try function.interrupts.enable()
        let controller = try HandDrivenController(function)
        try controller.createIOQueue(vector: 5)
        _ = try controller.run(1, opcode: 0x00, namespace: 1)
        try wait("vector 5") { try function.interrupts.isSet(5) }
        try function.interrupts.clear(5)
        #expect(try !function.interrupts.isSet(5))
    }

    @Test func maskedVectorIsPendingUntilUnmasked() throws {
        try function.interrupts.enable()
        let controller = try HandDrivenController(function)
        try controller.createIOQueue(vector: 3)
        try function.interrupts.mask(3)
        try controller.submit(1, opcode: 0x00, namespace: 1)
        // The completion stays in its queue: an empty queue may take its interrupt back.
        try wait("the pending bit") { try function.interrupts.isPending(3) }
        #expect(try !function.interrupts.isSet(3))
        try function.interrupts.unmask(3)
        try wait("the message") { try function.interrupts.isSet(3) }
        #expect(try !function.interrupts.isPending(3))
    }

    @Test func disabledInterruptsStaySilent() throws {
        try function.interrupts.enable()
        try function.interrupts.disable()
        _ = try HandDrivenController(function).identify()
        #expect(try !function.interrupts.isSet(0))
    }

    // MARK: Resets

    @Test(arguments: ResetKind.allCases)
    func resetLeavesADisabledControllerThatInitialisesAgain(kind: ResetKind) throws {
        try function.interrupts.enable()
        _ = try HandDrivenController(function).identify()
        try function.reset(kind)
        #expect(try function.register32(at: 0x14) & 1 == 0, "CC.EN")
        #expect(try function.register32(at: 0x1C) & 1 == 0, "CSTS.RDY")
        _ = try HandDrivenController(function).identify()
        try wait("vector 0") { try function.interrupts.isSet(0) }
    }

    @Test(arguments: ResetKind.allCases)
    func configurationSpaceIsTheSameAfterReset(kind: ResetKind) throws {
        let offsets = [0x00, 0x04, 0x08, 0x10, 0x14, 0x18, 0x1C, 0x20, 0x24, 0x34]
        let before = try offsets.map { try function.configuration32(at: $0) }
        try function.reset(kind)
        #expect(try offsets.map { try function.configuration32(at: $0) } == before)
    }

    @Test func resetRepairsWhatAScriptDidToTheBARs() throws {
        try function.setConfiguration32(0, at: 0x10)
        #expect(try function.register32(at: 8) == .max)
        try function.reset(.hot)
        #expect(try function.register32(at: 8) == 0x0001_0400)
    }

    // MARK: Power

    @Test func withoutPowerTheFunctionIsAbsent() throws {
        try function.power?.powerOff()
        #expect(!function.isPresent)
        #expect(try function.register32(at: 0x1C) == .max)
    }

    @Test func powerCycleKeepsTheDataAndForgetsTheController() throws {
        let controller = try HandDrivenController(function)
        try controller.createIOQueue(vector: 0)
        let data = try function.memory.allocate(4096)
        memset(data.pointer, 0x5A, 4096)
        _ = try controller.run(1, opcode: 0x01, namespace: 1, data: data, dwords: [0, 0, 7])
        try function.power?.powerOff()
        try function.power?.powerOn()
        #expect(function.isPresent)
        #expect(try function.register32(at: 0x14) == 0, "CC")
        let again = try HandDrivenController(function)
        try again.createIOQueue(vector: 0)
        memset(data.pointer, 0, 4096)
        _ = try again.run(1, opcode: 0x02, namespace: 1, data: data, dwords: [0, 0, 7])
        #expect(UnsafeRawBufferPointer(start: data.pointer, count: 4096).allSatisfy { $0 == 0x5A })
    }

    @Test func removedFunctionComesBackWithPower() throws {
        function.remove()
        try function.power?.powerOn()
        #expect(try function.requireNVMe().isNVMe)
    }

    @Test func mediaFileKeepsTheDataOfOneQEMUForTheNext() throws {
        let path = "/tmp/swift-nvme-media-\(getpid())-\(UInt32.random(in: 0...(.max)))"
        defer { unlink(path) }
        var options = QEMUOptions()
        options.namespaces[0].path = path
        for round in 0..<2 {
            let function = try QEMUFunction(options)
            defer { function.close() }
            let controller = try HandDrivenController(function)
            try controller.createIOQueue(vector: 0)
            let data = try function.memory.allocate(512)
            if round == 0 { memset(data.pointer, 0xC3, 512) }
            let opcode: UInt8 = round == 0 ? 0x01 : 0x02
            _ = try controller.run(1, opcode: opcode, namespace: 1, data: data, dwords: [9, 0, 0])
            #expect(UnsafeRawBufferPointer(start: data.pointer, count: 512).allSatisfy { $0 == 0xC3 })
        }
    }

    @Test func mediaFileThatCannotBeOpenedIsNamed() throws {
        var options = QEMUOptions()
        options.namespaces[0].path = "/nonexistent/disk.img"
        #expect {
            try QEMUFunction(options)
        } throws: { error in
            "\(error)".contains("/nonexistent/disk.img")
        }
    }
}
