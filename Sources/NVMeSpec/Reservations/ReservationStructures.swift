/// Type of a reservation.
public struct ReservationType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .none, .writeExclusive, .exclusiveAccess, .writeExclusiveRegistrantsOnly, .exclusiveAccessRegistrantsOnly,
        .writeExclusiveAllRegistrants, .exclusiveAccessAllRegistrants,
    ]
}

extension NamesOf<ReservationType> {
    /// No Reservation.
    @inlinable public static var none: Self { Self(0x00, "No Reservation") }
    /// Write Exclusive.
    @inlinable public static var writeExclusive: Self { Self(0x01, "Write Exclusive") }
    /// Exclusive Access.
    @inlinable public static var exclusiveAccess: Self { Self(0x02, "Exclusive Access") }
    /// Write Exclusive - Registrants Only.
    @inlinable public static var writeExclusiveRegistrantsOnly: Self {
        Self(0x03, "Write Exclusive - Registrants Only")
    }
    /// Exclusive Access - Registrants Only.
    @inlinable public static var exclusiveAccessRegistrantsOnly: Self {
        Self(0x04, "Exclusive Access - Registrants Only")
    }
    /// Write Exclusive - All Registrants.
    @inlinable public static var writeExclusiveAllRegistrants: Self { Self(0x05, "Write Exclusive - All Registrants") }
    /// Exclusive Access - All Registrants.
    @inlinable public static var exclusiveAccessAllRegistrants: Self {
        Self(0x06, "Exclusive Access - All Registrants")
    }
}

/// Registered controller (NVMe Base 2.3 §7.8), as Reservation Report lists it with a 64-bit host identifier.
public struct RegisteredController: SpecStructure {
    public final class Layout: SpecLayout {
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16, 1, 0>("cntlid", "Controller ID")
        /// Reservation Status (RCSTS).
        public let reservationStatus = Field<UInt8, 2, 2>("rcsts", "Reservation Status")
        /// Host Identifier (HOSTID).
        public let hostIdentifier = Field<UInt64, 15, 8>("hostid", "Host Identifier")
        /// Reservation Key (RKEY).
        public let reservationKey = Field<UInt64, 23, 16>("rkey", "Reservation Key")
    }
    public static var byteCount: Int { 24 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Registered controller with a 128-bit host identifier.
public struct RegisteredControllerExtended: SpecStructure {
    public final class Layout: SpecLayout {
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16, 1, 0>("cntlid", "Controller ID")
        /// Reservation Status (RCSTS).
        public let reservationStatus = Field<UInt8, 2, 2>("rcsts", "Reservation Status")
        /// Reservation Key (RKEY).
        public let reservationKey = Field<UInt64, 15, 8>("rkey", "Reservation Key")
        /// Host Identifier (HOSTID).
        public let hostIdentifier = Field<[UInt8], 31, 16>("hostid", "Host Identifier")
    }
    public static var byteCount: Int { 64 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Header of the data that Reservation Report returns; registered controllers follow at byte 24, or at 64 when extended.
public struct ReservationStatusHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Generation (GEN).
        public let generation = Field<UInt32, 3, 0>("gen", "Generation")
        /// Reservation Type (RTYPE).
        public let type = Field<ReservationType, 4, 4>("rtype", "Reservation Type")
        /// Number of Registered Controllers (REGCTL).
        public let registeredControllers = Field<UInt16, 6, 5>("regctl", "Number of Registered Controllers")
        /// Persist Through Power Loss State (PTPLS).
        public let persistThroughPowerLoss = Field<UInt8, 9, 9>("ptpls", "Persist Through Power Loss State")
    }
    public static var byteCount: Int { 24 }
    public var bytes = Self.zeroes
    public init() {}
}
