/// What a reservation notification is about.
public struct ReservationNotificationType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Empty Log Page.
    @inlinable public static var empty: Self { Self(rawValue: 0x00) }

    /// Registration Preempted.
    @inlinable public static var registrationPreempted: Self { Self(rawValue: 0x01) }

    /// Reservation Released.
    @inlinable public static var reservationReleased: Self { Self(rawValue: 0x02) }

    /// Reservation Preempted.
    @inlinable public static var reservationPreempted: Self { Self(rawValue: 0x03) }

    public static let table: [(value: Self, name: String)] = [
        (.empty, "Empty Log Page"),
        (.registrationPreempted, "Registration Preempted"),
        (.reservationReleased, "Reservation Released"),
        (.reservationPreempted, "Reservation Preempted"),
    ]
}

/// Reservation Notification (log page 80h, NVMe Base 2.3 §5.2.12.1).
public struct ReservationNotificationLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Log Page Count (LPC).
        public let logPageCount = Field<UInt64>("lpc", at: 0, "Log Page Count")
        /// Reservation Notification Log Page Type (RNLPT).
        public let type = Field<ReservationNotificationType>("rnlpt", at: 8, "Reservation Notification Log Page Type")
        /// Number of Available Log Pages (NALP).
        public let availablePages = Field<UInt8>("nalp", at: 9, "Number of Available Log Pages")
        /// Namespace ID (NSID).
        public let namespaceID = Field<UInt32>("nsid", at: 12, "Namespace ID")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 64 }
    public var bytes = [UInt8](repeating: 0, count: 64)
    public init(zeroed: Void) {}
}
