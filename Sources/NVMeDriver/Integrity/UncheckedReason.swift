/// Why a block that was read successfully was not checked: nobody knows what it ought to hold.
public enum UncheckedReason: Int, Sendable, Hashable, CaseIterable {
    /// Nobody has written the block since verification began, or it was deallocated, formatted or sanitized since.
    case neverWritten
    /// It holds what the driver has not seen: a raw write without a buffer, a copy of a block that is not known.
    case unseenData
    /// A write of it failed, was cut short by a reset, or was not durable when the power was lost; which of its versions are
    /// legal is not known any more.
    case oldOrNew
    /// There is no memory to remember it.
    case noMemory
    /// It lies beyond `startVerification(blocks:)`.
    case beyondTable
    /// The driver does not know where its data is, or another outstanding command used the same buffer.
    case noBuffer

    /// As the end of "not checked because".
    public var description: String {
        switch self {
        case .neverWritten: "they were not written since verification began"
        case .unseenData: "they hold data that the driver has not seen"
        case .oldOrNew: "a write failed or was lost, and old or new is legal"
        case .noMemory: "there is no memory to remember them"
        case .beyondTable: "they lie beyond the table"
        case .noBuffer: "their buffer is not known, or was shared by outstanding commands"
        }
    }
}

/// How many blocks were read and checked, and how many were not, and why.
public struct IntegrityStatistics: Sendable, Hashable {
    /// Blocks of successful reads that were compared with what they ought to hold, wrong ones included.
    public var checked: UInt64 = 0
    /// Blocks of successful reads of which that is not known. Not one of them counts as right.
    public var unchecked: [UncheckedReason: UInt64] = [:]
    /// Blocks of writes that were not remembered for want of memory.
    public var untracked: UInt64 = 0

    public init() {}

    /// All blocks that were read and not checked.
    public var uncheckedCount: UInt64 { unchecked.values.reduce(0, &+) }

    /// Both together.
    public static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.checked &+= right.checked
        sum.untracked &+= right.untracked
        sum.unchecked.merge(right.unchecked, uniquingKeysWith: &+)
        return sum
    }
}
