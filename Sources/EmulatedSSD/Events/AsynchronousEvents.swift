import NVMeSpec

/// Outstanding Asynchronous Event Request commands, and what happened that the host has not been told.
///
/// One event of a type is reported; the type then stays masked until the host reads its log page (NVMe Base 2.0 §5.2).
struct AsynchronousEvents {
    /// Events beyond so many are lost: the log pages still tell.
    private static let capacity = 32
    private let limit: Int
    /// Command identifiers, oldest first.
    private var requests: [UInt16] = []
    private var events: [AsynchronousEvent] = []
    /// Reported types, with the log page that lifts the mask.
    private var masked: [(type: AsynchronousEventType, logPage: LogPageIdentifier)] = []

    init(limit: Int) {
        self.limit = limit
        requests.reserveCapacity(limit)
        events.reserveCapacity(Self.capacity)
        masked.reserveCapacity(8)
    }

    /// Keeps an Asynchronous Event Request; false when there are as many as AERL allows.
    mutating func addRequest(_ commandID: UInt16) -> Bool {
        guard requests.count < limit else { return false }
        requests.append(commandID)
        return true
    }

    /// Takes a request back for Abort; false when it is not outstanding.
    mutating func removeRequest(_ commandID: UInt16) -> Bool {
        guard let index = requests.firstIndex(of: commandID) else { return false }
        requests.remove(at: index)
        return true
    }

    mutating func post(_ event: AsynchronousEvent) {
        guard events.count < Self.capacity, !events.contains(event) else { return }
        events.append(event)
    }

    /// Whether a request can be completed now.
    var isDeliverable: Bool {
        !requests.isEmpty && events.contains { event in !masked.contains { $0.type == event.type } }
    }

    /// The next request that can be completed, with its dword 0. The event's type is masked from here on.
    mutating func next() -> (commandID: UInt16, dw0: UInt32)? {
        guard !requests.isEmpty else { return nil }
        guard let index = events.firstIndex(where: { event in !masked.contains { $0.type == event.type } }) else {
            return nil
        }
        let event = events.remove(at: index)
        masked.append((event.type, event.logPage))
        return (requests.removeFirst(), event.rawValue)
    }

    /// The host read a log page without Retain Asynchronous Event: what it was told is cleared, and events of the type may come
    /// again.
    ///
    /// While no request is outstanding, the events that wait for one are cleared as well and never told (NVMe Base 2.0 §5.2).
    /// With one outstanding they wait for nothing but the end of the mask, and are told now.
    mutating func logPageRead(_ logPage: LogPageIdentifier) {
        if requests.isEmpty { events.removeAll { $0.logPage == logPage } }
        masked.removeAll { $0.logPage == logPage }
    }

    /// What a log page was about to tell is out of date: its events, told or not, are gone.
    mutating func forget(logPage: LogPageIdentifier) {
        events.removeAll { $0.logPage == logPage }
        logPageRead(logPage)
    }

    /// Controller reset: nothing is outstanding, nothing is remembered.
    mutating func reset() {
        requests.removeAll(keepingCapacity: true)
        events.removeAll(keepingCapacity: true)
        masked.removeAll(keepingCapacity: true)
    }
}
