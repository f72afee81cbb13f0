/// What Reservation Register does.
public struct ReservationRegisterAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Register Reservation Key.
    @inlinable public static var register: Self { Self(rawValue: 0x00) }

    /// Unregister Reservation Key.
    @inlinable public static var unregister: Self { Self(rawValue: 0x01) }

    /// Replace Reservation Key.
    @inlinable public static var replace: Self { Self(rawValue: 0x02) }

    public static let table: [(value: Self, name: String)] = [
        (.register, "Register Reservation Key"),
        (.unregister, "Unregister Reservation Key"),
        (.replace, "Replace Reservation Key"),
    ]
}

/// Command dword 10 of Reservation Register.
public struct ReservationRegisterDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Reservation Register Action (RREGA).
        public let action = Bits<ReservationRegisterAction, 2, 0>("RREGA", "Reservation Register Action")
        /// Ignore Existing Key (IEKEY).
        public let ignoreExistingKey = Bit<3>("IEKEY", "Ignore Existing Key")
        /// Dispersed Namespace Reservation Support (DISNSRS).
        public let dispersedNamespaceReservationSupport = Bit<4>("DISNSRS", "Dispersed Namespace Reservation Support")
        /// Change Persist Through Power Loss State (CPTPL).
        public let changePersistence = Bits<UInt8, 31, 30>("CPTPL", "Change Persist Through Power Loss State")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Reservation Acquire does.
public struct ReservationAcquireAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Acquire.
    @inlinable public static var acquire: Self { Self(rawValue: 0x00) }

    /// Preempt.
    @inlinable public static var preempt: Self { Self(rawValue: 0x01) }

    /// Preempt and Abort.
    @inlinable public static var preemptAndAbort: Self { Self(rawValue: 0x02) }

    public static let table: [(value: Self, name: String)] = [
        (.acquire, "Acquire"),
        (.preempt, "Preempt"),
        (.preemptAndAbort, "Preempt and Abort"),
    ]
}

/// Command dword 10 of Reservation Acquire.
public struct ReservationAcquireDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Reservation Acquire Action (RACQA).
        public let action = Bits<ReservationAcquireAction, 2, 0>("RACQA", "Reservation Acquire Action")
        /// Ignore Existing Key (IEKEY).
        public let ignoreExistingKey = Bit<3>("IEKEY", "Ignore Existing Key")
        /// Dispersed Namespace Reservation Support (DISNSRS).
        public let dispersedNamespaceReservationSupport = Bit<4>("DISNSRS", "Dispersed Namespace Reservation Support")
        /// Reservation Type (RTYPE).
        public let type = Bits<ReservationType, 15, 8>("RTYPE", "Reservation Type")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Reservation Release does.
public struct ReservationReleaseAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Release.
    @inlinable public static var release: Self { Self(rawValue: 0x00) }

    /// Clear.
    @inlinable public static var clear: Self { Self(rawValue: 0x01) }

    public static let table: [(value: Self, name: String)] = [
        (.release, "Release"),
        (.clear, "Clear"),
    ]
}

/// Command dword 10 of Reservation Release.
public struct ReservationReleaseDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Reservation Release Action (RRELA).
        public let action = Bits<ReservationReleaseAction, 2, 0>("RRELA", "Reservation Release Action")
        /// Ignore Existing Key (IEKEY).
        public let ignoreExistingKey = Bit<3>("IEKEY", "Ignore Existing Key")
        /// Dispersed Namespace Reservation Support (DISNSRS).
        public let dispersedNamespaceReservationSupport = Bit<4>("DISNSRS", "Dispersed Namespace Reservation Support")
        /// Reservation Type (RTYPE).
        public let type = Bits<ReservationType, 15, 8>("RTYPE", "Reservation Type")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
