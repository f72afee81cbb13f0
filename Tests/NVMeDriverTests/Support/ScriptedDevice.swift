import NVMe
import Synchronization

/// A PCIe function that does what a test tells it to: a controller that may lie, keep silent, or vanish.
///
/// Single-threaded on a virtual clock: it moves only when the driver waits for it.
final class ScriptedDevice: PCIeFunction, DeviceStepper {
    /// What the device makes of a command: entries to post now. The queue's phase tag is set when they are posted.
    typealias Answer = (SubmissionQueueEntry, UInt16, ScriptedDevice) -> [CompletionQueueEntry]

    let memory: DMAPool
    let leases = DMALeases()
    let interrupts: any InterruptVectors = NoVectors()
    let power: (any PowerControl)? = nil
    let address = "scripted"
    private let registers = Mutex(ScriptedRegisters())
    private let state = Mutex(State())

    private struct State {
        var now: UInt64 = 0
        var queues: [UInt16: ScriptedQueue] = [:]
        var isUnnoticed = false
        var pending: [(queue: UInt16, entry: CompletionQueueEntry)] = []
    }

    /// Nanoseconds that pass with each step in which there is nothing to do; 0 reports that nothing is left.
    let idleNanoseconds: UInt64
    /// Called with each step in which there is nothing to do, by the one thread that waits.
    nonisolated(unsafe) var onIdle: ((ScriptedDevice) -> Void)?
    /// Doorbells cannot be rung at present.
    nonisolated(unsafe) var failsDoorbells = false
    private let answer: UncheckedAnswer

    init(
        idleNanoseconds: UInt64 = 0,
        answer: @escaping Answer = { command, queue, device in
            [device.success(command, queue)]
        }
    ) throws {
        self.idleNanoseconds = idleNanoseconds
        self.answer = UncheckedAnswer(answer: answer)
        memory = DMAPool(owner: "scripted", byteCount: 64 << 20, window: try DMAWindow())
    }

    var isPresent: Bool { true }
    var nanoseconds: UInt64 { state.withLock { $0.now } }
    var stepper: (any DeviceStepper)? { self }

    /// Overrides what a register reads as.
    func set(_ offset: Int, to value: UInt64) { registers.withLock { $0.values[offset] = value } }

    /// CSTS.RDY ignores CC.EN from now on.
    func neverGetReady() { registers.withLock { $0.isNeverReady = true } }
    func failToStart() {
        registers.withLock {
            $0.isNeverReady = true
            $0.failsToStart = true
        }
    }

    /// CSTS.SHST never says that a shutdown is complete from now on.
    func neverShutDown() { registers.withLock { $0.isNeverShutDown = true } }

    /// All registers read as all ones from now on.
    func vanish() { registers.withLock { $0.isGone = true } }

    /// CSTS.RDY stays 1 whatever CC.EN says.
    func neverStops() { registers.withLock { $0.isAlwaysReady = true } }

    /// Configuration space reads as all ones from now on, although the registers answer.
    func loseConfigurationSpace() { registers.withLock { $0.isConfigurationGone = true } }

    /// Steps report that nothing was done from now on, as if another thread had been quicker.
    func workUnnoticed() { state.withLock { $0.isUnnoticed = true } }

    /// Posts a completion later, when the driver waits.
    func post(_ entry: CompletionQueueEntry, to queue: UInt16) {
        state.withLock { $0.pending.append((queue, entry)) }
    }

    func success(_ command: SubmissionQueueEntry, _ queue: UInt16, dw0: UInt32 = 0) -> CompletionQueueEntry {
        self.entry(command, queue, .success, dw0: dw0)
    }

    func entry(
        _ command: SubmissionQueueEntry, _ queue: UInt16, _ code: StatusCode, dw0: UInt32 = 0
    ) -> CompletionQueueEntry {
        CompletionQueueEntry(
            dw0: dw0, sqHead: 0, sqID: queue, commandID: command.commandID, status: Status(code), phase: false)
    }
}

extension ScriptedDevice {
    func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32 {
        registers.withLock { $0.isConfigurationGone } ? UInt32(truncatingIfNeeded: width.allOnes) : 0
    }

