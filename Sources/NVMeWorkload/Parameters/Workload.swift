/// What an `IOWorker` is to do: parameters in, nothing running yet.
///
/// Every field has the default that the peer tools' users know; `validated(for:)` says what is wrong with a value, its limit and
/// the fix, before any command is sent.
public struct Workload: Sendable, Hashable {
    /// Logical blocks per command.
    public var ioSize: IOSize = 8
    /// Sequential commands only: blocks from one start to the next, -32767...32767; 0 stays where it is, negative runs backwards, from the
    /// region's start on to its end; nil continues behind the previous command.
    public var lbaStep: Int?
    /// Start addresses are multiples of this many blocks: one value serves all sizes, otherwise one per size.
    ///
    /// Empty aligns random commands to their own size, counted from the start of the region, and sequential ones not at all; [1] does not
    /// align any. `randomAlignment` says what is in force.
    public var lbaAlignment: [Int] = []
    /// Percentage of commands at random addresses.
    public var lbaRandom: RandomShare = true
    /// Percentage of each operation; adds up to 100.
    public var operations: [Operation: Int] = [.read: 100]
    /// How long to start commands; nil has no limit. Above zero, at most 1,000 hours.
    public var time: Duration?
    /// How long beyond `time` (and the ramp-up) the worker may take for its outstanding commands, or be paused, before it is ended
    /// with the outcome `overdue`.
    public var overrun: Duration = .seconds(30)
    /// How many commands to send; nil has no limit.
    public var ioCount: Int?
    /// Whether `ioCount` is that of one pass over the region, because neither it nor a time was given; set by `validated(for:)`. How many
    /// sequential commands of several sizes a pass has, only their result knows.
    public internal(set) var isPass = false
    /// Commands in flight, 1...CAP.MQES: the worker's queue has one entry more, since a full ring is one that lacks an entry.
    public var queueDepth: Int = 64
    /// Addresses that the worker may touch, all of them in the namespace. nil is the whole namespace.
    ///
    /// No command crosses its end: a sequential one that would starts at the region's first block instead, and a random one is never drawn.
    /// Without a time, a count or a sequence, the worker sends as many commands as have the region's size together, for each of its
    /// namespaces: one pass. That of sequential commands without a step covers the region to its last block, its last command being shorter
    /// where it has no room.
    /// With a time, commands go on from the start of the region until the time is over.
    public var region: Range<UInt64>?
    /// Commands per second, kept to the command: the n-th is due n/iops seconds after the start. At least `queueDepth`; nil runs
    /// free.
    public var iops: Int?
    /// Rates that follow each other instead of one; the last goes on until the worker ends.
    public var rateSteps: [RateStep] = []
    /// Where the sequential cursor starts; raised to the region's start.
    public var lbaStart: UInt64 = 0
    /// Queue priority, 0 (urgent)...3 (low); only 0 with round-robin arbitration.
    public var priority: Int = 0
    /// Processors that workers are bound to in turn, by their numbers. Empty: in turn all that the process may use where these are
    /// four or more, otherwise the scheduler decides.
    public var processors: [Int] = []
    /// Where random commands start.
    public var distribution: AddressDistribution = .uniform
    /// What write buffers hold before their stamps.
    public var pattern: WritePattern = .random(percent: 100)
    /// Replays these commands instead of generating any.
    public var sequence: [TimedCommand]?
    /// Time at the start whose commands are left out of the statistics.
    public var rampUp: Duration = .zero
    /// Pause after every `burst` commands.
    public var thinkTime: Duration = .zero
    /// Commands between two pauses of `thinkTime`.
    public var burst: Int = 1
    /// Collect completions per second.
    public var countsPerSecond = true
    /// How many of the last completed commands to keep for the result.
    public var lastCommands: Int = 0
    /// Seed of every random decision; nil draws one, which the result names.
    public var seed: UInt64?

    public init() {}
}

/// A rate and how long to keep it.
public struct RateStep: Sendable, Hashable {
    /// Commands per second, 1 or more.
    public var iops: Int
    /// nil for the last step, which has no end of its own.
    public var time: Duration?

    public init(iops: Int, time: Duration?) {
        self.iops = iops
        self.time = time
    }
}

/// Contents of a worker's write buffers.
public enum WritePattern: Sendable, Hashable {
    case zeros
    case ones
    /// The dword over and over, little-endian.
    case repeated(UInt32)
    /// The first `percent` of each buffer random, the rest zero; 0...100.
    case random(percent: Int)
}
