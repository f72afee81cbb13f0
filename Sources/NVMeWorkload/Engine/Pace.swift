/// When commands are due: at once, at a rate, along a rate schedule, or at the times of a replayed sequence.
///
/// All times are ticks since the start of the worker; commands count from 1. Due times never decrease.
struct Pace: ~Copyable {
    private enum Kind {
        case free
        case rate
        case list
    }

    private struct Step {
        var startTick: Double
        var ticksPerCommand: Double
        /// Commands due before this step.
        var commandsBefore: UInt64
        /// Commands due up to the end of this step.
        var commandsUpTo: UInt64
    }

    private let kind: Kind
    private var steps: [Step] = []
    private var step = 0
    private let list: UnsafeMutableBufferPointer<UInt64>

    /// - Parameters:
    ///   - workload: validated.
    ///   - ticksPerSecond: rate of the clock.
    init(_ workload: borrowing Workload, ticksPerSecond: Double) {
        if let sequence = workload.sequence {
            kind = .list
            list = .allocate(capacity: sequence.count)
            var latest: UInt64 = 0
            for (index, command) in sequence.enumerated() {
                latest = max(latest, Self.whole(command.time.inSeconds * ticksPerSecond))
                list.initializeElement(at: index, to: latest)
            }
            return
        }
        list = .allocate(capacity: 0)
        let rates =
            workload.rateSteps.isEmpty
            ? workload.iops.map { [RateStep(iops: $0, time: nil)] } ?? [] : workload.rateSteps
        kind = rates.isEmpty ? .free : .rate
        var start = 0.0
        var count: UInt64 = 0
        for (index, rate) in rates.enumerated() {
            let isLast = index == rates.count - 1
            let commands = Self.whole((rate.time?.inSeconds ?? 0) * Double(rate.iops))
            steps.append(
                Step(
                    startTick: start, ticksPerCommand: ticksPerSecond / Double(max(1, rate.iops)),
                    commandsBefore: count,
                    commandsUpTo: isLast ? .max : count &+ min(commands, .max - count)))
            count &+= min(commands, .max - count)
            start += (rate.time?.inSeconds ?? 0) * ticksPerSecond
        }
    }

    deinit { list.deallocate() }

    /// The number without its fraction; 0 for what lies below, the largest of all for what no run lives to see.
    @inline(__always)
    private static func whole(_ value: Double) -> UInt64 { value < 0x1p62 ? UInt64(max(0, value)) : .max }

    /// Whether commands wait for a time at all.
    var isFree: Bool { kind == .free }

    /// Tick at which the n-th command is due, n from 1. Call with numbers that do not decrease.
    @inline(__always)
    mutating func due(_ number: UInt64) -> UInt64 {
        switch kind {
        case .free: return 0
        case .list: return number >= 1 && number <= UInt64(list.count) ? list[Int(number - 1)] : .max
        case .rate: return dueAtRate(number)
        }
    }

    private mutating func dueAtRate(_ number: UInt64) -> UInt64 {
        while number > steps[step].commandsUpTo, step + 1 < steps.count { step += 1 }
        let current = steps[step]
        // From the start of the step each time: a sum of steps would drift.
        return Self.whole(current.startTick + Double(number &- current.commandsBefore) * current.ticksPerCommand)
    }
}
