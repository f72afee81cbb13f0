import NVMeDriver
import NVMeSpec

/// Keeps what a worker reports beside its counters: seconds, the last commands, the end of the ramp-up.
///
/// Unsafe inside: `ring` has `ringCount` elements.
struct Recorder: ~Copyable {
    private let control: WorkerControl
    private let ticksPerSecond: UInt64
    private let rampTicks: UInt64
    private let wantsSeconds: Bool
    private let ring: UnsafeMutablePointer<CompletedCommand>
    private let ringCount: Int
    private var ringNext = 0
    private(set) var kept: UInt64 = 0
    private(set) var nextSecond: UInt64 = .max
    private var rampEnd: UInt64 = 0
    private var lastIdle: UInt64 = 0
    private var latest = WorkerCounters.zero
    /// Counters at the end of the ramp-up, and when that was.
    private(set) var baseline = WorkerCounters.zero
    private(set) var measuredFrom: UInt64 = 0
    private(set) var idleBefore: UInt64 = 0
    private(set) var seconds: [SecondSample] = []
    var firstError: Status?

    init(_ workload: Workload, control: WorkerControl, ticksPerSecond: UInt64) {
        self.control = control
        self.ticksPerSecond = max(1, ticksPerSecond)
        rampTicks = UInt64(workload.rampUp.inSeconds * Double(ticksPerSecond))
        wantsSeconds = workload.countsPerSecond
        ringCount = workload.lastCommands
        ring = .allocate(capacity: max(1, ringCount))
        ring.initialize(
            repeating: CompletedCommand(lba: 0, blocks: 0, operation: .flush), count: max(1, ringCount))
        if wantsSeconds { seconds.reserveCapacity(4096) }
    }

    deinit { ring.deallocate() }

    mutating func begin(at now: UInt64) {
        measuredFrom = now
        rampEnd = now &+ rampTicks
        nextSecond = rampTicks > 0 ? rampEnd : now &+ ticksPerSecond
    }

    /// Whether `keep` does anything.
    var keepsCommands: Bool { ringCount > 0 }

    @inline(__always)
    mutating func keep(_ slot: UnsafeMutablePointer<HotLoop.Slot>) {
        guard ringCount > 0 else { return }
        ring[ringNext] = CompletedCommand(
            lba: slot.pointee.lba, blocks: slot.pointee.blocks,
            operation: Operation(rawValue: slot.pointee.opcode))
        ringNext = ringNext &+ 1 == ringCount ? 0 : ringNext &+ 1
        kept &+= 1
    }

    /// The last commands, oldest first.
    var lastCommands: [CompletedCommand] {
        guard kept >= UInt64(ringCount) else { return (0..<ringNext).map { ring[$0] } }
        return (0..<ringCount).map { ring[(ringNext + $0) % ringCount] }
    }

    /// Closes every second that is over. Once a second, so it may allocate.
    @inline(never)
    mutating func tick(_ now: UInt64, idleTicks: UInt64? = nil) {
        tick(now, idle: IdleTime(ended: idleTicks ?? lastIdle))
    }

    /// Closes every second that is over, each with the idle time up to its own end.
    @inline(never)
    mutating func tick(_ now: UInt64, idle: IdleTime) {
        while now >= nextSecond {
            let counters = control.snapshot()
            let idleUpToNow = max(lastIdle, idle.ticks(upTo: nextSecond))
            if rampEnd > measuredFrom, nextSecond == rampEnd {
                baseline = counters
                measuredFrom = rampEnd
                idleBefore = idleUpToNow
            } else if wantsSeconds {
                seconds.append(sample(counters.since(latest), idle: idleUpToNow &- lastIdle))
            }
            latest = counters
            lastIdle = idleUpToNow
            nextSecond = nextSecond &+ ticksPerSecond
        }
    }

    private func sample(_ counters: WorkerCounters, idle: UInt64) -> SecondSample {
        let latency = LatencyStatistics(
            histogram: counters.latency, nanosecondsPerUnit: 1e9 / Double(ticksPerSecond))
        return SecondSample(
            completions: counters[WorkerControl.Counter.completions],
            bytes: counters[WorkerControl.Counter.bytesRead] &+ counters[WorkerControl.Counter.bytesWritten],
            latencyMean: latency.mean, latencyP50: latency.percentile(50), latencyP99: latency.percentile(99),
            latencyMaximum: latency.maximum,
            cpuUsage: 1 - min(1, Double(idle) / Double(ticksPerSecond)),
            latency: CompactLatency(latency))
    }
}

/// How long a worker has polled in vain: periods that have ended, and one that goes on.
struct IdleTime {
    /// Sum of the periods that have ended.
    var ended: UInt64
    /// Start of the period that goes on, or that ends with the tick at hand and is not in `ended` yet.
    var openSince: UInt64?

    /// Idle time before a moment that is not later than the present.
    func ticks(upTo moment: UInt64) -> UInt64 {
        guard let openSince, moment > openSince else { return ended }
        return ended &+ (moment &- openSince)
    }
}
