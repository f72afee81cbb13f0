/// Command dword 10 of Create I/O Completion Queue and Create I/O Submission Queue.
public struct CreateQueueDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Queue Identifier (QID).
        public let queueID = Bits<UInt16, 15, 0>("QID", "Queue Identifier")
        /// Queue Size (QSIZE): in entries, 0's based.
        public let queueSize = Bits<UInt16, 31, 16>("QSIZE", "Queue Size")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Create I/O Completion Queue.
public struct CreateCompletionQueueDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Physically Contiguous (PC).
        public let physicallyContiguous = Bit<0>("PC", "Physically Contiguous")
        /// Interrupts Enabled (IEN).
        public let interruptsEnabled = Bit<1>("IEN", "Interrupts Enabled")
        /// Interrupt Vector (IV).
        public let interruptVector = Bits<UInt16, 31, 16>("IV", "Interrupt Vector")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Priority class of a submission queue.
public struct QueuePriority: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.urgent, .high, .medium, .low]
}

extension NamesOf<QueuePriority> {
    /// Urgent.
    @inlinable public static var urgent: Self { Self(0x00, "Urgent") }
    /// High.
    @inlinable public static var high: Self { Self(0x01, "High") }
    /// Medium.
    @inlinable public static var medium: Self { Self(0x02, "Medium") }
    /// Low.
    @inlinable public static var low: Self { Self(0x03, "Low") }
}

/// Command dword 11 of Create I/O Submission Queue.
public struct CreateSubmissionQueueDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Physically Contiguous (PC).
        public let physicallyContiguous = Bit<0>("PC", "Physically Contiguous")
        /// Queue Priority (QPRIO).
        public let priority = Bits<QueuePriority, 2, 1>("QPRIO", "Queue Priority")
        /// Completion Queue Identifier (CQID).
        public let completionQueueID = Bits<UInt16, 31, 16>("CQID", "Completion Queue Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Delete I/O Completion Queue and Delete I/O Submission Queue.
public struct DeleteQueueDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Queue Identifier (QID).
        public let queueID = Bits<UInt16, 15, 0>("QID", "Queue Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Abort.
public struct AbortDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Submission Queue Identifier (SQID).
        public let submissionQueueID = Bits<UInt16, 15, 0>("SQID", "Submission Queue Identifier")
        /// Command Identifier (CID).
        public let commandID = Bits<UInt16, 31, 16>("CID", "Command Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 12 of Create I/O Submission Queue (NVMe Base 2.3 §5.3.2).
public struct CreateSubmissionQueueDword12: BitStructure {
    public final class Layout: BitLayout {
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Bits<UInt16, 15, 0>("NVMSETID", "NVM Set Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

extension CreateQueueDword10 {
    /// A queue of 2 to 65,536 entries.
    public init(id: UInt16, entries: Int) {
        self.init()
        self.queueID = id
        self.queueSize = UInt16(truncatingIfNeeded: entries - 1)
    }
}
