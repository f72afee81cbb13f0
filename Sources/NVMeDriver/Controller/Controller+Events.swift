import NVMeSpec

extension Controller {
    /// Waits until the controller reports one of these events (NVMe Base 2.0 §5.2), and returns it decoded.
    ///
    /// An event that another wait has delivered already, and that nobody has taken from here, is returned at once:
    /// `takeEvents()` before the cause makes sure of a new one. Other events stay for later calls. Sends an Asynchronous Event
    /// Request when none is outstanding.
    ///
    /// ```swift
    /// let event = try nvme0.waitForEvent(.temperatureThreshold, within: .seconds(5))
    /// let log = try nvme0.smartLog()        // reading the log page lets the controller report the next one
    /// ```
    ///
    /// - Parameters:
    ///   - wanted: compared by type and information; none for any event.
    ///   - limit: of the device's time; nil for `timeout`.
    ///
    /// Throws `eventTimeout`, `removed`, `controllerFatal`, `staleQueue` after a reset, `reentrantWait`, `status` when the request is
    /// refused, and what the event's closure throws.
    @discardableResult
    public func waitForEvent(
        _ wanted: AsynchronousEvent..., within limit: Duration? = nil, fileID: String = #fileID, line: Int = #line
    ) throws -> AsynchronousEvent {
        let limit = limit ?? timeout
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        let queue = try openAdminQueue()
        let place = ScriptLine(fileID: fileID, line: line)
        var session = waitSession(judges: true, at: place)
        var patience = patience(limit: limit)
        var isOver = false
        if queue.outstandingEvents == 0, events.isEmpty, events.unclaimed.isEmpty { try asynchronousEventRequest() }
        while true {
            guard !queue.isShut else { throw staleQueue(0) }
            try queue.collect()
            deliverEvents(to: &session)
            try session.finish()
            if let event = events.claim(wanted) { return event }
            guard !isOver else {
                throw NVMeError.eventTimeout(expected: wanted, others: events.unclaimed, limit: limit, at: place)
            }
            switch patience.turn() {
            case .again, .look(atDevice: false): continue
            case .look(atDevice: true): try checkHealth()
            case .expired, .exhausted: isOver = true
            }
        }
    }

    /// Removes and returns the events that were delivered and not returned by `waitForEvent`, oldest first.
    public func takeEvents() -> [AsynchronousEvent] { events.claimAll() }

    /// Events that were dropped because nobody took them while a thousand more came; those that a closure has had are not counted.
    public var lostEvents: Int { events.lost }

    /// Delivers every event that has been collected.
    func deliverEvents(to session: inout WaitSession) {
        while let delivery = events.take() {
            // Each is counted; one entry in the book is enough.
            if let lost = delivery.lost, events.lost == 1 { warnings.add(.eventLost(lost), at: session.place) }
            session.deliver(event: delivery.reaped, also: delivery.handler)
        }
    }

    /// Collects and delivers events at the end of a wait that had nothing to do with the admin queue.
    func deliverNews(from admin: AdminQueue?, at place: @autoclosure () -> ScriptLine) throws {
        guard let admin, admin.hasNews || !events.isEmpty else { return }
        try admin.collect()
        guard !events.isEmpty else { return }
        var session = waitSession(judges: false, at: place())
        deliverEvents(to: &session)
        try session.finish()
    }
}
