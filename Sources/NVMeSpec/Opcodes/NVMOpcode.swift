/// Opcode of an I/O command: NVM and zoned command sets, reservations (NVMe Base 2.3 §7, NVM Command Set 1.1 §3).
public struct NVMOpcode: Opcode {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable public static var flush: Self { Self(rawValue: 0x00) }
    @inlinable public static var write: Self { Self(rawValue: 0x01) }
    @inlinable public static var read: Self { Self(rawValue: 0x02) }
    @inlinable public static var writeUncorrectable: Self { Self(rawValue: 0x04) }
    @inlinable public static var compare: Self { Self(rawValue: 0x05) }
    @inlinable public static var writeZeroes: Self { Self(rawValue: 0x08) }
    @inlinable public static var datasetManagement: Self { Self(rawValue: 0x09) }
    @inlinable public static var verify: Self { Self(rawValue: 0x0C) }
    @inlinable public static var reservationRegister: Self { Self(rawValue: 0x0D) }
    @inlinable public static var reservationReport: Self { Self(rawValue: 0x0E) }
    @inlinable public static var reservationAcquire: Self { Self(rawValue: 0x11) }
    @inlinable public static var ioManagementReceive: Self { Self(rawValue: 0x12) }
    @inlinable public static var reservationRelease: Self { Self(rawValue: 0x15) }
    @inlinable public static var cancel: Self { Self(rawValue: 0x18) }
    @inlinable public static var copy: Self { Self(rawValue: 0x19) }
    @inlinable public static var ioManagementSend: Self { Self(rawValue: 0x1D) }
    @inlinable public static var zoneManagementSend: Self { Self(rawValue: 0x79) }
    @inlinable public static var zoneManagementReceive: Self { Self(rawValue: 0x7A) }
    @inlinable public static var zoneAppend: Self { Self(rawValue: 0x7D) }
    @inlinable public static var fabrics: Self { Self(rawValue: 0x7F) }
}

extension NVMOpcode {
    /// Every I/O opcode this package knows with its English name, in order of value.
    public static let table: [(opcode: NVMOpcode, name: String)] = [
        (.flush, "Flush"),
        (.write, "Write"),
        (.read, "Read"),
        (.writeUncorrectable, "Write Uncorrectable"),
        (.compare, "Compare"),
        (.writeZeroes, "Write Zeroes"),
        (.datasetManagement, "Dataset Management"),
        (.verify, "Verify"),
        (.reservationRegister, "Reservation Register"),
        (.reservationReport, "Reservation Report"),
        (.reservationAcquire, "Reservation Acquire"),
        (.ioManagementReceive, "I/O Management Receive"),
        (.reservationRelease, "Reservation Release"),
        (.cancel, "Cancel"),
        (.copy, "Copy"),
        (.ioManagementSend, "I/O Management Send"),
        (.zoneManagementSend, "Zone Management Send"),
        (.zoneManagementReceive, "Zone Management Receive"),
        (.zoneAppend, "Zone Management Append"),
        (.fabrics, "Fabrics Connect"),
    ]

    private static let names = Dictionary(uniqueKeysWithValues: table.map { ($0.opcode.rawValue, $0.name) })

    public var knownName: String? { Self.names[rawValue] }

    /// The English name, `"Vendor specific"` from 80h on, or `"Unknown command"`.
    public var name: String { knownName ?? (rawValue >= 0x80 ? "Vendor specific" : "Unknown command") }
}
