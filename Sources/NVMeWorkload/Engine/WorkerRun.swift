import CNVMeHost
import NVMeDriver
import NVMeSpec
import PCIExpress

/// One run of a worker: its queue pair, its loop, and the result that becomes of them.
///
/// Made by the script's thread, executed by the worker's.
final class WorkerRun: @unchecked Sendable {
    private let worker: IOWorker
    private let controller: Controller
    /// nil, like `loop`, when its memory has been given back.
    private var pair: QueuePair?
    private let barrier: StartBarrier?
    private var loop: UnsafeMutablePointer<HotLoop>?

    init(_ worker: IOWorker, barrier: StartBarrier?) throws {
        self.worker = worker
        self.barrier = barrier
        controller = worker.namespaces[0].controller
        let blockSizes = try worker.blockSizes()
        let pair = try controller.makeQueuePair(
            depth: worker.workload.queueDepth + 1,
            priority: QueuePriority(rawValue: UInt8(clamping: worker.workload.priority)),
            interrupts: false)
        let loop = UnsafeMutablePointer<HotLoop>.allocate(capacity: 1)
        do {
            loop.initialize(to: try HotLoop(worker, blockSizes, controller: controller, pair: pair))
        } catch {
            loop.deallocate()
            try? pair.delete()
            throw error
        }
        self.loop = loop
        self.pair = pair
    }

    deinit { releaseMemory() }

    private func releaseMemory() {
        loop?.deinitialize(count: 1)
        loop?.deallocate()
        loop = nil
        pair = nil
    }

    /// Runs to the end, takes the queue pair down and gives the buffers back: whoever sees the result finds them free.
    func execute() -> WorkloadResult {
        guard let loop, let pair else { return WorkerRun.failure(of: worker, error: NVMeError.closed) }
        defer { releaseMemory() }
        barrier?.wait()
        var outcome: WorkloadOutcome
        do {
            outcome = try pair.operate { queue throws(NVMeError) in loop.pointee.run(&queue) }
        } catch .staleQueue {
            outcome = .reset
        } catch .superseded {
            outcome = .reset
        } catch {
            outcome = .failed(error.description)
        }
        let result = loop.pointee.result(of: worker, outcome: outcome)
        do { try pair.delete() } catch  where outcome.isSuccess && outcome != .reset {
            outcome = .failed("the queue could not be deleted: \(error)")
        } catch {}
        var final = result
        final.outcome = outcome
        return final
    }

    /// The result of a worker that could not begin.
    static func failure(of worker: IOWorker, error: any Error) -> WorkloadResult {
        WorkloadResult(
            outcome: .failed("\(error)"), configuration: worker.workload, target: worker.target, seed: worker.seed,
            duration: .zero, completions: [:], bytesRead: 0, bytesWritten: 0, errors: 0, firstError: nil,
            latency: LatencyStatistics(histogram: LatencyHistogram(), nanosecondsPerUnit: 1), scheduledLatency: nil,
            cpuUsage: 0, seconds: [], lastCommands: [])
    }
}

