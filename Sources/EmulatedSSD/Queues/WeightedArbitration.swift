/// Weighted round robin with urgent priority class (NVMe Base 2.0 §3.4.4.2).
extension EmulatedController {
    /// Admin strictly first, then the urgent class, then the weighted classes as far as their credits reach.
    func weightedRound() -> Int {
        var done = classRound(nil, limit: .max)
        done &+= classRound(0, limit: .max)
        // Strict priority: the classes below get a turn only when nothing above was waiting.
        if done > 0 { return done }
        let weights = features.arbitrationWeights
        done &+= classRound(1, limit: weights.high)
        done &+= classRound(2, limit: weights.medium)
        done &+= classRound(3, limit: weights.low)
        return done
    }

    /// One round robin among the queues of a class; nil is the admin queue.
    private func classRound(_ priority: UInt8?, limit: Int) -> Int {
        var done = 0
        for place in 0..<queues.activeCount {
            let id = Int(queues.active[place])
            let isMember = priority == nil ? id == 0 : id != 0 && queues.submission[id].priority == priority
            guard isMember, done < limit else { continue }
            done &+= burst(id, limit: min(engine.pointee.burst, limit &- done))
        }
        return done
    }
}
