import CNVMeHost
import NVMeSpec

/// Fetching and arbitration: what the controller does when it is looked after.
extension EmulatedController {
    /// One round over all submission queues, and whatever time has brought.
    ///
    /// - Returns: commands executed and events handled; 0 when there was nothing to do.
    func runBatch() -> Int {
        var done = timedEvents.isEmpty ? 0 : runDueEvents()
        if engine.pointee.isRunning {
            done &+= engine.pointee.isWeighted ? weightedRound() : round()
            if engine.pointee.hasNews { done &+= deliverEvents() }
            if engine.pointee.touchedCount > 0 { raiseInterrupts() }
        }
        return done
    }

    /// Round robin: each queue in turn gives up to a burst of commands (NVMe Base 2.0 §3.4.4.1).
    private func round() -> Int {
        var done = 0
        let count = queues.activeCount
        var place = engine.pointee.turn
        for _ in 0..<count {
            place = place &+ 1 >= count ? 0 : place &+ 1
            done &+= burst(Int(queues.active[place]), limit: engine.pointee.burst)
        }
        engine.pointee.turn = place
        return done
    }

    /// Executes up to `limit` commands of one queue.
    @inline(__always)
    func burst(_ id: Int, limit: Int) -> Int {
        readTail(id)
        let queue = queues.submission + id
        if queue.pointee.isEmpty { return 0 }
        let completion = queues.completion + Int(queue.pointee.completionQueue)
        readHead(Int(queue.pointee.completionQueue))
        var done = 0
        while done < limit, !queue.pointee.isEmpty, completion.pointee.hasRoom, engine.pointee.isRunning {
            fetch(queue, completion)
            done &+= 1
        }
        return done
    }

    /// Fetches one entry, with exactly one read of host memory, and executes it.
    @inline(__always)
    private func fetch(
        _ queue: UnsafeMutablePointer<SubmissionQueue>, _ completion: UnsafeMutablePointer<CompletionQueue>
    ) {
        guard copyEntry(queue, at: queue.pointee.head, to: &request.pointee.sqe) else { return fail() }
        queue.pointee.head = queue.pointee.next(queue.pointee.head)
        completion.pointee.reserved &+= 1
        request.pointee.begin(queue: queue.pointee.id, generation: engine.pointee.generation)
        if queue.pointee.id == 0 { executeAdmin() } else { executeNVM(queue) }
    }

    /// Copies an entry by volatile loads: the host may write to it at any time, and must not be believed twice.
    @inline(__always)
    func copyEntry(
        _ queue: UnsafeMutablePointer<SubmissionQueue>, at index: UInt32, to entry: inout SubmissionQueueEntry
    ) -> Bool {
        guard let source = queue.pointee.memory?.entry(index) else { return false }
        withUnsafeMutableBytes(of: &entry) { target in
            for offset in stride(from: 0, to: 64, by: 8) {
                target.storeBytes(of: nvme_load64(source + offset), toByteOffset: offset, as: UInt64.self)
            }
        }
        return true
    }

    /// What a command whose execution has ended leads to: a completion now, or when the latency model says.
    @inline(__always)
    func finish(_ outcome: Outcome) {
        guard case .complete(let status, let dw0, let dw1) = outcome else {
            return releasePlace(request.pointee.sqID)
        }
        if status.rawValue != 0 { recordError(status) }
        if engine.pointee.isInstant, request.pointee.extraLatency == 0 {
            return complete(request.pointee.sqID, request.pointee.sqe.commandID, status.rawValue, dw0, dw1)
        }
        delay(status, dw0, dw1)
    }

    /// Gives back the place in the completion queue that was reserved when the command was fetched.
    @inline(__always)
    func releasePlace(_ sqID: UInt16) {
        let completion = queues.completion + Int(queues.submission[Int(sqID)].completionQueue)
        if completion.pointee.reserved > 0 { completion.pointee.reserved &-= 1 }
    }

    /// Completes a command that a place was reserved for.
    @inline(__always)
    func complete(_ sqID: UInt16, _ commandID: UInt16, _ status: UInt16, _ dw0: UInt32, _ dw1: UInt32) {
        let id = Int(queues.submission[Int(sqID)].completionQueue)
        guard queues.completion[id].canPost else { return completeLater(sqID, commandID, status, dw0, dw1) }
        releasePlace(sqID)
        post(sqID, commandID, status, dw0, dw1)
    }

