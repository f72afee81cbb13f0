import NVMe

extension JSONValue {
    /// What the controller answered.
    init(_ entry: CompletionQueueEntry) {
        self = [
            "status": ["type": .count(entry.status.code.type.rawValue), "code": .count(entry.status.code.code)],
            "name": .string(entry.status.code.name), "doNotRetry": .bool(entry.status.doNotRetry),
            "more": .bool(entry.status.more), "dw0": .count(entry.dw0), "dw1": .count(entry.dw1),
        ]
    }
}
