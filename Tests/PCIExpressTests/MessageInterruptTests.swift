import PCIExpress
import Testing

/// MSI-X over a function of plain bytes: 4 vectors, table at 0x2000, pending bits at 0x3000 of BAR 0.
@Suite struct MessageInterruptTests {
    let memory: DMAPool
    let function: FakeFunction
    let interrupts: MessageInterrupts

    init() throws {
        memory = DMAPool(owner: "a device", byteCount: 1 << 20, window: try DMAWindow())
        function = FakeFunction { Self.setUp($0, vectors: 4, table: 0x2000) }
        interrupts = try MessageInterrupts(function: function, memory: memory)
    }

    static func setUp(_ function: FakeFunction, vectors: Int, table: UInt16) {
        function.setCapabilityPointer(0x40)
        function.set([0x11, 0x00, UInt8(vectors - 1), 0x40], at: 0x40)
        function.set([UInt8(truncatingIfNeeded: table), UInt8(table >> 8), 0, 0, 0x00, 0x30, 0, 0], at: 0x44)
    }

    /// The device's part: the memory write that the table entry describes.
    func sendMessage(_ vector: Int) throws {
        let entry = 0x2000 + vector * 16
        let target = try function.register64(at: entry) - memory.arena.ioVirtualBase
        let data = try function.register32(at: entry + 8)
        (memory.arena.base + Int(target)).storeBytes(of: data, as: UInt32.self)
    }

    @Test func countIsTableSize() {
        #expect(interrupts.count == 4)
    }

    @Test func enableSetsEnableBitAndClearsFunctionMask() throws {
        try interrupts.enable()
        #expect(try function.configuration16(at: 0x42) == 0x8003)
    }

    @Test func disableClearsEnableBit() throws {
        try interrupts.enable()
        try interrupts.disable()
        #expect(try function.configuration16(at: 0x42) == 0x0003)
    }

    @Test func messageSetsItsVectorOnly() throws {
        try interrupts.enable()
        try sendMessage(2)
        #expect(try (0..<4).map { try interrupts.isSet($0) } == [false, false, true, false])
    }

    @Test func clearForgetsMessage() throws {
        try interrupts.enable()
        try sendMessage(1)
        try interrupts.clear(1)
        #expect(try !interrupts.isSet(1))
    }

    @Test func enableForgetsMessagesOfBefore() throws {
        try interrupts.enable()
        try sendMessage(3)
        try interrupts.enable()
        #expect(try !interrupts.isSet(3))
    }

    @Test func maskSetsBit0OfVectorControlAndKeepsTheRest() throws {
        try interrupts.enable()
        try function.setRegister32(0xABCD_0000, at: 0x2000 + 16 + 12)
        try interrupts.mask(1)
        #expect(try function.register32(at: 0x2000 + 16 + 12) == 0xABCD_0001)
        try interrupts.unmask(1)
        #expect(try function.register32(at: 0x2000 + 16 + 12) == 0xABCD_0000)
    }

    @Test func pendingBitIsReadFromTheArray() throws {
        try function.setRegister32(0b1000, at: 0x3000)
        #expect(try interrupts.isPending(3))
        #expect(try !interrupts.isPending(2))
    }

    @Test(arguments: [-1, 4, Int.max, Int.min])
    func vectorBeyondTheTableThrows(vector: Int) throws {
        #expect(throws: PCIeError.self) { try interrupts.isSet(vector) }
        #expect(throws: PCIeError.self) { try interrupts.mask(vector) }
        #expect(throws: PCIeError.self) { try interrupts.isPending(vector) }
    }

    @Test func tableThatLeavesItsBarIsRefused() throws {
        let wild = FakeFunction { Self.setUp($0, vectors: 4, table: 0x3FE0) }
        #expect(throws: PCIeError.self) { try MessageInterrupts(function: wild, memory: memory) }
    }

    @Test func tableInABarThatDoesNotExistIsRefused() throws {
        let wild = FakeFunction { Self.setUp($0, vectors: 1, table: 0x0007) }
        #expect(throws: PCIeError.self) { try MessageInterrupts(function: wild, memory: memory) }
    }

    @Test func functionWithoutMSIXHasNoVectors() throws {
        let none = try MessageInterrupts(function: FakeFunction(), memory: memory)
        try none.enable()
        #expect(none.count == 0)
    }

    @Test func interruptsDoNotKeepTheirFunctionAlive() throws {
        var function: FakeFunction? = FakeFunction { Self.setUp($0, vectors: 1, table: 0x2000) }
        let interrupts = try MessageInterrupts(function: #require(function), memory: memory)
        weak let observer = function
        function = nil
        #expect(observer == nil)
        #expect(throws: PCIeError.self) { try interrupts.enable() }
    }
}
