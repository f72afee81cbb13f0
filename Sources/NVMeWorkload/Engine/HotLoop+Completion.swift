import NVMeDriver
import NVMeSpec
import PCIExpress

extension HotLoop {
    /// Reaps what has completed, and gives the entries back with one doorbell.
    @inline(__always)
    mutating func reap(_ queue: inout CommandQueue) -> Int {
        guard var entry = queue.completion.peekWords() else { return 0 }
        now = readClock()
        if isIdle {
            isIdle = false
            if now > idleSince { idleTicks &+= now &- idleSince }
        }
        var count = 0
        while true {
            queue.completion.advance()
            complete(entry, &queue)
            count &+= 1
            guard count < depth, let next = queue.completion.peekWords() else { break }
            entry = next
        }
        if now >= recorder.nextSecond { recorder.tick(now, idleTicks: idleTicks) }
        do { try queue.completion.ring() } catch { drain(.failed(error.description)) }
        return count
    }

    /// - Parameter entry: dwords 0 and 1, and dwords 2 and 3: SQHD (15:0), SQID (31:16), CID (47:32), phase (48), status (63:49).
    @inline(__always)
    private mutating func complete(_ entry: (low: UInt64, high: UInt64), _ queue: inout CommandQueue) {
        let id = Int(truncatingIfNeeded: entry.high &>> 32 & 0xFFFF)
        guard id < depth, slots[id].isBusy, entry.high &>> 16 & 0xFFFF == UInt64(queue.id) else { return refuse(entry) }
        let slot = slots + id
        slot.pointee.isBusy = false
        queue.log.finish(slot.pointee.logSequence, words: entry, at: now)
        free[freeCount] = UInt16(truncatingIfNeeded: id)
        freeCount &+= 1

        let opcode = slot.pointee.opcode
        let latency = now &- slot.pointee.submitted
        words[WorkerControl.Counter.completions] &+= 1
        words[WorkerControl.Counter.operations &+ Int(opcode)] &+= 1
        // Opcode bit 1 says that data came from the device; bytesWritten follows bytesRead.
        words[WorkerControl.Counter.bytesWritten &- Int(opcode &>> 1 & 1)] &+= UInt64(slot.pointee.byteCount)
        words[WorkerControl.Counter.latencySum] &+= latency
        words[WorkerControl.Counter.latency &+ LatencyHistogram.bucket(of: latency)] &+= 1
        if !pace.isFree {
            let late = now > slot.pointee.due ? now &- slot.pointee.due : 0
            words[WorkerControl.Counter.scheduledLatency &+ LatencyHistogram.bucket(of: late)] &+= 1
        }
        recorder.keep(slot)
        if entry.high & 0x0FFE << 48 != 0 { fail(entry) }
        if integrity != nil { check(entry, &queue) }
    }

    /// The first error ends the worker; what is outstanding is still waited for.
    @inline(never)
    private mutating func fail(_ words: (low: UInt64, high: UInt64)) {
        let entry = CompletionQueueEntry(words)
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
