import CNVMeHost
import Glibc
import NVMeDriver
import NVMeSpec
import PCIExpress

/// One worker's loop: generate, submit, complete, measure. Per command it touches preallocated memory only.
///
/// The clock is read once for each batch of completions and once for each batch of submissions that follows none. A latency is therefore
/// too long by at most the time that the completions before it in its batch took to handle.
///
/// Unsafe inside: `slots`, `free` and `dues` have the sizes named beside them; a command identifier from the device passes a range and
/// a busy check before it indexes anything.
struct HotLoop: ~Copyable {
    /// What is known of a command that has an identifier: one cache line.
    struct Slot {
        var submitted: UInt64 = 0
        var logSequence: UInt64 = 0
        var lba: UInt64 = 0
        /// CDW0 and NSID, as they are sent.
        var head: UInt64 = 0
        var blocks: UInt32 = 0
        /// Bytes that the command moves.
        var byteCount: UInt32 = 0
        var due: UInt64 = 0
        var isBusy: UInt64 = 0
        private var padding: UInt64 = 0

        @inline(__always)
        var opcode: UInt8 { UInt8(truncatingIfNeeded: head) }
    }

    /// A namespace and the commands for it.
    struct Target: ~Copyable {
        let nsid: UInt32
        let blockSize: UInt32
        var generator: CommandGenerator
        /// Used where the pass is of several sizes.
        var pass = RegionPass()
    }

    // What to do.
    let depth: Int
    let targets: UnsafeMutablePointer<Target>
    let targetCount: Int
    var nextTarget = 0
    var memory: WorkerMemory
    var pace: Pace
    let sequence: UnsafeMutableBufferPointer<GeneratedCommand>
    let commandLimit: UInt64
    let thinkTicks: UInt64
    let burst: UInt64
    /// Neither pace nor pauses nor an end that only the drawn commands know: a free slot is filled at once.
    let isFreeRun: Bool
    /// The commands end where they have passed over the region once.
    let endsWithItsPass: Bool

    // Where it stands.
    let slots: UnsafeMutablePointer<Slot>
    let free: UnsafeMutablePointer<UInt16>
    var freeCount: Int
    /// Due times of the commands that have been given a slot but are not sent, by command number.
    let dues: UnsafeMutablePointer<UInt64>
    var given: UInt64 = 0
    var sent: UInt64 = 0
    var nextDue: UInt64 = 0
    var burstLeft: UInt64
    var notBefore: UInt64 = 0
    var start: UInt64 = 0
    var end: UInt64 = .max
    /// When the worker is ended, whatever it still waits for.
    var overdue: UInt64
    var isDraining = false
    var outcome: WorkloadOutcome?

    // How time goes by.
    let controller: Controller
    let pair: QueuePair
    let clock: DriverClock
    let stepper: (any DeviceStepper)?
    let usesTicks: Bool
    /// What a virtual clock is ahead of the device's: time that passed with nothing for the device to do.
    var skew: UInt64 = 0
    var now: UInt64 = 0
    var idleSince: UInt64 = 0
    var isIdle = false
    var idleTicks: UInt64 = 0
    var spins = 0
    /// The device has nothing left to do, and the queue is looked at once more.
    var isLastLook = false
    var nextLook: UInt64 = 0
    let lookInterval: UInt64
    let timeout: UInt64

    // What blocks ought to hold.
    /// Non-zero while any namespace of the controller is verified; one look per command.
    let verifies: UnsafeMutablePointer<UInt32>
    /// Made for the first command after verification began.
    var integrity: UnsafeMutablePointer<QueueIntegrity>?
    /// Commands put into the ring since the doorbell was rung.
    var unrung = 0

    // What was measured.
    let control: WorkerControl
    let words: UnsafeMutablePointer<UInt64>
    let request: UnsafeMutablePointer<UInt64>
    var recorder: Recorder

    deinit {
        if let integrity {
            integrity.deinitialize(count: 1)
            integrity.deallocate()
        }
        for index in 0..<targetCount { (targets + index).deinitialize(count: 1) }
        targets.deallocate()
        slots.deallocate()
        free.deallocate()
        dues.deallocate()
        sequence.deallocate()
    }

    var outstanding: Int { depth &- freeCount }

    @inline(__always)
    func readClock() -> UInt64 {
        usesTicks ? nvme_ticks() : clock.stamp() &+ skew
    }
}

