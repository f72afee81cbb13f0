import NVMe
import Synchronization

/// A PCIe function between the driver and an embedded SSD that lies: about registers, completions and data.
///
/// Lives on the SSD's virtual clock, or lets time pass by itself when nothing happens, as a device does that is silent.
final class LyingFunction: PCIeFunction, DeviceStepper {
    /// How often it lies, once in so many; nil for never.
    struct Habits: Sendable {
        var register: Int?
        var configuration: Int?
        var completion: Int?
        var data: Int?
        var doorbell: Int?
        var link: Int?
        /// Whether time passes while the device is silent, or the model says that nothing will ever come.
        var clockGoesOn = false
    }

    private struct Queue {
        var base: UInt64
        var entries: Int
    }

    private struct State {
        var dice: Dice
        var habits: Habits
        var drift: UInt64 = 0
        var steps = 0
        var completionQueues: [Queue] = []
        var admin = Queue(base: 0, entries: 0)
        var adminTail = 0
        /// Where the driver wants data from admin commands.
        var targets: [UInt64] = []
        /// Register reads that still get all ones.
        var absentReads = 0
    }

    let inner: EmulatedSSD
    private let state: Mutex<State>

    init(_ inner: EmulatedSSD, _ habits: Habits, dice: Dice) {
        self.inner = inner
        state = Mutex(State(dice: dice, habits: habits))
    }

    var address: String { inner.address }
    var memory: DMAPool { inner.memory }
    var leases: DMALeases { inner.leases }
    var interrupts: any InterruptVectors { inner.interrupts }
    var power: (any PowerControl)? { inner.power }
    var isPresent: Bool { inner.isPresent }
    var nanoseconds: UInt64 { inner.nanoseconds &+ state.withLock { $0.drift } }
    var stepper: (any DeviceStepper)? { inner.stepper == nil ? nil : self }
    /// Steps so far: what a wait has cost where no time passes.
    var steps: Int { state.withLock { $0.steps } }

    /// Lies differently from now on.
    func setHabits(_ habits: Habits) { state.withLock { $0.habits = habits } }

    private static func lies(_ state: inout State, _ frequency: Int?) -> Bool {
        guard let frequency else { return false }
        return state.dice.once(in: frequency)
    }

    // MARK: Registers

    private func lie(about value: UInt64, _ width: AccessWidth, often frequency: (Habits) -> Int?) -> UInt64 {
        state.withLock { state in
            if state.absentReads > 0 {
                state.absentReads -= 1
                return width.allOnes
            }
            guard Self.lies(&state, frequency(state.habits)) else { return value }
            switch state.dice.below(5) {
            case 0:
                state.absentReads = state.dice.below(200)
                return width.allOnes
            case 1: return 0
            case 2: return value ^ 1 << UInt64(state.dice.below(width.rawValue * 8))
            default: return state.dice.nasty() & width.allOnes
            }
        }
    }

    func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32 {
        let value = try inner.readConfiguration(at: offset, width: width)
        return UInt32(truncatingIfNeeded: lie(about: UInt64(value), width) { $0.configuration })
    }

