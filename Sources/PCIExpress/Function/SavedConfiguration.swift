/// What software restores of configuration space after a reset that the function's registers did not survive (PCIe Base 5.0 §7.5).
///
/// Interrupts are not among it: MSI-X vectors live in a BAR, and whoever uses them enables them again.
public struct SavedConfiguration: Sendable {
    private struct Register: Sendable {
        var offset: Int
        var width: AccessWidth
        var value: UInt32 = 0
    }

    private var registers: [Register]

    /// Reads what there is to restore.
    ///
    /// - Throws: `transport` when the capability list leads nowhere, or what the function's accesses throw.
    public init(of function: any FunctionAccess) throws(PCIeError) {
        registers = [Register(offset: 0x0C, width: .byte), Register(offset: 0x3C, width: .byte)]
        registers += (0..<6).map { Register(offset: 0x10 + 4 * $0, width: .dword) }
        if let express = try function.offset(of: CapabilityID.pciExpress) {
            // Device Control, Link Control, and the second of each.
            registers += [0x08, 0x10, 0x28, 0x30].map { Register(offset: express + $0, width: .word) }
        }
        // Command comes last: the function decodes addresses only when it has them. Status, beside it, is left alone.
        registers.append(Register(offset: 0x04, width: .word))
        for index in registers.indices {
            let register = registers[index]
            registers[index].value = try function.readConfiguration(at: register.offset, width: register.width)
        }
    }

    /// Writes it back, to a function that answers again.
    public func restore(to function: any FunctionAccess) throws(PCIeError) {
        for register in registers {
            try function.writeConfiguration(register.value, at: register.offset, width: register.width)
        }
    }
}
