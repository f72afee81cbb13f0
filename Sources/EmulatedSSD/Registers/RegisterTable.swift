import NVMeSpec

/// One controller register: where it is, what it reads, what a write does.
struct RegisterRow: Sendable {
    let offset: Int
    /// 4 or 8. Registers of 8 bytes may be accessed by halves.
    let byteCount: Int
    let read: @Sendable (EmulatedController) -> UInt64
    /// Takes the whole register as it would be after the write; nil is a read-only register.
    let write: (@Sendable (EmulatedController, UInt64) -> Void)?

    private init(
        _ offset: Int, bytes: Int = 4, read: @escaping @Sendable (EmulatedController) -> UInt64,
        write: (@Sendable (EmulatedController, UInt64) -> Void)? = nil
    ) {
        self.offset = offset
        byteCount = bytes
        self.read = read
        self.write = write
    }

    /// All registers that there are; every other offset below the doorbells reads zero and ignores writes.
    static let table = [
        RegisterRow(RegisterOffset.cap, bytes: 8) { $0.registers.capabilities.rawValue },
        RegisterRow(RegisterOffset.vs) { _ in UInt64(ControllerRegisters.version) },
        RegisterRow(RegisterOffset.intms) {
            UInt64($0.interrupts.registerMask)
        } write: {
            $0.interrupts.registerMask |= UInt32(truncatingIfNeeded: $1)
        },
        RegisterRow(RegisterOffset.intmc) {
            UInt64($0.interrupts.registerMask)
        } write: {
            $0.interrupts.registerMask &= ~UInt32(truncatingIfNeeded: $1)
        },
        RegisterRow(RegisterOffset.cc) {
            UInt64($0.registers.configuration.rawValue)
        } write: {
            $0.writeConfiguration(ControllerConfiguration(rawValue: UInt32(truncatingIfNeeded: $1)))
        },
        RegisterRow(RegisterOffset.csts) {
            UInt64($0.registers.status.rawValue)
        } write: {
            // NSSRO is cleared by writing one; all else is read-only.
            if $1 & 1 << 4 != 0 { $0.registers.subsystemResetOccurred = false }
        },
        RegisterRow(RegisterOffset.nssr) { _ in
            0
        } write: {
            if UInt32(truncatingIfNeeded: $1) == subsystemResetSignature { $0.resetSubsystem() }
        },
        RegisterRow(RegisterOffset.aqa) {
            UInt64($0.registers.adminQueueAttributes.rawValue)
        } write: {
            $0.registers.adminQueueAttributes.rawValue = UInt32(truncatingIfNeeded: $1) & 0x0FFF_0FFF
        },
        RegisterRow(RegisterOffset.asq, bytes: 8) {
            $0.registers.adminSubmissionQueueBase
        } write: {
            $0.registers.adminSubmissionQueueBase = $1 & ~0xFFF
        },
        RegisterRow(RegisterOffset.acq, bytes: 8) {
            $0.registers.adminCompletionQueueBase
        } write: {
            $0.registers.adminCompletionQueueBase = $1 & ~0xFFF
        },
        RegisterRow(RegisterOffset.crto) { UInt64($0.registers.readyTimeouts) },
    ]
}

extension EmulatedController {
    /// Reads controller registers. `offset` is aligned to `byteCount`, and below the doorbells.
    func readRegister(at offset: Int, byteCount: Int) -> UInt64 {
        // Wide reads may cover two registers of four bytes, as on the bus.
        if byteCount == 8 {
            return readRegister(at: offset, byteCount: 4) | readRegister(at: offset + 4, byteCount: 4) << 32
        }
        guard let row = Self.row(at: offset) else { return 0 }
        let shifted = row.read(self) >> UInt64((offset - row.offset) * 8)
        return shifted & (1 << UInt64(byteCount * 8) - 1)
    }

    /// Writes controller registers. Only dwords and qwords are defined; narrower writes change nothing.
    func writeRegister(at offset: Int, byteCount: Int, _ value: UInt64) {
        guard byteCount >= 4 else { return }
        guard let row = Self.row(at: offset) else {
            if byteCount == 8 { writeRegister(at: offset + 4, byteCount: 4, value >> 32) }
            return
        }
        if row.byteCount == byteCount {
            row.write?(self, value)
        } else if row.byteCount == 8 {
            let shift = UInt64((offset - row.offset) * 8)
            let rest = row.read(self) & ~(0xFFFF_FFFF << shift)
            row.write?(self, rest | (value & 0xFFFF_FFFF) << shift)
        } else {
            row.write?(self, value & 0xFFFF_FFFF)
            writeRegister(at: offset + 4, byteCount: 4, value >> 32)
        }
    }

    private static func row(at offset: Int) -> RegisterRow? {
        RegisterRow.table.first { $0.offset <= offset && offset < $0.offset + $0.byteCount }
    }
}
