/// What Zone Management Send does to a zone.
public struct ZoneSendAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .close, .finish, .open, .reset, .offline, .setDescriptorExtension, .flushRandomWriteArea,
    ]
}

extension NamesOf<ZoneSendAction> {
    /// Close Zone.
    @inlinable public static var close: Self { Self(0x01, "Close Zone") }
    /// Finish Zone.
    @inlinable public static var finish: Self { Self(0x02, "Finish Zone") }
    /// Open Zone.
    @inlinable public static var open: Self { Self(0x03, "Open Zone") }
    /// Reset Zone.
    @inlinable public static var reset: Self { Self(0x04, "Reset Zone") }
    /// Offline Zone.
    @inlinable public static var offline: Self { Self(0x05, "Offline Zone") }
    /// Set Zone Descriptor Extension.
    @inlinable public static var setDescriptorExtension: Self { Self(0x10, "Set Zone Descriptor Extension") }
    /// ZRWA Flush.
    @inlinable public static var flushRandomWriteArea: Self { Self(0x11, "ZRWA Flush") }
}

/// Command dword 13 of Zone Management Send (Zoned Namespace Command Set 1.2 §3.4.3).
public struct ZoneManagementSendDword13: BitStructure {
    public final class Layout: BitLayout {
        /// Zone Send Action (ZSA).
        public let action = Bits<ZoneSendAction, 7, 0>("ZSA", "Zone Send Action")
        /// Select All (SALL).
        public let selectAll = Bit<8>("SALL", "Select All")
        /// Zone Send Action Specific Option (ZSASO).
        public let actionSpecificOption = Bit<9>("ZSASO", "Zone Send Action Specific Option")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Zone Management Receive reports.
public struct ZoneReceiveAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.reportZones, .extendedReportZones]
}

extension NamesOf<ZoneReceiveAction> {
    /// Report Zones.
    @inlinable public static var reportZones: Self { Self(0x00, "Report Zones") }
    /// Extended Report Zones.
    @inlinable public static var extendedReportZones: Self { Self(0x01, "Extended Report Zones") }
}

/// Which zones a report lists, in ZRASF of Zone Management Receive; not the number that a descriptor gives to a state.
public struct ZoneReportFilter: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .all, .empty, .implicitlyOpened, .explicitlyOpened, .closed, .full, .readOnly, .offline,
    ]
}

extension NamesOf<ZoneReportFilter> {
    /// All zones.
    @inlinable public static var all: Self { Self(0x00, "All Zones") }
    /// Zones in the state Empty.
    @inlinable public static var empty: Self { Self(0x01, "Empty") }
    /// Zones in the state Implicitly Opened.
    @inlinable public static var implicitlyOpened: Self { Self(0x02, "Implicitly Opened") }
    /// Zones in the state Explicitly Opened.
    @inlinable public static var explicitlyOpened: Self { Self(0x03, "Explicitly Opened") }
    /// Zones in the state Closed.
    @inlinable public static var closed: Self { Self(0x04, "Closed") }
    /// Zones in the state Full.
    @inlinable public static var full: Self { Self(0x05, "Full") }
    /// Zones in the state Read Only.
    @inlinable public static var readOnly: Self { Self(0x06, "Read Only") }
    /// Zones in the state Offline.
    @inlinable public static var offline: Self { Self(0x07, "Offline") }
}

/// Command dword 13 of Zone Management Receive (Zoned Namespace Command Set 1.2 §3.4.2).
public struct ZoneManagementReceiveDword13: BitStructure {
    public final class Layout: BitLayout {
        /// Zone Receive Action (ZRA).
        public let action = Bits<ZoneReceiveAction, 7, 0>("ZRA", "Zone Receive Action")
        /// Zone Receive Action Specific Field (ZRASF), as reports use it.
        public let filter = Bits<ZoneReportFilter, 15, 8>("ZRASF", "Zone Receive Action Specific Field")
        /// Partial Report (PRPT).
        public let partialReport = Bit<16>("PRPT", "Partial Report")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
