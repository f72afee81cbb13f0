/// Opcode of an I/O command: NVM and zoned command sets, reservations (NVMe Base 2.3 §7, NVM Command Set 1.1 §3).
public struct NVMOpcode: Opcode {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Every I/O opcode this package knows with its English name, in order of value.
    public static let table: [Row] = [
        .flush, .write, .read, .writeUncorrectable, .compare, .writeZeroes, .datasetManagement, .verify,
        .reservationRegister, .reservationReport, .reservationAcquire, .ioManagementReceive, .reservationRelease,
        .cancel, .copy, .ioManagementSend, .zoneManagementSend, .zoneManagementReceive, .zoneAppend, .fabrics,
    ]
}

extension NamesOf<NVMOpcode> {
    @inlinable public static var flush: Self { Self(0x00, "Flush") }
    @inlinable public static var write: Self { Self(0x01, "Write") }
    @inlinable public static var read: Self { Self(0x02, "Read") }
    @inlinable public static var writeUncorrectable: Self { Self(0x04, "Write Uncorrectable") }
    @inlinable public static var compare: Self { Self(0x05, "Compare") }
    @inlinable public static var writeZeroes: Self { Self(0x08, "Write Zeroes") }
    @inlinable public static var datasetManagement: Self { Self(0x09, "Dataset Management") }
    @inlinable public static var verify: Self { Self(0x0C, "Verify") }
    @inlinable public static var reservationRegister: Self { Self(0x0D, "Reservation Register") }
    @inlinable public static var reservationReport: Self { Self(0x0E, "Reservation Report") }
    @inlinable public static var reservationAcquire: Self { Self(0x11, "Reservation Acquire") }
    @inlinable public static var ioManagementReceive: Self { Self(0x12, "I/O Management Receive") }
    @inlinable public static var reservationRelease: Self { Self(0x15, "Reservation Release") }
    @inlinable public static var cancel: Self { Self(0x18, "Cancel") }
    @inlinable public static var copy: Self { Self(0x19, "Copy") }
    @inlinable public static var ioManagementSend: Self { Self(0x1D, "I/O Management Send") }
    @inlinable public static var zoneManagementSend: Self { Self(0x79, "Zone Management Send") }
    @inlinable public static var zoneManagementReceive: Self { Self(0x7A, "Zone Management Receive") }
    @inlinable public static var zoneAppend: Self { Self(0x7D, "Zone Management Append") }
    @inlinable public static var fabrics: Self { Self(0x7F, "Fabrics Connect") }
}

extension NVMOpcode {
    /// The English name, `"Vendor specific"` from 80h on, or `"Unknown command"`.
    public var name: String { knownName ?? (rawValue >= 0x80 ? "Vendor specific" : "Unknown command") }
}
