/// Command dword 10 of Create I/O Completion Queue and Create I/O Submission Queue.
public struct CreateQueueDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Queue Identifier (QID).
        public let queueID = Bits<UInt16, 15, 0>("QID", "Queue Identifier")
        /// Queue Size (QSIZE): in entries, 0's based.
        public let queueSize = Bits<UInt16, 31, 16>("QSIZE", "Queue Size")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Create I/O Completion Queue.
public struct CreateCompletionQueueDword11: BitStructure {
    public struct Layout: BitLayout {
        /// Physically Contiguous (PC).
        public let physicallyContiguous = Bit<0>("PC", "Physically Contiguous")
        /// Interrupts Enabled (IEN).
        public let interruptsEnabled = Bit<1>("IEN", "Interrupts Enabled")
        /// Interrupt Vector (IV).
        public let interruptVector = Bits<UInt16, 31, 16>("IV", "Interrupt Vector")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Priority class of a submission queue.
public struct QueuePriority: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Urgent.
    @inlinable public static var urgent: Self { Self(rawValue: 0x00) }

    /// High.
    @inlinable public static var high: Self { Self(rawValue: 0x01) }

    /// Medium.
    @inlinable public static var medium: Self { Self(rawValue: 0x02) }

    /// Low.
    @inlinable public static var low: Self { Self(rawValue: 0x03) }

    public static let table: [(value: Self, name: String)] = [
        (.urgent, "Urgent"),
        (.high, "High"),
        (.medium, "Medium"),
        (.low, "Low"),
    ]
}

/// Command dword 11 of Create I/O Submission Queue.
public struct CreateSubmissionQueueDword11: BitStructure {
    public struct Layout: BitLayout {
        /// Physically Contiguous (PC).
        public let physicallyContiguous = Bit<0>("PC", "Physically Contiguous")
        /// Queue Priority (QPRIO).
        public let priority = Bits<QueuePriority, 2, 1>("QPRIO", "Queue Priority")
        /// Completion Queue Identifier (CQID).
        public let completionQueueID = Bits<UInt16, 31, 16>("CQID", "Completion Queue Identifier")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Delete I/O Completion Queue and Delete I/O Submission Queue.
public struct DeleteQueueDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Queue Identifier (QID).
        public let queueID = Bits<UInt16, 15, 0>("QID", "Queue Identifier")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Abort.
public struct AbortDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Submission Queue Identifier (SQID).
        public let submissionQueueID = Bits<UInt16, 15, 0>("SQID", "Submission Queue Identifier")
        /// Command Identifier (CID).
        public let commandID = Bits<UInt16, 31, 16>("CID", "Command Identifier")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
