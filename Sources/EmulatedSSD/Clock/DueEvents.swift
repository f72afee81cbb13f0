/// What time brings.
extension EmulatedController {
    /// Handles the events that are due. Returns how many.
    @inline(never)
    func runDueEvents() -> Int {
        guard canMaster else { return 0 }
        let now = clock.now
        var done = 0
        while timedEvents.nextDue <= now, let event = timedEvents.popFirst() {
            run(event)
            done &+= 1
        }
        if engine.pointee.touchedCount > 0 { raiseInterrupts() }
        return done
    }

    private func run(_ event: TimedEvent) {
        switch event.kind {
        case .completion:
            guard event.generation == engine.pointee.generation, engine.pointee.isRunning else { return }
            readHead(Int(queues.submission[Int(event.sqID)].completionQueue))
            complete(event.sqID, event.commandID, event.status, event.dw0, event.dw1)
        case .interruptCoalescing:
            guard event.generation == engine.pointee.generation else { return }
            if coalescing.timerEnded(vector: Int(event.subject)) { interrupts.signal(Int(event.subject)) }
        case .sanitizeEnd: sanitizeEnded(event)
        case .selfTestEnd: selfTestEnded(event)
        case .formatEnd: namespace(event.subject)?.formatInProgress = false
        }
    }
}