    func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try inner.writeConfiguration(value, at: offset, width: width)
    }

    func size(ofBAR bar: Int) -> Int { inner.size(ofBAR: bar) }

    func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64 {
        try fail("reading a register")
        return lie(about: try inner.readRegister(bar: bar, at: offset, width: width), width) { $0.register }
    }

    func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try fail("writing a register")
        state.withLock { state in
            switch offset {
            case RegisterOffset.asq: state.admin.base = value
            case RegisterOffset.acq:
                state.completionQueues = [Queue(base: value, entries: state.admin.entries)]
                state.adminTail = 0
            case RegisterOffset.aqa: state.admin.entries = Int(value & 0xFFF) + 1
            default: break
            }
        }
        try inner.writeRegister(value, bar: bar, at: offset, width: width)
    }

    /// The link itself breaks now and then.
    private func fail(_ what: String) throws(PCIeError) {
        let fails = state.withLock { Self.lies(&$0, $0.habits.link) }
        if fails { throw .transport(address: address, problem: "the link broke while \(what)") }
    }

    func doorbell(at offset: Int) throws(PCIeError) -> Doorbell {
        Doorbell(slowPath: LyingDoorbell(self, offset, try inner.doorbell(at: offset)))
    }

    /// Looks at what an admin doorbell announces. Returns false for a ring that gets lost.
    fileprivate func heard(_ value: UInt32, at offset: Int) -> Bool {
        state.withLock { state in
            if Self.lies(&state, state.habits.doorbell) { return false }
            guard offset == RegisterOffset.doorbells, state.admin.entries > 0 else { return true }
            let end = Int(value) % state.admin.entries
            while state.adminTail != end {
                if let place = host(state.admin.base &+ UInt64(state.adminTail * 64), 64) {
                    note(place.load(as: SubmissionQueueEntry.self), &state)
                }
                state.adminTail = (state.adminTail + 1) % state.admin.entries
            }
            return true
        }
    }

    private func note(_ command: SubmissionQueueEntry, _ state: inout State) {
        switch command.adminOpcode {
        case .createIOCompletionQueue:
            state.completionQueues.append(Queue(base: command.prp1, entries: Int(command.cdw10 >> 16) + 1))
        case .identify, .getLogPage, .getFeatures: state.targets.append(command.prp1)
        default: break
        }
        if state.targets.count > 8 { state.targets.removeFirst() }
    }

    // MARK: Time and memory

    @discardableResult
    func step() -> Bool {
        let worked = inner.stepper?.step() ?? false
        return state.withLock { state in
            state.steps += 1
            if Self.lies(&state, state.habits.completion) { forge(&state) }
            if Self.lies(&state, state.habits.data) { spoil(&state) }
            guard !worked else { return true }
            if state.habits.clockGoesOn { state.drift &+= 100_000 }
            return state.habits.clockGoesOn
        }
    }

    /// Memory of the arena; nil outside.
    private func host(_ address: UInt64, _ byteCount: Int) -> UnsafeMutableRawPointer? {
        let offset = address &- memory.arena.ioVirtualBase
        guard offset < UInt64(memory.arena.byteCount), UInt64(byteCount) <= UInt64(memory.arena.byteCount) - offset
        else {
            return nil
        }
        return memory.arena.base + Int(offset)
    }

    /// Changes a completion that is there, repeats one, or invents one.
    private func forge(_ state: inout State) {
        guard !state.completionQueues.isEmpty else { return }
        let queue = state.dice.pick(state.completionQueues)
        let index = state.dice.below(queue.entries)
        guard let place = host(queue.base &+ UInt64(index * 16), 16),
            let next = host(queue.base &+ UInt64((index + 1) % queue.entries * 16), 16)
        else { return }
        switch state.dice.below(7) {
        case 0: place.storeBytes(of: state.dice.nasty(), toByteOffset: 8, as: UInt64.self)
        case 1: place.storeBytes(of: UInt16(truncatingIfNeeded: state.dice.nasty()), toByteOffset: 12, as: UInt16.self)
        case 2: place.storeBytes(of: UInt16(state.dice.below(4)), toByteOffset: 10, as: UInt16.self)
        case 3: flip(place, byte: 14, bit: 0)
        case 4: flip(place, byte: 14 + state.dice.below(2), bit: state.dice.below(8))
        case 5: next.copyMemory(from: place, byteCount: 16)
        default:
            for entry in 0..<queue.entries {
                guard let place = host(queue.base &+ UInt64(entry * 16), 16) else { return }
                flip(place, byte: 14, bit: 0)
            }
        }
    }

    private func flip(_ place: UnsafeMutableRawPointer, byte: Int, bit: Int) {
        place.storeBytes(
            of: place.load(fromByteOffset: byte, as: UInt8.self) ^ 1 << UInt8(bit), toByteOffset: byte, as: UInt8.self)
    }

    /// Garbage in what an admin command has asked for.
    private func spoil(_ state: inout State) {
        guard !state.targets.isEmpty else { return }
        guard let place = host(state.dice.pick(state.targets), 4096) else { return }
        let isFull = state.dice.once(in: 3)
        for _ in 0..<(isFull ? 512 : state.dice.number(1...16)) {
            place.storeBytes(of: state.dice.nasty(), toByteOffset: state.dice.below(512) * 8, as: UInt64.self)
        }
    }

    // MARK: The rest

    func map(_ pointer: UnsafeMutableRawPointer, byteCount: Int) throws(PCIeError) -> UInt64 {
        try inner.map(pointer, byteCount: byteCount)
    }

    func unmap(ioVirtualAddress: UInt64) throws(PCIeError) { try inner.unmap(ioVirtualAddress: ioVirtualAddress) }

    func reset(_ kind: ResetKind) throws(PCIeError) {
        try fail("resetting")
        try inner.reset(kind)
    }

    func close() { inner.close() }
}

private final class LyingDoorbell: DoorbellSlowPath {
    private let function: LyingFunction
    private let offset: Int
    private let inner: Doorbell

    init(_ function: LyingFunction, _ offset: Int, _ inner: Doorbell) {
        self.function = function
        self.offset = offset
        self.inner = inner
    }

    func ring(_ value: UInt32) throws(PCIeError) {
        if function.heard(value, at: offset) { try inner.ring(value) }
    }
}
