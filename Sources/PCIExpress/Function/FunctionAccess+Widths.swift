/// Accesses named by their width.
extension FunctionAccess {
    public func configuration8(at offset: Int) throws(PCIeError) -> UInt8 {
        UInt8(truncatingIfNeeded: try readConfiguration(at: offset, width: .byte))
    }

    public func configuration16(at offset: Int) throws(PCIeError) -> UInt16 {
        UInt16(truncatingIfNeeded: try readConfiguration(at: offset, width: .word))
    }

    public func configuration32(at offset: Int) throws(PCIeError) -> UInt32 {
        try readConfiguration(at: offset, width: .dword)
    }

    public func setConfiguration8(_ value: UInt8, at offset: Int) throws(PCIeError) {
        try writeConfiguration(UInt32(value), at: offset, width: .byte)
    }

    public func setConfiguration16(_ value: UInt16, at offset: Int) throws(PCIeError) {
        try writeConfiguration(UInt32(value), at: offset, width: .word)
    }

    public func setConfiguration32(_ value: UInt32, at offset: Int) throws(PCIeError) {
        try writeConfiguration(value, at: offset, width: .dword)
    }

    /// Replaces the bits of `mask` in a word of configuration space and keeps the others.
    public func updateConfiguration16(at offset: Int, mask: UInt16, value: UInt16) throws(PCIeError) {
        let old = try configuration16(at: offset)
        try setConfiguration16(old & ~mask | value & mask, at: offset)
    }

    /// A 32-bit register of BAR 0.
    public func register32(at offset: Int) throws(PCIeError) -> UInt32 {
        UInt32(truncatingIfNeeded: try readRegister(bar: 0, at: offset, width: .dword))
    }

    /// A 64-bit register of BAR 0, read in one access.
    public func register64(at offset: Int) throws(PCIeError) -> UInt64 {
        try readRegister(bar: 0, at: offset, width: .qword)
    }

    public func setRegister32(_ value: UInt32, at offset: Int) throws(PCIeError) {
        try writeRegister(UInt64(value), bar: 0, at: offset, width: .dword)
    }

    public func setRegister64(_ value: UInt64, at offset: Int) throws(PCIeError) {
        try writeRegister(value, bar: 0, at: offset, width: .qword)
    }
}
