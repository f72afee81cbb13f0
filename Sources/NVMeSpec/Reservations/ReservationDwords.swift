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
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Reservation Register Action (RREGA, 2:0).
    public var action: ReservationRegisterAction {
        get { ReservationRegisterAction(rawValue: .init(rawValue.bits(0...2))) }
        set { rawValue.setBits(0...2, to: .init(newValue.rawValue)) }
    }

    /// Ignore Existing Key (IEKEY, 3).
    public var ignoreExistingKey: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Change Persist Through Power Loss State (CPTPL, 31:30).
    public var changePersistence: UInt8 {
        get { UInt8(rawValue.bits(30...31)) }
        set { rawValue.setBits(30...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("action", "RREGA", 0...2, "Reservation Register Action"),
        .init("ignoreExistingKey", "IEKEY", 3...3, "Ignore Existing Key"),
        .init("changePersistence", "CPTPL", 30...31, "Change Persist Through Power Loss State"),
    ]
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
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Reservation Acquire Action (RACQA, 2:0).
    public var action: ReservationAcquireAction {
        get { ReservationAcquireAction(rawValue: .init(rawValue.bits(0...2))) }
        set { rawValue.setBits(0...2, to: .init(newValue.rawValue)) }
    }

    /// Ignore Existing Key (IEKEY, 3).
    public var ignoreExistingKey: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Reservation Type (RTYPE, 15:8).
    public var type: ReservationType {
        get { ReservationType(rawValue: .init(rawValue.bits(8...15))) }
        set { rawValue.setBits(8...15, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("action", "RACQA", 0...2, "Reservation Acquire Action"),
        .init("ignoreExistingKey", "IEKEY", 3...3, "Ignore Existing Key"),
        .init("type", "RTYPE", 8...15, "Reservation Type"),
    ]
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
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Reservation Release Action (RRELA, 2:0).
    public var action: ReservationReleaseAction {
        get { ReservationReleaseAction(rawValue: .init(rawValue.bits(0...2))) }
        set { rawValue.setBits(0...2, to: .init(newValue.rawValue)) }
    }

    /// Ignore Existing Key (IEKEY, 3).
    public var ignoreExistingKey: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Reservation Type (RTYPE, 15:8).
    public var type: ReservationType {
        get { ReservationType(rawValue: .init(rawValue.bits(8...15))) }
        set { rawValue.setBits(8...15, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("action", "RRELA", 0...2, "Reservation Release Action"),
        .init("ignoreExistingKey", "IEKEY", 3...3, "Ignore Existing Key"),
        .init("type", "RTYPE", 8...15, "Reservation Type"),
    ]
}
