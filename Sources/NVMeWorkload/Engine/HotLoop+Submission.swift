import CNVMeHost
import NVMeDriver
import NVMeSpec
import PCIExpress

extension HotLoop {
    /// Sends every command that has a slot and is due, and rings once.
    @inline(__always)
    mutating func submit(_ queue: inout CommandQueue) -> Int {
        guard freeCount > 0 else { return ring(&queue) }
        let request = nvme_load64(self.request)
        if request != 0 {
            if request == WorkerControl.Request.stop.rawValue { drain(.stopped) }
            return ring(&queue)
        }
        if isFreeRun { fill(&queue) } else { fillInTime(&queue) }
        return ring(&queue)
    }

    /// Fills every free slot, unless the end has come.
    @inline(__always)
    private mutating func fill(_ queue: inout CommandQueue) {
        guard !isDraining else { return }
        if end != .max {
            if isIdle { now = readClock() }
            guard now <= end else { return drain(.finished) }
        }
        var count = freeCount
        if commandLimit &- sent <= UInt64(truncatingIfNeeded: count) {
            count = Int(truncatingIfNeeded: commandLimit &- sent)
            if count == 0 { return drain(.finished) }
        }
        if isIdle { endIdleTime() }
        draw(count)
        place(count, &queue)
        given = sent
    }

    /// Sends what is due.
    private mutating func fillInTime(_ queue: inout CommandQueue) {
        while freeCount > 0 {
            if sent == given, !give() { break }
            if !pace.isFree {
                // Give slots as long as there are any, so that a late command is caught up after the limit too.
                while given &- sent < UInt64(truncatingIfNeeded: freeCount), give() {}
                guard due(of: sent &+ 1) <= now else { break }
            }
            guard now >= notBefore else { break }
            if isIdle { endIdleTime() }
            guard drawNext() else {
                given = sent
                return drain(.finished)
            }
            slots[Int(free[freeCount &- 1])].due = due(of: sent &+ 1)
            place(1, &queue)
            if thinkTicks > 0 { think() }
        }
    }

    /// Gives the next free identifier its command; false when a pass over all namespaces is complete.
    private mutating func drawNext() -> Bool {
        guard endsWithItsPass else {
            draw(1)
            return true
        }
        for _ in 0..<targetCount {
            let target = targets + nextTarget
            if target.pointee.pass.isOver {
                nextTarget = nextTarget &+ 1 == targetCount ? 0 : nextTarget &+ 1
                continue
            }
            draw(1)
            if !target.pointee.pass.ends(before: slots[Int(free[freeCount &- 1])].lba) { return true }
        }
        return false
    }

    /// Tells the device of everything that was put into the ring. Returns how much that was.
    @inline(__always)
    private mutating func ring(_ queue: inout CommandQueue) -> Int {
        guard unrung > 0 else { return 0 }
        let count = unrung
        unrung = 0
        isIdle = false
        do { try queue.submission.ring() } catch { doorbellFailed(error) }
        return count
    }

    /// Apart from the loop, so that it has nothing to release.
    @inline(never)
    mutating func doorbellFailed(_ error: PCIeError) { drain(.failed(error.description)) }

    /// Takes the next command of the schedule in hand, if it belongs to this run at all.
    @inline(__always)
    private mutating func give() -> Bool {
        guard !isDraining else { return false }
        guard given < commandLimit else {
            drain(.finished)
            return false
        }
        if end != .max {
            if pace.isFree, isIdle || now == 0 { now = readClock() }
            guard now <= end, nextDue <= end else {
                drain(.finished)
                return false
            }
        }
        // A command that is in hand would hide the end of the time for as long as the pause lasts.
        if pace.isFree, now < notBefore { return false }
        given &+= 1
        if !pace.isFree {
            dues[Int(truncatingIfNeeded: given % UInt64(truncatingIfNeeded: depth))] = nextDue
            let due = pace.due(given &+ 1)
            nextDue = due == .max ? .max : start &+ due
        }
        return true
    }

    @inline(__always)
    func due(of number: UInt64) -> UInt64 {
        pace.isFree ? 0 : dues[Int(truncatingIfNeeded: number % UInt64(truncatingIfNeeded: depth))]
    }

    /// Starts no more commands. The first reason counts, but what goes wrong after an end as planned counts before that, so does a stop
    /// while commands of the schedule are still to be sent, and wrong data behind an error status that the script may have expected.
    @inline(never)
    mutating func drain(_ reason: WorkloadOutcome) {
        guard !isDraining || gives(wayTo: reason) else { return }
        isDraining = true
        outcome = reason
        if reason != .finished || pace.isFree { given = sent }
    }

    private func gives(wayTo reason: WorkloadOutcome) -> Bool {
        switch outcome {
        case .finished: !reason.isSuccess || reason == .reset || reason == .stopped && sent != given
        case .stopped: !reason.isSuccess
        case .deviceError: reason == .dataMismatch
        default: false
        }
    }

    /// Puts a command that had to wait into the ring.
    mutating func post(_ entry: SubmissionQueueEntry, slot: Int, _ queue: inout CommandQueue) {
        slots[slot].logSequence = queue.log.begin(entry, at: now)
        slots[slot].submitted = now
        slots[slot].isBusy = 1
        queue.submission.push(entry)
        unrung &+= 1
    }

    @inline(__always)
    private mutating func endIdleTime() {
        now = readClock()
        isIdle = false
        if now > idleSince { idleTicks &+= now &- idleSince }
    }

    private mutating func think() {
        burstLeft &-= 1
        guard burstLeft == 0 else { return }
        burstLeft = burst
        notBefore = now &+ thinkTicks
    }
}
