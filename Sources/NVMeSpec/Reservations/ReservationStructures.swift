/// Type of a reservation.
public struct ReservationType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No Reservation.
    @inlinable public static var none: Self { Self(rawValue: 0x00) }

    /// Write Exclusive.
    @inlinable public static var writeExclusive: Self { Self(rawValue: 0x01) }

    /// Exclusive Access.
    @inlinable public static var exclusiveAccess: Self { Self(rawValue: 0x02) }

    /// Write Exclusive - Registrants Only.
    @inlinable public static var writeExclusiveRegistrantsOnly: Self { Self(rawValue: 0x03) }

    /// Exclusive Access - Registrants Only.
    @inlinable public static var exclusiveAccessRegistrantsOnly: Self { Self(rawValue: 0x04) }

    /// Write Exclusive - All Registrants.
    @inlinable public static var writeExclusiveAllRegistrants: Self { Self(rawValue: 0x05) }

    /// Exclusive Access - All Registrants.
    @inlinable public static var exclusiveAccessAllRegistrants: Self { Self(rawValue: 0x06) }

    public static let table: [(value: Self, name: String)] = [
        (.none, "No Reservation"),
        (.writeExclusive, "Write Exclusive"),
        (.exclusiveAccess, "Exclusive Access"),
        (.writeExclusiveRegistrantsOnly, "Write Exclusive - Registrants Only"),
        (.exclusiveAccessRegistrantsOnly, "Exclusive Access - Registrants Only"),
        (.writeExclusiveAllRegistrants, "Write Exclusive - All Registrants"),
        (.exclusiveAccessAllRegistrants, "Exclusive Access - All Registrants"),
    ]
}

/// Registered controller (NVMe Base 2.3 §7.8), as Reservation Report lists it with a 64-bit host identifier.
public struct RegisteredController: SpecStructure {
    public struct Layout: SpecLayout {
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16>("cntlid", at: 0, "Controller ID")
        /// Reservation Status (RCSTS).
        public let reservationStatus = Field<UInt8>("rcsts", at: 2, "Reservation Status")
        /// Host Identifier (HOSTID).
        public let hostIdentifier = Field<UInt64>("hostid", at: 8, "Host Identifier")
        /// Reservation Key (RKEY).
        public let reservationKey = Field<UInt64>("rkey", at: 16, "Reservation Key")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 24 }
    public var bytes = [UInt8](repeating: 0, count: 24)
    public init(zeroed: Void) {}
}

/// Registered controller with a 128-bit host identifier.
public struct RegisteredControllerExtended: SpecStructure {
    public struct Layout: SpecLayout {
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16>("cntlid", at: 0, "Controller ID")
        /// Reservation Status (RCSTS).
        public let reservationStatus = Field<UInt8>("rcsts", at: 2, "Reservation Status")
        /// Reservation Key (RKEY).
        public let reservationKey = Field<UInt64>("rkey", at: 8, "Reservation Key")
        /// Host Identifier (HOSTID).
        public let hostIdentifier = Field<[UInt8]>("hostid", at: 16, bytes: 16, "Host Identifier")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 64 }
    public var bytes = [UInt8](repeating: 0, count: 64)
    public init(zeroed: Void) {}
}

/// Header of the data that Reservation Report returns; registered controllers follow at byte 24, or at 64 when extended.
public struct ReservationStatusHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Generation (GEN).
        public let generation = Field<UInt32>("gen", at: 0, "Generation")
        /// Reservation Type (RTYPE).
        public let type = Field<ReservationType>("rtype", at: 4, "Reservation Type")
        /// Number of Registered Controllers (REGCTL).
        public let registeredControllers = Field<UInt16>("regctl", at: 5, "Number of Registered Controllers")
        /// Persist Through Power Loss State (PTPLS).
        public let persistThroughPowerLoss = Field<UInt8>("ptpls", at: 9, "Persist Through Power Loss State")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 24 }
    public var bytes = [UInt8](repeating: 0, count: 24)
    public init(zeroed: Void) {}
}
