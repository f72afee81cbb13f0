// What several commands have in common.

/// Command dword that is a number of dwords: 10 of Firmware Image Download (NVMe Base 2.3 §5.2.9), of the directives and of
/// Reservation Report; 11 of I/O Management Receive; 12 of Zone Management Receive and of Get LBA Status.
public struct NumberOfDwords: BitStructure {
    public final class Layout: BitLayout {
        /// Number of Dwords (NUMD): 0's based.
        public let count = Bits<UInt32, 31, 0>("NUMD", "Number of Dwords")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 14 of commands that name a UUID: Identify, Get Features, Set Features, Lockdown (NVMe Base 2.3 §8.1.30).
public struct UUIDIndexDword14: BitStructure {
    public final class Layout: BitLayout {
        /// UUID Index (UIDX).
        public let uuidIndex = Bits<UInt8, 6, 0>("UIDX", "UUID Index")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dwords 10 and 11 of commands about logical blocks (NVM Command Set 1.1 §3.3).
public struct StartingLBADwords: BitStructure {
    public final class Layout: BitLayout {
        /// Starting LBA (SLBA).
        public let startingLBA = Bits<UInt64, 63, 0>("SLBA", "Starting LBA")
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}

/// Command dwords 12 and 13 of Get Log Page (NVMe Base 2.3 §5.2.12).
public struct LogPageOffsetDwords: BitStructure {
    public final class Layout: BitLayout {
        /// Log Page Offset (LPOL and LPOU): in bytes, or in entries where OT says so.
        public let offset = Bits<UInt64, 63, 0>("LPO", "Log Page Offset")
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}

extension SubmissionQueueEntry {
    /// Dwords 12 and 13 as one: LPOL and LPOU of Get Log Page.
    @inlinable
    public var logPageOffset: UInt64 {
        get { UInt64(cdw13) << 32 | UInt64(cdw12) }
        set {
            cdw12 = UInt32(truncatingIfNeeded: newValue)
            cdw13 = UInt32(truncatingIfNeeded: newValue >> 32)
        }
    }
}

extension UInt32 {
    /// This dword as one whose bits have names, to read or to change: `command.cdw10[as: IdentifyDword10.self].cns = .controller`.
    @inlinable
    public subscript<Dword: BitStructure>(as _: Dword.Type) -> Dword where Dword.RawValue == UInt32 {
        get { Dword(rawValue: self) }
        set { self = newValue.rawValue }
    }
}
