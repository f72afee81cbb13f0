/// Something that the device does at a later time.
struct TimedEvent {
    enum Kind: UInt8 {
        /// A command's completion, held back by the latency model.
        case completion
        /// The aggregation time of an interrupt vector has passed.
        case interruptCoalescing
        /// A sanitize operation ends.
        case sanitizeEnd
        /// A device self-test ends.
        case selfTestEnd
        /// A format ends: the namespace takes commands again.
        case formatEnd
    }

    /// Time of the device's clock.
    var due: UInt64
    /// Order among events of the same time.
    var order: UInt64 = 0
    /// Controller generation that the event belongs to; events of older generations come to nothing.
    var generation: UInt32
    var kind: Kind
    /// Vector, or namespace, or number of the background operation.
    var subject: UInt32 = 0
    var sqID: UInt16 = 0
    var commandID: UInt16 = 0
    var status: UInt16 = 0
    var dw0: UInt32 = 0
    var dw1: UInt32 = 0
}

/// The events to come, earliest first: a binary heap. It grows with them, because a device that forgets what it has to do
/// leaves commands without an answer; they are bounded by the entries of the host's completion queues.
struct TimedEvents: ~Copyable {
    private var heap: UnsafeMutablePointer<TimedEvent>
    private var capacity = 1 << 10
    private(set) var count = 0
    private var nextOrder: UInt64 = 0

    init() { heap = .allocate(capacity: capacity) }

    deinit { heap.deallocate() }

    var isEmpty: Bool { count == 0 }
    /// When the earliest event is due; never, when there is none.
    var nextDue: UInt64 { count == 0 ? .max : heap[0].due }

    mutating func insert(_ event: TimedEvent) {
        if count == capacity { grow() }
        var event = event
        event.order = nextOrder
        nextOrder &+= 1
        (heap + count).initialize(to: event)
        count &+= 1
        siftUp(count &- 1)
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<TimedEvent>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: heap, count: count)
        heap.deallocate()
        heap = larger
        capacity *= 2
    }

    mutating func popFirst() -> TimedEvent? { count == 0 ? nil : remove(at: 0) }

    /// Takes out the first event that matches, in no particular order.
    mutating func removeFirst(where matches: (TimedEvent) -> Bool) -> TimedEvent? {
        for index in 0..<count where matches(heap[index]) { return remove(at: index) }
        return nil
    }

    mutating func removeAll(where matches: (TimedEvent) -> Bool) {
        var kept = 0
        for index in 0..<count where !matches(heap[index]) {
            heap[kept] = heap[index]
            kept &+= 1
            siftUp(kept &- 1)
        }
        count = kept
    }

    private mutating func remove(at index: Int) -> TimedEvent {
        let event = heap[index]
        count &-= 1
        if index < count {
            heap[index] = heap[count]
            siftDown(index)
            siftUp(index)
        }
        return event
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (heap[left], heap[right])
        return a.due != b.due ? a.due < b.due : a.order < b.order
    }

    private func swapAt(_ left: Int, _ right: Int) {
        let saved = heap[left]
        heap[left] = heap[right]
        heap[right] = saved
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0, isBefore(child, (child &- 1) / 2) {
            swapAt(child, (child &- 1) / 2)
            child = (child &- 1) / 2
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var smallest = parent
            let left = 2 &* parent &+ 1
            if left < count, isBefore(left, smallest) { smallest = left }
            if left &+ 1 < count, isBefore(left &+ 1, smallest) { smallest = left &+ 1 }
            if smallest == parent { return }
            swapAt(parent, smallest)
            parent = smallest
        }
    }
}
