/// Command dword 10 of Create I/O Completion Queue and Create I/O Submission Queue.
public struct CreateQueueDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Queue Identifier (QID, 15:0).
    public var queueID: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Queue Size (QSIZE, 31:16): in entries, 0's based.
    public var queueSize: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("queueID", "QID", 0...15, "Queue Identifier"),
        .init("queueSize", "QSIZE", 16...31, "Queue Size"),
    ]
}

/// Command dword 11 of Create I/O Completion Queue.
public struct CreateCompletionQueueDword11: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Physically Contiguous (PC, 0).
    public var physicallyContiguous: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Interrupts Enabled (IEN, 1).
    public var interruptsEnabled: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// Interrupt Vector (IV, 31:16).
    public var interruptVector: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("physicallyContiguous", "PC", 0...0, "Physically Contiguous"),
        .init("interruptsEnabled", "IEN", 1...1, "Interrupts Enabled"),
        .init("interruptVector", "IV", 16...31, "Interrupt Vector"),
    ]
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
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Physically Contiguous (PC, 0).
    public var physicallyContiguous: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Queue Priority (QPRIO, 2:1).
    public var priority: QueuePriority {
        get { QueuePriority(rawValue: .init(rawValue.bits(1...2))) }
        set { rawValue.setBits(1...2, to: .init(newValue.rawValue)) }
    }

    /// Completion Queue Identifier (CQID, 31:16).
    public var completionQueueID: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("physicallyContiguous", "PC", 0...0, "Physically Contiguous"),
        .init("priority", "QPRIO", 1...2, "Queue Priority"),
        .init("completionQueueID", "CQID", 16...31, "Completion Queue Identifier"),
    ]
}

/// Command dword 10 of Delete I/O Completion Queue and Delete I/O Submission Queue.
public struct DeleteQueueDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Queue Identifier (QID, 15:0).
    public var queueID: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("queueID", "QID", 0...15, "Queue Identifier")
    ]
}

/// Command dword 10 of Abort.
public struct AbortDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Submission Queue Identifier (SQID, 15:0).
    public var submissionQueueID: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Command Identifier (CID, 31:16).
    public var commandID: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("submissionQueueID", "SQID", 0...15, "Submission Queue Identifier"),
        .init("commandID", "CID", 16...31, "Command Identifier"),
    ]
}