extension HotLoop {
    /// Allocates everything that the loop will touch.
    ///
    /// - Parameter blockSizes: bytes of a block of each namespace, none larger than the target's.
    init(_ worker: IOWorker, _ blockSizes: [Int], controller: Controller, pair: QueuePair) throws {
        let workload = worker.workload
        let clock = controller.clock
        let slotCount = pair.depth - 1
        let ticksPerSecond = Double(clock.stamps(in: .seconds(1)))
        let sequence = (workload.sequence ?? []).map { HotLoop.command($0, within: worker.target) }
        let moved = (workload.sequence ?? []).filter(\.operation.movesBlocks).map(\.blocks).max() ?? 1
        let blocks = workload.sequence == nil ? workload.ioSize.largest : max(1, moved)
        let writes =
            workload.sequence.map { $0.contains { $0.operation.sendsData } }
            ?? workload.operations.contains { $0.value > 0 && $0.key.sendsData }
        let memory = try HotLoop.makeMemory(
            controller, slots: slotCount, largestTransfer: blocks * worker.target.blockSize,
            withWrites: writes)
        memory.lend(to: pair)
        memory.fill(workload.pattern, slots: slotCount, seed: worker.seed)

        self.depth = slotCount
        self.memory = memory
        self.targetCount = worker.namespaces.count
        self.targets = .allocate(capacity: worker.namespaces.count)
        for (index, namespace) in worker.namespaces.enumerated() {
            (targets + index).initialize(
                to: Target(
                    nsid: namespace.id, blockSize: UInt32(clamping: blockSizes[index]),
                    generator: CommandGenerator(
                        workload, namespaceBlocks: worker.target.blocks, seed: worker.seed &+ UInt64(index),
                        integrity: namespace.integrity)))
        }
        self.pace = Pace(workload, ticksPerSecond: ticksPerSecond)
        self.sequence = .allocate(capacity: sequence.count)
        _ = self.sequence.initialize(from: sequence)
        endsWithItsPass = workload.isPassOfSeveralSizes
        commandLimit = HotLoop.commandLimit(workload)
        // Not as a branch here: the optimiser of Swift 6.3 carries one through the rest of this initialiser, and on one of its two
        // ways destroys `recorder` before it has been made.
        thinkTicks = HotLoop.thinkTicks(workload, clock)
        burst = UInt64(max(1, workload.burst))
        isFreeRun = HotLoop.isFreeRun(workload)
        burstLeft = burst
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(), count: slotCount)
        free = .allocate(capacity: slotCount)
        for slot in 0..<slotCount { free[slot] = UInt16(slotCount - 1 - slot) }
        freeCount = slotCount
        dues = .allocate(capacity: slotCount)
        dues.initialize(repeating: 0, count: slotCount)
        // Only its length for now; `begin` adds the start.
        // By the same rate as the due times, and rounded up: the command due exactly at the limit is still sent.
        end = workload.time.map { UInt64((($0 + workload.rampUp).inSeconds * ticksPerSecond).rounded(.up)) } ?? .max
        overdue = workload.time == nil ? .max : clock.stamps(in: workload.overrun)
        self.controller = controller
        self.pair = pair
        self.clock = clock
        stepper = controller.function.stepper
        usesTicks = clock.usesTicks
        lookInterval = clock.stamps(in: .milliseconds(1))
        timeout = clock.stamps(in: controller.timeout)
        verifies = controller.integrity.generationCell
        control = worker.control
        words = worker.control.words
        request = worker.control.request
        recorder = Recorder(workload, control: worker.control, ticksPerSecond: UInt64(ticksPerSecond))
    }

    /// Length of a pause, 0 for none.
    @inline(never)
    private static func thinkTicks(_ workload: Workload, _ clock: DriverClock) -> UInt64 {
        workload.thinkTime > .zero ? clock.stamps(in: workload.thinkTime) : 0
    }

    /// Neither pace nor pauses, and an end that is known.
    @inline(never)
    private static func isFreeRun(_ workload: Workload) -> Bool {
        workload.thinkTime <= .zero && workload.iops == nil && workload.rateSteps.isEmpty && workload.sequence == nil
            && !workload.isPassOfSeveralSizes
    }

    @inline(never)
    private static func commandLimit(_ workload: Workload) -> UInt64 {
        if workload.isPassOfSeveralSizes { return .max }
        return workload.sequence.map { UInt64($0.count) } ?? workload.ioCount.map(UInt64.init) ?? .max
    }

    /// The workload as it turned out: how many commands a pass of several sizes had.
    private func configuration(of worker: IOWorker, _ outcome: WorkloadOutcome) -> Workload {
        var workload = worker.workload
        if endsWithItsPass, outcome == .finished { workload.ioCount = Int(clamping: sent) }
        return workload
    }

    /// The buffers, or an error that says how much memory they need and how much there is.
    private static func makeMemory(
        _ controller: Controller, slots: Int, largestTransfer: Int, withWrites: Bool
    ) throws -> WorkerMemory {
        let arena = controller.function.memory
        do {
            return try WorkerMemory(
                in: arena, slots: slots, largestTransfer: largestTransfer, pageSize: controller.memoryPageSize,
                withWrites: withWrites)
        } catch .outOfMemory {
            let needed = slots * largestTransfer * (withWrites ? 2 : 1)
            throw WorkloadError(
                parameter: "bufferMemory", value: "of \(needed) bytes",
                limit:
                    "only \(arena.byteCount - arena.allocatedBytes) of the controller's \(arena.byteCount) bytes of DMA memory are "
                    + "free",
                fix: "use fewer workers at once, a smaller queue depth or a smaller I/O size")
        }
    }

    /// A replayed command, cut to the namespace.
    private static func command(_ timed: TimedCommand, within target: WorkloadTarget) -> GeneratedCommand {
        let lba = min(timed.startingLBA, target.blocks - 1)
        let blocks = UInt32(clamping: min(UInt64(clamping: timed.blocks), target.blocks - lba))
        return GeneratedCommand(opcode: timed.operation.rawValue, blocks: max(1, blocks), lba: lba)
    }

    /// What was measured, without the ramp-up.
    func result(of worker: IOWorker, outcome: WorkloadOutcome) -> WorkloadResult {
        let counters = control.snapshot().since(recorder.baseline)
        let unit = Double(clock.nanoseconds(from: 0, to: 1 << 40)) / Double(UInt64(1) << 40)
        let ticks = now > recorder.measuredFrom ? now - recorder.measuredFrom : 0
        // Whatever ended the worker may have come while it polled in vain.
        let allIdle = IdleTime(ended: idleTicks, openSince: isIdle ? idleSince : nil).ticks(upTo: now)
        let idle = min(ticks, allIdle &- min(allIdle, recorder.idleBefore))
        return WorkloadResult(
            outcome: outcome, configuration: configuration(of: worker, outcome), target: worker.target,
            seed: worker.seed,
            duration: .nanoseconds(Int64(Double(ticks) * unit)),
            completions: counters.operations,
            bytesRead: counters[WorkerControl.Counter.bytesRead],
            bytesWritten: counters[WorkerControl.Counter.bytesWritten],
            errors: counters[WorkerControl.Counter.errors], firstError: recorder.firstError,
            latency: LatencyStatistics(histogram: counters.latency, nanosecondsPerUnit: unit),
            scheduledLatency: pace.isFree
                ? nil : LatencyStatistics(histogram: counters.scheduledLatency, nanosecondsPerUnit: unit),
            cpuUsage: ticks > 0 ? 1 - Double(idle) / Double(ticks) : 0,
            seconds: recorder.seconds, lastCommands: recorder.lastCommands)
    }
}

extension Operation {
    /// Data goes from the host to the device (opcode bits 1:0 are 01b or 11b), or a range list does.
    var sendsData: Bool { rawValue & 0b01 != 0 && self != .deallocate }
}
