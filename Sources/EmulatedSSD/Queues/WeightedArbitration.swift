/// Weighted round robin with urgent priority class (NVMe Base 2.3 §3.4.4.2).
extension EmulatedController {
    /// Admin strictly first, then the urgent class, then the weighted classes as far as their credits reach.
    func weightedRound() -> Int {
        // Strict priority: the classes below get a turn only when nothing above was waiting.
        var done = burst(0, limit: engine.pointee.burst)
        if done > 0 { return done }
        done = classRound(0, limit: .max)
        if done > 0 { return done }
        let weights = features.arbitrationWeights
        done &+= classRound(1, limit: weights.high)
        done &+= classRound(2, limit: weights.medium)
        done &+= classRound(3, limit: weights.low)
        return done
    }

    /// One round robin among the I/O queues of a class, from where the last one ended: a class that has credit for one command only
    /// serves each of its queues nevertheless.
    private func classRound(_ priority: UInt8, limit: Int) -> Int {
        var done = 0
        let count = queues.activeCount
        var place = engine.pointee.classTurns[Int(priority)]
        for _ in 0..<count where done < limit {
            place = place &+ 1 >= count ? 0 : place &+ 1
            let id = Int(queues.active[place])
            guard id != 0, queues.submission[id].priority == priority else { continue }
            done &+= burst(id, limit: min(engine.pointee.burst, limit &- done))
        }
        engine.pointee.classTurns[Int(priority)] = place
        return done
    }
}
