/// What Zone Management Send does to a zone.
public struct ZoneSendAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Close Zone.
    @inlinable public static var close: Self { Self(rawValue: 0x01) }

    /// Finish Zone.
    @inlinable public static var finish: Self { Self(rawValue: 0x02) }

    /// Open Zone.
    @inlinable public static var open: Self { Self(rawValue: 0x03) }

    /// Reset Zone.
    @inlinable public static var reset: Self { Self(rawValue: 0x04) }

    /// Offline Zone.
    @inlinable public static var offline: Self { Self(rawValue: 0x05) }

    /// Set Zone Descriptor Extension.
    @inlinable public static var setDescriptorExtension: Self { Self(rawValue: 0x10) }

    /// ZRWA Flush.
    @inlinable public static var flushRandomWriteArea: Self { Self(rawValue: 0x11) }

    public static let table: [(value: Self, name: String)] = [
        (.close, "Close Zone"),
        (.finish, "Finish Zone"),
        (.open, "Open Zone"),
        (.reset, "Reset Zone"),
        (.offline, "Offline Zone"),
        (.setDescriptorExtension, "Set Zone Descriptor Extension"),
        (.flushRandomWriteArea, "ZRWA Flush"),
    ]
}

/// Command dword 13 of Zone Management Send (Zoned Namespace Command Set 1.2 §3.4.3).
public struct ZoneManagementSendDword13: BitStructure {
    public struct Layout: BitLayout {
        /// Zone Send Action (ZSA).
        public let action = Bits<ZoneSendAction, 7, 0>("ZSA", "Zone Send Action")
        /// Select All (SALL).
        public let selectAll = Bit<8>("SALL", "Select All")
        /// Zone Send Action Specific Option (ZSASO).
        public let actionSpecificOption = Bit<9>("ZSASO", "Zone Send Action Specific Option")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Zone Management Receive reports.
public struct ZoneReceiveAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Report Zones.
    @inlinable public static var reportZones: Self { Self(rawValue: 0x00) }

    /// Extended Report Zones.
    @inlinable public static var extendedReportZones: Self { Self(rawValue: 0x01) }

    public static let table: [(value: Self, name: String)] = [
        (.reportZones, "Report Zones"),
        (.extendedReportZones, "Extended Report Zones"),
    ]
}

/// Which zones a report lists, in ZRASF of Zone Management Receive; not the number that a descriptor gives to a state.
public struct ZoneReportFilter: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// All zones.
    @inlinable public static var all: Self { Self(rawValue: 0x00) }

    /// Zones in the state Empty.
    @inlinable public static var empty: Self { Self(rawValue: 0x01) }

    /// Zones in the state Implicitly Opened.
    @inlinable public static var implicitlyOpened: Self { Self(rawValue: 0x02) }

    /// Zones in the state Explicitly Opened.
    @inlinable public static var explicitlyOpened: Self { Self(rawValue: 0x03) }

    /// Zones in the state Closed.
    @inlinable public static var closed: Self { Self(rawValue: 0x04) }

    /// Zones in the state Full.
    @inlinable public static var full: Self { Self(rawValue: 0x05) }

    /// Zones in the state Read Only.
    @inlinable public static var readOnly: Self { Self(rawValue: 0x06) }

    /// Zones in the state Offline.
    @inlinable public static var offline: Self { Self(rawValue: 0x07) }

    public static let table: [(value: Self, name: String)] = [
        (.all, "All Zones"),
        (.empty, "Empty"),
        (.implicitlyOpened, "Implicitly Opened"),
        (.explicitlyOpened, "Explicitly Opened"),
        (.closed, "Closed"),
        (.full, "Full"),
        (.readOnly, "Read Only"),
        (.offline, "Offline"),
    ]
}

/// Command dword 13 of Zone Management Receive (Zoned Namespace Command Set 1.2 §3.4.2).
public struct ZoneManagementReceiveDword13: BitStructure {
    public struct Layout: BitLayout {
        /// Zone Receive Action (ZRA).
        public let action = Bits<ZoneReceiveAction, 7, 0>("ZRA", "Zone Receive Action")
        /// Zone Receive Action Specific Field (ZRASF), as reports use it.
        public let filter = Bits<ZoneReportFilter, 15, 8>("ZRASF", "Zone Receive Action Specific Field")
        /// Partial Report (PRPT).
        public let partialReport = Bit<16>("PRPT", "Partial Report")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
