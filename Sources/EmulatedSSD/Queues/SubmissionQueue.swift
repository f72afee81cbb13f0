/// State of one submission queue, in raw memory.
struct SubmissionQueue {
    /// Nil: there is no such queue.
    var memory: QueueMemory?
    var entryCount: UInt32 = 0
    /// Values that the tail may take: `entryCount`, and none once the host has rung a wrong one.
    var tailLimit: UInt32 = 0
    /// Next entry to fetch.
    var head: UInt32 = 0
    /// Where the host's entries end; always less than `entryCount`.
    var tail: UInt32 = 0
    var completionQueue: UInt16 = 0
    var id: UInt16 = 0
    /// QPRIO: 0 urgent, 1 high, 2 medium, 3 low.
    var priority: UInt8 = 0

    @inline(__always) var isEmpty: Bool { head == tail }

    /// The entry after `index`.
    @inline(__always)
    func next(_ index: UInt32) -> UInt32 { index &+ 1 == entryCount ? 0 : index &+ 1 }

    /// Takes a new tail from the doorbell. False when the value is not in the queue, or passes the head.
    @inline(__always)
    mutating func setTail(_ value: UInt32) -> Bool {
        guard value < tailLimit else { return false }
        let used = tail >= head ? tail &- head : tail &+ entryCount &- head
        let added = value >= tail ? value &- tail : value &+ entryCount &- tail
        guard used &+ added < entryCount else { return false }
        tail = value
        return true
    }

    var isStopped: Bool { tailLimit == 0 }

    /// Nothing more is fetched until the queue is deleted and made again.
    mutating func stop() {
        tailLimit = 0
        tail = head
    }
}