extension HotLoop {
    /// Runs until the workload is done or something ends it; leaves commands outstanding only where nothing will complete them.
    mutating func run(_ queue: inout CommandQueue) -> WorkloadOutcome {
        begin()
        // What was sent and not completed may have been carried out, or not.
        defer { if outstanding > 0 { integrity?.pointee.abandon() } }
        var turns = 0
        while true {
            let reaped = reap(&queue)
            let submitted = submit(&queue)
            turns &+= 1
            if reaped | submitted == 0 {
                if let reason = idle() { return conclude(reason) }
            } else {
                spins = 0
                if turns & 63 == 0, !pair.isAlive { return conclude(.reset) }
            }
            if isDraining, outstanding == 0, sent == given { return outcome ?? .finished }
        }
    }

    /// Ends although commands may be outstanding. What went wrong before that is the reason, this only its consequence.
    @inline(never)
    private mutating func conclude(_ reason: WorkloadOutcome) -> WorkloadOutcome {
        drain(reason)
        return outcome ?? reason
    }

    private mutating func begin() {
        now = readClock()
        start = now
        idleSince = now
        isIdle = true
        end = end == .max ? .max : start &+ end
        overdue = overdue == .max ? .max : end &+ overdue
        nextDue = start &+ pace.due(1)
        nextLook = now &+ lookInterval
        recorder.begin(at: now)
        words[WorkerControl.Counter.startTick] = start
    }

    /// Nothing completed and nothing was due. Returns why the worker has to end, if it has to.
    @inline(never)
    private mutating func idle() -> WorkloadOutcome? {
        if !isIdle {
            // The batch before has just ended: from here on the processor polls in vain.
            now = readClock()
            idleSince = now
            isIdle = true
        }
        spins &+= 1
        if let stepper {
            if stepper.step() {
                isLastLook = false
            } else if let outcome = skipAhead() {
                return outcome
            }
        } else if spins < 256 {
            nvme_pause()
        } else {
            sched_yield()
        }
        guard spins & 31 == 0 || !pace.isFree || stepper != nil else { return nil }
        now = readClock()
        return now >= nextLook ? look() : (pair.isAlive ? nil : .reset)
    }

    /// The device has nothing left to do: only the passing of time can bring the next command on.
    private mutating func skipAhead() -> WorkloadOutcome? {
        guard outstanding == 0 else {
            // Another thread's step may have brought the completion since the last look.
            guard isLastLook else {
                isLastLook = true
                return nil
            }
            return timeout(of: oldestCommand)
        }
        let wakeUp = min(max(sent < given ? due(of: sent &+ 1) : nextDue, notBefore), end == .max ? .max : end &+ 1)
        let time = readClock()
        if wakeUp != .max, wakeUp > time { skew &+= wakeUp &- time }
        return nil
    }

    /// Once a millisecond: end of time, requests, time-outs, the device's health.
    private mutating func look() -> WorkloadOutcome? {
        nextLook = now &+ lookInterval
        recorder.tick(now, idle: IdleTime(ended: idleTicks, openSince: isIdle ? idleSince : nil))
        guard pair.isAlive else { return .reset }
        guard now <= overdue else { return .overdue }
        guard outstanding > 0 else { return nil }
        let oldest = oldestCommand
        let submitted = slots[Int(oldest)].submitted
        guard now > submitted, now &- submitted > timeout / 8 else { return nil }
        do {
            let status = try controller.status
            if status.controllerFatal { return .failed("the controller reports a fatal status (CSTS.CFS)") }
        } catch {
            return pair.isAlive ? .removed : .reset
        }
        return now &- submitted > timeout ? timeout(of: oldest) : nil
    }

    @inline(never)
    private func timeout(of identifier: UInt16) -> WorkloadOutcome {
        let slot = slots[Int(identifier)]
        return .commandTimeout(
            OverdueCommand(
                commandID: identifier, operation: Operation(rawValue: slot.opcode),
                namespaceID: UInt32(truncatingIfNeeded: slot.head >> 32), startingLBA: slot.lba, blocks: slot.blocks,
                age: clock.duration(from: slot.submitted, to: now)))
    }

    /// Identifier of the command that has been outstanding longest; 0 when there is none.
    private var oldestCommand: UInt16 {
        var oldest = 0
        var time = UInt64.max
        for slot in 0..<depth where slots[slot].isBusy != 0 && slots[slot].submitted < time {
            oldest = slot
            time = slots[slot].submitted
        }
        return UInt16(truncatingIfNeeded: oldest)
    }
}
