/// What Reservation Register does.
public struct ReservationRegisterAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.register, .unregister, .replace]
}

extension NamesOf<ReservationRegisterAction> {
    /// Register Reservation Key.
    @inlinable public static var register: Self { Self(0x00, "Register Reservation Key") }
    /// Unregister Reservation Key.
    @inlinable public static var unregister: Self { Self(0x01, "Unregister Reservation Key") }
    /// Replace Reservation Key.
    @inlinable public static var replace: Self { Self(0x02, "Replace Reservation Key") }
}

/// Command dword 10 of Reservation Register.
public struct ReservationRegisterDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Reservation Register Action (RREGA).
        public let action = Bits<ReservationRegisterAction, 2, 0>("RREGA", "Reservation Register Action")
        /// Ignore Existing Key (IEKEY).
        public let ignoreExistingKey = Bit<3>("IEKEY", "Ignore Existing Key")
        /// Dispersed Namespace Reservation Support (DISNSRS).
        public let dispersedNamespaceReservationSupport = Bit<4>("DISNSRS", "Dispersed Namespace Reservation Support")
        /// Change Persist Through Power Loss State (CPTPL).
        public let changePersistence = Bits<UInt8, 31, 30>("CPTPL", "Change Persist Through Power Loss State")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Reservation Acquire does.
public struct ReservationAcquireAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.acquire, .preempt, .preemptAndAbort]
}

extension NamesOf<ReservationAcquireAction> {
    /// Acquire.
    @inlinable public static var acquire: Self { Self(0x00, "Acquire") }
    /// Preempt.
    @inlinable public static var preempt: Self { Self(0x01, "Preempt") }
    /// Preempt and Abort.
    @inlinable public static var preemptAndAbort: Self { Self(0x02, "Preempt and Abort") }
}

/// Command dword 10 of Reservation Acquire.
public struct ReservationAcquireDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Reservation Acquire Action (RACQA).
        public let action = Bits<ReservationAcquireAction, 2, 0>("RACQA", "Reservation Acquire Action")
        /// Ignore Existing Key (IEKEY).
        public let ignoreExistingKey = Bit<3>("IEKEY", "Ignore Existing Key")
        /// Dispersed Namespace Reservation Support (DISNSRS).
        public let dispersedNamespaceReservationSupport = Bit<4>("DISNSRS", "Dispersed Namespace Reservation Support")
        /// Reservation Type (RTYPE).
        public let type = Bits<ReservationType, 15, 8>("RTYPE", "Reservation Type")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Reservation Release does.
public struct ReservationReleaseAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.release, .clear]
}

extension NamesOf<ReservationReleaseAction> {
    /// Release.
    @inlinable public static var release: Self { Self(0x00, "Release") }
    /// Clear.
    @inlinable public static var clear: Self { Self(0x01, "Clear") }
}

/// Command dword 10 of Reservation Release.
public struct ReservationReleaseDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Reservation Release Action (RRELA).
        public let action = Bits<ReservationReleaseAction, 2, 0>("RRELA", "Reservation Release Action")
        /// Ignore Existing Key (IEKEY).
        public let ignoreExistingKey = Bit<3>("IEKEY", "Ignore Existing Key")
        /// Dispersed Namespace Reservation Support (DISNSRS).
        public let dispersedNamespaceReservationSupport = Bit<4>("DISNSRS", "Dispersed Namespace Reservation Support")
        /// Reservation Type (RTYPE).
        public let type = Bits<ReservationType, 15, 8>("RTYPE", "Reservation Type")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Reservation Report (NVMe Base 2.3 §7.8).
public struct ReservationReportDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Extended Data Structure (EDS): set for host identifiers of 128 bits.
        public let extendedDataStructure = Bit<0>("EDS", "Extended Data Structure")
        /// Dispersed Namespace Reservation Support (DISNSRS).
        public let dispersedNamespaceReservationSupport = Bit<1>("DISNSRS", "Dispersed Namespace Reservation Support")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
