import PCIExpress
import Synchronization

/// A function made of bytes: 4 KiB of configuration space and one BAR.
final class FakeFunction: FunctionAccess {
    struct State {
        var configuration = [UInt8](repeating: 0, count: 4096)
        var registers = [UInt8](repeating: 0, count: 16384)
    }

    let address = "fake"
    private let state = Mutex(State())

    /// Without a list of capabilities until `status` says that there is one.
    init(_ setUp: (FakeFunction) -> Void = { _ in }) {
        setUp(self)
    }

    func set(_ bytes: [UInt8], at offset: Int) {
        state.withLock { $0.configuration.replaceSubrange(offset..<offset + bytes.count, with: bytes) }
    }

    /// Makes the capabilities reachable from the first of them.
    func setCapabilityPointer(_ pointer: UInt8) {
        set([0x10, 0x00], at: 0x06)
        set([pointer], at: 0x34)
    }

    func setExtended(_ id: UInt16, next: UInt32, at offset: Int) {
        let header = UInt32(id) | 1 << 16 | next << 20
        set((0..<4).map { UInt8(truncatingIfNeeded: header >> ($0 * 8)) }, at: offset)
    }

    func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32 {
        try width.checkConfiguration(offset: offset)
        return UInt32(state.withLock { Self.load($0.configuration[offset..<offset + width.rawValue]) })
    }

    func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try width.checkConfiguration(offset: offset)
        state.withLock { Self.store(UInt64(value), &$0.configuration[offset..<offset + width.rawValue]) }
    }

    func size(ofBAR bar: Int) -> Int { bar == 0 ? 16384 : 0 }

    func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64 {
        try width.check("register offset", offset: offset, limit: size(ofBAR: bar))
        return state.withLock { Self.load($0.registers[offset..<offset + width.rawValue]) }
    }

    func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try width.check("register offset", offset: offset, limit: size(ofBAR: bar))
        state.withLock { Self.store(value, &$0.registers[offset..<offset + width.rawValue]) }
    }

    private static func load(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func store(_ value: UInt64, _ bytes: inout ArraySlice<UInt8>) {
        for index in bytes.indices {
            bytes[index] = UInt8(truncatingIfNeeded: value >> UInt64((index - bytes.startIndex) * 8))
        }
    }
}
