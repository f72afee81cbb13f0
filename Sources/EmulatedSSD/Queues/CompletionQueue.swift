/// State of one completion queue, in raw memory.
struct CompletionQueue {
    /// Nil: there is no such queue.
    var memory: QueueMemory?
    var entryCount: UInt32 = 0
    /// What the host has consumed.
    var head: UInt32 = 0
    /// Next entry to write.
    var tail: UInt32 = 0
    /// Phase tag of the present pass: 1 in the first.
    var phase: UInt32 = 1
    /// Places promised to commands that are being executed.
    var reserved: UInt32 = 0
    /// Entries written since interrupts were last looked at.
    var posted: UInt32 = 0
    var submissionQueues: UInt16 = 0
    var vector: UInt16 = 0
    var interruptsEnabled = false

    @inline(__always) var used: UInt32 { tail >= head ? tail &- head : tail &+ entryCount &- head }

    /// Whether one more command may be fetched whose completion goes here.
    @inline(__always) var hasRoom: Bool { used &+ reserved &+ 1 < entryCount }

    /// Whether one entry fits beside what is promised.
    @inline(__always) var canPost: Bool { used &+ 1 < entryCount }

    /// Takes a new head from the doorbell. False when the value is not in the queue, or passes the tail.
    @inline(__always)
    mutating func setHead(_ value: UInt32) -> Bool {
        guard value < entryCount else { return false }
        let consumed = value >= head ? value &- head : value &+ entryCount &- head
        guard consumed <= used else { return false }
        head = value
        return true
    }
}
