/// A 16-byte completion as it stands in a completion queue (NVMe Base 2.0 §3.3.3.2).
public struct CompletionQueueEntry: Sendable, Equatable, BitwiseCopyable {
    /// Command-specific result (dword 0).
    public var dw0: UInt32 = 0
    /// Command-specific result (dword 1).
    public var dw1: UInt32 = 0
    /// Submission queue head pointer (SQHD): entries before it have been consumed.
    public var sqHead: UInt16 = 0
    /// Submission queue that the command came from (SQID).
    public var sqID: UInt16 = 0
    /// Command identifier (CID).
    public var commandID: UInt16 = 0
    /// Phase tag (bit 0) and status field (15:1).
    public var statusAndPhase: UInt16 = 0

    /// Bytes of one entry (2^CC.IOCQES with the required IOCQES of 4).
    public static var byteCount: Int { 16 }

    @inlinable
    public init() {}

    @inlinable
    public init(
        dw0: UInt32 = 0, dw1: UInt32 = 0, sqHead: UInt16, sqID: UInt16, commandID: UInt16, status: Status, phase: Bool
    ) {
        self.dw0 = dw0
        self.dw1 = dw1
        self.sqHead = sqHead
        self.sqID = sqID
        self.commandID = commandID
        self.statusAndPhase = status.rawValue << 1 | (phase ? 1 : 0)
    }
}

extension CompletionQueueEntry {
    /// Phase tag (P): inverts on each pass through the queue.
    @inlinable
    public var phase: Bool { statusAndPhase & 1 != 0 }

    /// Status field without the phase tag.
    @inlinable
    public var status: Status {
        get { Status(rawValue: statusAndPhase >> 1) }
        set { statusAndPhase = newValue.rawValue << 1 | statusAndPhase & 1 }
    }

    /// The entry as its four dwords.
    public var dwords: [UInt32] {
        withUnsafeBytes(of: self) { Array($0.bindMemory(to: UInt32.self)) }
    }
}

extension CompletionQueueEntry: CustomStringConvertible {
    /// As `CommandDescription.line(of:)`.
    public var description: String { CommandDescription.line(of: self) }
}