    /// The second command of a fused pair may find the queue full: it tries again.
    @inline(never)
    private func completeLater(_ sqID: UInt16, _ commandID: UInt16, _ status: UInt16, _ dw0: UInt32, _ dw1: UInt32) {
        timedEvents.insert(
            TimedEvent(
                due: clock.now &+ 10_000, generation: engine.pointee.generation, kind: .completion,
                sqID: sqID, commandID: commandID, status: status, dw0: dw0, dw1: dw1))
    }

    @inline(never)
    private func delay(_ status: Status, _ dw0: UInt32, _ dw1: UInt32) {
        if engine.pointee.isNonOperational, request.pointee.sqID != 0 { returnToOperationalState() }
        if commandFlaws != nil, strike(status, dw0, dw1) { return }
        let wait = latencyOfRequest()
        let command = request.pointee.sqe.commandID
        guard wait > 0 else { return complete(request.pointee.sqID, command, status.rawValue, dw0, dw1) }
        timedEvents.insert(
            TimedEvent(
                due: clock.now &+ wait, generation: request.pointee.generation, kind: .completion,
                sqID: request.pointee.sqID, commandID: command, status: status.rawValue, dw0: dw0, dw1: dw1))
    }

    private func latencyOfRequest() -> UInt64 {
        let model = profile.latency
        let base: UInt64 =
            if request.pointee.sqID == 0 {
                model.admin
            } else {
                switch request.pointee.opcode {
                case NVMOpcode.read.rawValue: model.read
                case NVMOpcode.write.rawValue: model.write
                default: model.other
                }
            }
        return model.latency(base: base, bytes: request.pointee.mediaBytes, random: &random)
            &+ request.pointee.extraLatency
    }

    /// Writes a completion queue entry. There is a place for it.
    @inline(__always)
    func post(_ sqID: UInt16, _ commandID: UInt16, _ status: UInt16, _ dw0: UInt32, _ dw1: UInt32) {
        let queue = queues.submission + Int(sqID)
        let id = queue.pointee.completionQueue
        let completion = queues.completion + Int(id)
        guard let entry = completion.pointee.memory?.entry(completion.pointee.tail) else { return fail() }
        nvme_store64(entry, UInt64(dw1) << 32 | UInt64(dw0))
        nvme_store32(entry + 8, UInt32(sqID) << 16 | queue.pointee.head)
        // The phase tag tells the host that the entry is there: it comes last.
        nvme_store_release32(entry + 12, UInt32(status) << 17 | completion.pointee.phase << 16 | UInt32(commandID))
        completion.pointee.tail &+= 1
        if completion.pointee.tail == completion.pointee.entryCount {
            completion.pointee.tail = 0
            completion.pointee.phase ^= 1
        }
        if completion.pointee.posted == 0 {
            // A queue that is deleted and made again within a batch is noted twice: there may be more notes than queues.
            if engine.pointee.touchedCount == queues.count { raiseInterrupts() }
            touched[engine.pointee.touchedCount] = id
            engine.pointee.touchedCount &+= 1
        }
        completion.pointee.posted &+= 1
        statistics.pointee.commands &+= 1
    }

    /// One message for all entries that a completion queue got in this batch.
    func raiseInterrupts() {
        for index in 0..<engine.pointee.touchedCount {
            let id = Int(touched[index])
            let queue = queues.completion + id
            let count = queue.pointee.posted
            queue.pointee.posted = 0
            guard count > 0, queue.pointee.interruptsEnabled, queue.pointee.memory != nil else { continue }
            let vector = Int(queue.pointee.vector)
            switch coalescing.posted(count, vector: vector, isAdmin: id == 0) {
            case .send: interrupts.signal(vector)
            case .wait: break
            case .startTimer(let nanoseconds):
                timedEvents.insert(
                    TimedEvent(
                        due: clock.now &+ nanoseconds, generation: engine.pointee.generation,
                        kind: .interruptCoalescing, subject: UInt32(vector)))
            }
        }
        engine.pointee.touchedCount = 0
    }
}
