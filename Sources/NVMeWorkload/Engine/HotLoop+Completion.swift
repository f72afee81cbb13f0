import NVMeDriver
import NVMeSpec
import PCIExpress

extension HotLoop {
    /// Reaps what has completed, and gives the entries back with one doorbell.
    @inline(__always)
    mutating func reap(_ queue: inout CommandQueue) -> Int {
        guard var entry = queue.completion.peek() else { return 0 }
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
            guard count < depth, let next = queue.completion.peek() else { break }
            entry = next
        }
        if now >= recorder.nextSecond { recorder.tick(now, idleTicks: idleTicks) }
        do { try queue.completion.ring() } catch { drain(.failed(error.description)) }
        return count
    }

    @inline(__always)
    private mutating func complete(_ entry: CompletionQueueEntry, _ queue: inout CommandQueue) {
        let id = Int(entry.commandID)
        guard id < depth, slots[id].isBusy, entry.sqID == queue.id else { return refuse(entry) }
        let slot = slots[id]
        slots[id].isBusy = false
        queue.log.finish(slot.logSequence, with: entry, at: now)
        free[freeCount] = entry.commandID
        freeCount &+= 1

        let bytes =
            slot.opcode & 0b11 == 0 || slot.opcode == Operation.deallocate.rawValue
            ? 0 : UInt64(slot.blocks) &* UInt64(truncatingIfNeeded: targets[Int(slot.target)].blockSize)
        words[WorkerControl.Counter.completions] &+= 1
        words[WorkerControl.Counter.operations &+ Int(slot.opcode)] &+= 1
        words[slot.opcode & 0b10 != 0 ? WorkerControl.Counter.bytesRead : WorkerControl.Counter.bytesWritten] &+= bytes
        let latency = now &- slot.submitted
        words[WorkerControl.Counter.latencySum] &+= latency
        words[WorkerControl.Counter.latency &+ LatencyHistogram.bucket(of: latency)] &+= 1
        if !pace.isFree {
            let late = now > slot.due ? now &- slot.due : 0
            words[WorkerControl.Counter.scheduledLatency &+ LatencyHistogram.bucket(of: late)] &+= 1
        }
        recorder.keep(slot)
        if entry.statusAndPhase & 0x0FFE != 0 { fail(entry) }
        if integrity != nil { check(entry, &queue) }
    }

    /// The first error ends the worker; what is outstanding is still waited for.
    @inline(never)
    private mutating func fail(_ entry: CompletionQueueEntry) {
        words[WorkerControl.Counter.errors] &+= 1
        if recorder.firstError == nil { recorder.firstError = entry.status }
        drain(.deviceError(entry.status))
    }

    @inline(never)
    private mutating func refuse(_ entry: CompletionQueueEntry) {
        drain(
            .failed("the device completed command \(entry.commandID) of queue \(entry.sqID), which is not outstanding"))
    }
}
