/// Active Firmware Info.
public struct ActiveFirmwareInfo: BitStructure {
    public final class Layout: BitLayout {
        /// Current Active Firmware Slot (CAFS).
        public let activeSlot = Bits<UInt8, 2, 0>("CAFS", "Current Active Firmware Slot")
        /// Next Active Firmware Slot (NAFS): 0 when not reported.
        public let nextResetSlot = Bits<UInt8, 6, 4>("NAFS", "Next Active Firmware Slot")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Firmware Slot Information (log page 03h, NVMe Base 2.3 §5.2.12.1.4).
public struct FirmwareSlotLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Active Firmware Info (AFI).
        public let activeFirmwareInfo = Field<ActiveFirmwareInfo, 0, 0>("afi", "Active Firmware Info")
        /// Firmware Revisions of Slots 1 to 7 (FRS).
        public let revisions = Field<FieldArray<FirmwareRevision>, 63, 8>("frs", "Firmware Revisions of Slots 1 to 7")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}

/// An eight-character firmware revision, as Identify Controller and the firmware slots hold it.
public struct FirmwareRevision: FixedSizeFieldValue, ExpressibleByStringLiteral, CustomStringConvertible, Hashable {
    /// The revision without its padding; empty for an empty slot.
    public let text: ASCIIText

    public init(_ text: String) { self.text = ASCIIText(text) }
    public init(stringLiteral text: String) { self.init(text) }
    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { text = ASCIIText(littleEndianBytes: bytes) }
    public static var byteCount: Int { 8 }
    public var description: String { text.description }
    public var decoded: DecodedValue { .text(description) }

    /// Padded with spaces, or all zero when the slot is empty.
    public func littleEndianBytes(count: Int) -> [UInt8] {
        description.isEmpty ? Array(repeating: 0, count: count) : text.littleEndianBytes(count: count)
    }
}
