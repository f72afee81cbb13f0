import NVMeDriver
import NVMeSpec
import PCIExpress

extension HotLoop {
    /// Reaps what has completed, and gives the entries back with one doorbell.
    @inline(__always)
    mutating func reap(_ queue: inout CommandQueue) -> Int {
        guard var entry = queue.completion.head.peekWords() else { return 0 }
        now = readClock()
        if isIdle {
            isIdle = false
            if now > idleSince { idleTicks &+= now &- idleSince }
        }
        var lane = ReapLane(self, queue)
        while true {
            lane.head.advance()
            complete(entry, &lane, &queue)
            guard lane.taken < depth, let next = lane.head.peekWords() else { break }
            entry = next
        }
        freeCount = lane.freeCount
        queue.completion.head = lane.head
        words[WorkerControl.Counter.completions] &+= UInt64(truncatingIfNeeded: lane.taken &- lane.refused)
        words[WorkerControl.Counter.latencySum] &+= lane.latencySum
        if now >= recorder.nextSecond { recorder.tick(now, idleTicks: idleTicks) }
        do { try queue.completion.ring() } catch { doorbellFailed(error) }
        return lane.taken
    }

    /// - Parameter entry: dwords 0 and 1, and dwords 2 and 3: SQHD (15:0), SQID (31:16), CID (47:32), phase (48), status (63:49).
    @inline(__always)
    private mutating func complete(
        _ entry: (low: UInt64, high: UInt64), _ lane: inout ReapLane, _ queue: inout CommandQueue
    ) {
        let id = Int(truncatingIfNeeded: entry.high &>> 32 & 0xFFFF)
        let slot = lane.slots + id
        lane.taken &+= 1
        guard id < lane.depth, slot.pointee.isBusy != 0, entry.high &>> 16 & 0xFFFF == lane.queueID else {
            lane.refused &+= 1
            return refuse(entry)
        }
        slot.pointee.isBusy = 0
        lane.log.finish(slot.pointee.logSequence, words: entry, at: lane.now)
        lane.free[lane.freeCount] = UInt16(truncatingIfNeeded: id)
        lane.freeCount &+= 1

        let opcode = slot.pointee.opcode
        let latency = lane.now &- slot.pointee.submitted
        lane.latencySum &+= latency
        lane.words[WorkerControl.Counter.operations &+ Int(opcode)] &+= 1
        // Opcode bit 1 says that data came from the device; bytesWritten follows bytesRead.
        lane.words[WorkerControl.Counter.bytesWritten &- Int(opcode &>> 1 & 1)] &+= UInt64(slot.pointee.byteCount)
        lane.words[WorkerControl.Counter.latency &+ LatencyHistogram.bucket(of: latency)] &+= 1
        if entry.high & CompletionHead.statusMask | lane.always != 0 { completeFurther(entry, slot, &queue) }
    }

    /// What not every worker does, and what happens when a command fails.
    @inline(never)
    private mutating func completeFurther(
        _ entry: (low: UInt64, high: UInt64), _ slot: UnsafeMutablePointer<Slot>, _ queue: inout CommandQueue
    ) {
        if !pace.isFree {
            let late = now > slot.pointee.due ? now &- slot.pointee.due : 0
            words[WorkerControl.Counter.scheduledLatency &+ LatencyHistogram.bucket(of: late)] &+= 1
        }
        recorder.keep(slot)
        if entry.high & CompletionHead.statusMask != 0 { fail(entry, slot) }
        if integrity != nil { check(entry, slot, &queue) }
    }

    /// The first error ends the worker; what is outstanding is still waited for. Nobody knows what a failed command has moved.
    @inline(never)
    private mutating func fail(_ words: (low: UInt64, high: UInt64), _ slot: UnsafeMutablePointer<Slot>) {
        let entry = CompletionQueueEntry(words)
        let direction = WorkerControl.Counter.bytesWritten &- Int(slot.pointee.opcode &>> 1 & 1)
        self.words[direction] &-= UInt64(slot.pointee.byteCount)
        self.words[WorkerControl.Counter.errors] &+= 1
        if recorder.firstError == nil { recorder.firstError = entry.status }
        drain(.deviceError(entry.status))
    }

    @inline(never)
    private mutating func refuse(_ words: (low: UInt64, high: UInt64)) {
        let entry = CompletionQueueEntry(words)
        drain(
            .failed("the device completed command \(entry.commandID) of queue \(entry.sqID), which is not outstanding"))
    }
}

extension CompletionQueueEntry {
    /// The entry that two words of the ring hold.
    init(_ words: (low: UInt64, high: UInt64)) {
        self.init(
            dw0: UInt32(truncatingIfNeeded: words.low), dw1: UInt32(truncatingIfNeeded: words.low >> 32),
            sqHead: UInt16(truncatingIfNeeded: words.high), sqID: UInt16(truncatingIfNeeded: words.high >> 16),
            commandID: UInt16(truncatingIfNeeded: words.high >> 32),
            status: Status(rawValue: UInt16(truncatingIfNeeded: words.high >> 49)), phase: words.high >> 48 & 1 != 0)
    }
}

/// What every command that completes changes, in registers for the length of a batch.
struct ReapLane {
    var head: CompletionHead
    /// Only finishes records; where the next one goes is another batch's business.
    let log: LogCursor
    let queueID: UInt64
    let now: UInt64
    let slots: UnsafeMutablePointer<HotLoop.Slot>
    let free: UnsafeMutablePointer<UInt16>
    let words: UnsafeMutablePointer<UInt64>
    let depth: Int
    /// Not 0 where `completeFurther` has something to do for a command that went well.
    let always: UInt64
    var freeCount: Int
    var taken = 0
    /// Entries taken that belong to no outstanding command.
    var refused = 0
    var latencySum: UInt64 = 0

    @inline(__always)
    init(_ loop: borrowing HotLoop, _ queue: borrowing CommandQueue) {
        head = queue.completion.head
        log = queue.log.cursor
        queueID = UInt64(queue.id)
        now = loop.now
        slots = loop.slots
        free = loop.free
        words = loop.words
        depth = loop.depth
        always = !loop.pace.isFree || loop.recorder.keepsCommands || loop.integrity != nil ? 1 : 0
        freeCount = loop.freeCount
    }
}
