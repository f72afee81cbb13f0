/// Aggregation of interrupts (features 08h and 09h, NVMe Base 2.0 §5.27.1.6 and .7).
struct InterruptCoalescing {
    /// Completions of a vector that wait for a message.
    private var waiting: [UInt32]
    private var timerRuns: [Bool]
    /// Coalescing Disable (CD) of each vector.
    private var isDisabled: [Bool]
    /// Aggregation Threshold (THR), 0's based.
    var threshold: UInt8 = 0
    /// Aggregation Time (TIME) in units of 100 microseconds; 0 is no delay.
    var time: UInt8 = 0

    init(vectorCount: Int) {
        waiting = Array(repeating: 0, count: vectorCount)
        timerRuns = Array(repeating: false, count: vectorCount)
        isDisabled = Array(repeating: false, count: vectorCount)
    }

    var isActive: Bool { time > 0 && threshold > 0 }

    enum Decision {
        case send
        case wait
        case startTimer(nanoseconds: UInt64)
    }

    /// Completions were posted to a queue of the vector.
    mutating func posted(_ count: UInt32, vector: Int, isAdmin: Bool) -> Decision {
        guard isActive, !isAdmin, vector < waiting.count, !isDisabled[vector] else { return .send }
        waiting[vector] &+= count
        if waiting[vector] > UInt32(threshold) {
            waiting[vector] = 0
            return .send
        }
        if timerRuns[vector] { return .wait }
        timerRuns[vector] = true
        return .startTimer(nanoseconds: UInt64(time) * 100_000)
    }

    /// The aggregation time is over. True when completions wait for a message.
    mutating func timerEnded(vector: Int) -> Bool {
        guard vector < waiting.count else { return false }
        timerRuns[vector] = false
        let send = waiting[vector] > 0
        waiting[vector] = 0
        return send
    }

    mutating func setDisabled(_ disabled: Bool, vector: Int) {
        if vector < isDisabled.count { isDisabled[vector] = disabled }
    }

    mutating func reset() {
        for vector in waiting.indices {
            waiting[vector] = 0
            timerRuns[vector] = false
            isDisabled[vector] = false
        }
        threshold = 0
        time = 0
    }
}
