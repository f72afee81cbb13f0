/// What a reservation notification is about.
public struct ReservationNotificationType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .empty, .registrationPreempted, .reservationReleased, .reservationPreempted,
    ]
}

extension NamesOf<ReservationNotificationType> {
    /// Empty Log Page.
    @inlinable public static var empty: Self { Self(0x00, "Empty Log Page") }
    /// Registration Preempted.
    @inlinable public static var registrationPreempted: Self { Self(0x01, "Registration Preempted") }
    /// Reservation Released.
    @inlinable public static var reservationReleased: Self { Self(0x02, "Reservation Released") }
    /// Reservation Preempted.
    @inlinable public static var reservationPreempted: Self { Self(0x03, "Reservation Preempted") }
}

/// Reservation Notification (log page 80h, NVMe Base 2.3 §5.2.12.1).
public struct ReservationNotificationLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Log Page Count (LPC).
        public let logPageCount = Field<UInt64, 7, 0>("lpc", "Log Page Count")
        /// Reservation Notification Log Page Type (RNLPT).
        public let type = Field<ReservationNotificationType, 8, 8>("rnlpt", "Reservation Notification Log Page Type")
        /// Number of Available Log Pages (NALP).
        public let availablePages = Field<UInt8, 9, 9>("nalp", "Number of Available Log Pages")
        /// Namespace ID (NSID).
        public let namespaceID = Field<UInt32, 15, 12>("nsid", "Namespace ID")
    }
    public static var byteCount: Int { 64 }
    public var bytes = Self.zeroes
    public init() {}
}