    func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError) {}
    func size(ofBAR bar: Int) -> Int { bar == 0 ? 0x4000 : 0 }
    func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64 {
        try width.check("register", offset: offset, limit: size(ofBAR: bar))
        return registers.withLock { $0.read(offset, width) }
    }

    func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) {
        if offset >= RegisterOffset.doorbells {
            ring((offset - RegisterOffset.doorbells) / 4, UInt32(truncatingIfNeeded: value))
        } else {
            registers.withLock { $0.write(offset, value) }
            if offset == RegisterOffset.cc {
                setUp(ControllerConfiguration(rawValue: UInt32(truncatingIfNeeded: value)))
            }
        }
    }

    func doorbell(at offset: Int) throws(PCIeError) -> Doorbell {
        Doorbell(slowPath: ScriptedDoorbell(device: self, offset: offset))
    }

    func map(_ pointer: UnsafeMutableRawPointer, byteCount: Int) throws(PCIeError) -> UInt64 {
        throw .unsupported(operation: "mapping", address: address)
    }

    func unmap(ioVirtualAddress: UInt64) throws(PCIeError) {}
    func reset(_ kind: ResetKind) throws(PCIeError) {
        state.withLock { $0.queues = [:] }
        registers.withLock { $0.write(RegisterOffset.cc, 0) }
    }

    func close() { leases.end(.closed) }

    private func ring(_ index: Int, _ value: UInt32) {
        guard index % 2 == 0 else { return }
        state.withLock { $0.queues[UInt16(index / 2)]?.tail = Int(value) }
    }

    private func setUp(_ configuration: ControllerConfiguration) {
        let bases = registers.withLock { ($0.values[RegisterOffset.asq] ?? 0, $0.values[RegisterOffset.acq] ?? 0) }
        state.withLock { state in
            state.queues = [:]
            guard configuration.enable else { return }
            state.queues[0] = ScriptedQueue(submission: bases.0, completion: bases.1, entries: 128)
        }
    }

    func step() -> Bool {
        let command: (UInt16, SubmissionQueueEntry)? = state.withLock { state in
            state.now += 1000
            let waiting = state.queues.keys.sorted().first { state.queues[$0].map { $0.head != $0.tail } ?? false }
            guard let queue = waiting, let command = state.queues[queue]?.fetch(memory) else { return nil }
            return (queue, command)
        }
        if let (queue, command) = command {
            if queue == 0 { manageQueues(command) }
            for entry in answer.answer(command, queue, self) { post(entry, to: queue) }
        } else {
            onIdle?(self)
        }
        return state.withLock { state in
            let posted = !state.pending.isEmpty
            for (queue, entry) in state.pending { state.queues[queue]?.post(entry, memory) }
            state.pending = []
            if command == nil, !posted { state.now += idleNanoseconds }
            return (command != nil || posted || idleNanoseconds > 0) && !state.isUnnoticed
        }
    }

    private func manageQueues(_ command: SubmissionQueueEntry) {
        let id = UInt16(truncatingIfNeeded: command.cdw10)
        let entries = Int(command.cdw10 >> 16) + 1
        state.withLock { state in
            switch command.adminOpcode {
            case .createIOCompletionQueue:
                state.queues[id] = ScriptedQueue(submission: 0, completion: command.prp1, entries: entries)
            case .createIOSubmissionQueue: state.queues[id]?.submission = command.prp1
            case .deleteIOCompletionQueue: state.queues[id] = nil
            default: break
            }
        }
    }
}

struct UncheckedAnswer: @unchecked Sendable {
    let answer: ScriptedDevice.Answer
}

private final class ScriptedDoorbell: DoorbellSlowPath {
    private let device: ScriptedDevice
    private let offset: Int

    init(device: ScriptedDevice, offset: Int) {
        self.device = device
        self.offset = offset
    }

    func ring(_ value: UInt32) throws(PCIeError) {
        guard !device.failsDoorbells else { throw .closed(address: device.address) }
        try device.writeRegister(UInt64(value), bar: 0, at: offset, width: .dword)
    }
}

private final class NoVectors: InterruptVectors {
    var count: Int { 0 }
    func enable() throws(PCIeError) {}
    func disable() throws(PCIeError) {}
    func isSet(_ vector: Int) throws(PCIeError) -> Bool { false }
    func clear(_ vector: Int) throws(PCIeError) {}
    func mask(_ vector: Int) throws(PCIeError) {}
    func unmask(_ vector: Int) throws(PCIeError) {}
    func isPending(_ vector: Int) throws(PCIeError) -> Bool { false }
}
