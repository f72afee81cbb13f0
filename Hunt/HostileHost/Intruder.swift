import NVMe

/// A host that does what no host would: any value into any register, queue, list and doorbell, at any time.
final class Intruder: @unchecked Sendable {
    let ssd: EmulatedSSD
    let findings: Findings
    var dice: Dice
    /// Queue memory, PRP lists, SGL segments and data, all over each other.
    private let regions: [DMARegion]
    private var guarded: [GuardedMemory] = []
    /// Submission tails, as a well-behaved host would count them.
    private var tails = [Int](repeating: 0, count: 8)
    private static let entries = 16

    init(_ ssd: EmulatedSSD, _ findings: Findings, dice: Dice) throws {
        self.ssd = ssd
        self.findings = findings
        self.dice = dice
        // One for each queue, submission and completion, and some for data.
        regions = try (0..<24).map { _ in try ssd.memory.allocate(8192) }
    }

    private static let actions: [(weight: Int, element: @Sendable (Intruder) throws -> Void)] = [
        (30, { try $0.sendCommand() }), (6, { try $0.createQueue() }), (4, { try $0.enable() }),
        (8, { $0.scribble() }), (8, { try $0.ringAnything() }), (5, { try $0.writeRegister() }),
        (3, { try $0.readRegister() }), (3, { try $0.touchConfiguration() }), (2, { try $0.resetAnything() }),
        (3, { try $0.remap() }), (2, { try $0.touchInterrupts() }), (1, { try $0.changeFlaws() }),
        (40, { $0.letDeviceWork() }),
    ]

    func act() {
        let action = dice.pick(weighted: Self.actions)
        findings.operation()
        do { try action(self) } catch { findings.note(error) }
    }

    // MARK: Memory

    private static let piece = UInt64(DMAArena.pieceSize)

    /// An address for DMA: inside, at the edges, or anywhere.
    private func address() -> UInt64 {
        let region = dice.pick(regions)
        switch dice.below(12) {
        case 0:
            return region.ioVirtualAddress / Self.piece &* Self.piece &+ Self.piece
                &- UInt64(dice.pick([0, 1, 8, 512, 4096]))
        case 1: return region.ioVirtualAddress / Self.piece &* Self.piece &- UInt64(dice.below(16))
        case 2: return dice.nasty()
        case 3, 4:
            guard let memory = guarded.isEmpty ? nil : dice.pick(guarded), let address = memory.address else {
                fallthrough
            }
            let size = memory.pageCount * GuardedMemory.pageSize
            return address &+ UInt64(dice.pick([0, 4, 512, 4095, 4096, size - 512, size - 1, size]))
        case 5: return region.ioVirtualAddress &+ UInt64(dice.below(8192))
        default: return region.ioVirtualAddress &+ UInt64(dice.pick([0, 0, 0, 4096, 512, 2048]))
        }
    }

    private func scribble() {
        let region = dice.pick(regions)
        for _ in 0..<dice.number(1...32) {
            let value = dice.once(in: 2) ? address() : dice.nasty()
            region.pointer.storeBytes(of: value, toByteOffset: dice.below(1024) * 8, as: UInt64.self)
        }
    }

    private func remap() throws {
        if guarded.count < 6 {
            guard let memory = GuardedMemory(pageCount: dice.number(1...4)) else { return }
            try memory.map(ssd)
            guarded.append(memory)
        } else {
            // Stays allocated, and forbidden, so that an access by the device would be seen.
            try guarded.remove(at: dice.below(guarded.count)).unmap(ssd)
        }
    }

    // MARK: Commands

    private func command(isAdmin: Bool) -> SubmissionQueueEntry {
        let known = isAdmin ? AdminOpcode.table.map(\.value.rawValue) : NVMOpcode.table.map(\.value.rawValue)
        var command = SubmissionQueueEntry(opcode: dice.once(in: 12) ? UInt8(dice.below(256)) : dice.pick(known))
        command.nsid = dice.pick([1, 1, 1, 1, 2, 0, .max, UInt32(truncatingIfNeeded: dice.nasty())])
        command.cdw0 |= UInt32(dice.below(0x10000)) << 16
        if dice.once(in: 6) { command.cdw0 |= UInt32(dice.below(256)) << 8 }
        command.metadataPointer = dice.once(in: 8) ? address() : 0
        command.prp1 = address()
        command.prp2 = dice.once(in: 4) ? dice.nasty() : address()
        if dice.once(in: 2) {
            command.startingLBA = UInt64(dice.below(64))
            command.cdw12 = UInt32(dice.below(64))
        } else {
            command.cdw10 = UInt32(truncatingIfNeeded: dice.nasty())
            command.cdw11 = UInt32(truncatingIfNeeded: dice.nasty())
            command.cdw12 = UInt32(truncatingIfNeeded: dice.nasty())
        }
        if isAdmin, dice.once(in: 2) {
            command.cdw10 = UInt32(dice.below(16)) | UInt32(dice.below(512)) << 16
            command.cdw11 = UInt32(dice.below(16))
        }
        command.cdw13 = UInt32(truncatingIfNeeded: dice.nasty())
        return command
    }

    private func sendCommand() throws {
        let queue = dice.below(4)
        let count = dice.number(1...4)
        for _ in 0..<count {
            let entry = command(isAdmin: queue == 0)
            regions[queue].pointer.storeBytes(
                of: entry, toByteOffset: tails[queue] * 64, as: SubmissionQueueEntry.self)
            tails[queue] = (tails[queue] + 1) % Self.entries
        }
        try ring(submission: queue, UInt32(tails[queue]))
        try ring(completion: queue, UInt32(dice.below(Self.entries)))
    }

    private func createQueue() throws {
        let id = dice.number(1...3)
        var command = SubmissionQueueEntry(dice.once(in: 2) ? .createIOCompletionQueue : .createIOSubmissionQueue)
        let isCompletion = command.adminOpcode == .createIOCompletionQueue
        command.prp1 = regions[isCompletion ? 8 + id : id].ioVirtualAddress
        command.cdw10 = UInt32(Self.entries - 1) << 16 | UInt32(id)
        command.cdw11 = isCompletion ? 0b11 : UInt32(id) << 16 | 1
        if dice.once(in: 5) {
            command.prp1 = address()
            command.cdw10 = UInt32(truncatingIfNeeded: dice.nasty())
            command.cdw11 = UInt32(truncatingIfNeeded: dice.nasty())
        }
        tails[id] = 0
        regions[0].pointer.storeBytes(of: command, toByteOffset: tails[0] * 64, as: SubmissionQueueEntry.self)
        tails[0] = (tails[0] + 1) % Self.entries
        try ring(submission: 0, UInt32(tails[0]))
    }

    /// The admin queue and CC, mostly as they should be.
    private func enable() throws {
        let isProper = !dice.once(in: 4)
        let attributes = UInt32(Self.entries - 1) << 16 | UInt32(Self.entries - 1)
        let aqa = isProper ? attributes : UInt32(truncatingIfNeeded: dice.nasty())
        let asq = isProper ? regions[0].ioVirtualAddress : address()
        let acq = isProper ? regions[8].ioVirtualAddress : address()
        tails = tails.map { _ in 0 }
        try ssd.writeRegister(0, bar: 0, at: RegisterOffset.cc, width: .dword)
        try ssd.writeRegister(UInt64(aqa), bar: 0, at: RegisterOffset.aqa, width: .dword)
        try ssd.writeRegister(asq, bar: 0, at: RegisterOffset.asq, width: .qword)
        try ssd.writeRegister(acq, bar: 0, at: RegisterOffset.acq, width: .qword)
        let cc: UInt64 = isProper ? 0x0046_0001 : dice.nasty() | 1
        try ssd.writeRegister(cc & 0xFFFF_FFFF, bar: 0, at: RegisterOffset.cc, width: .dword)
    }

    // MARK: Registers

    private func ring(submission queue: Int, _ value: UInt32) throws {
        try ssd.doorbell(at: RegisterOffset.submissionTail(queue: UInt16(queue))).ring(value)
    }

    private func ring(completion queue: Int, _ value: UInt32) throws {
        try ssd.doorbell(at: RegisterOffset.completionHead(queue: UInt16(queue))).ring(value)
    }

    private func ringAnything() throws {
        let value = dice.once(in: 2) ? UInt32(dice.below(Self.entries)) : UInt32(truncatingIfNeeded: dice.nasty())
        let offset = RegisterOffset.doorbells + dice.below(dice.once(in: 4) ? 2048 : 8) * 4
        if dice.once(in: 2) {
            try ssd.doorbell(at: offset).ring(value)
        } else {
            try ssd.writeRegister(UInt64(value), bar: 0, at: offset, width: .dword)
        }
    }

    private func place() -> (offset: Int, width: AccessWidth) {
        let width = dice.pick(AccessWidth.allCases)
        let size = ssd.size(ofBAR: 0)
        let offset = dice.once(in: 3) ? dice.below(size + 64) : dice.below(0x70)
        return (dice.once(in: 10) ? offset : offset & ~(width.rawValue - 1), width)
    }

    private func writeRegister() throws {
        let place = place()
        try ssd.writeRegister(dice.nasty(), bar: dice.once(in: 10) ? 1 : 0, at: place.offset, width: place.width)
    }

    private func readRegister() throws {
        let place = place()
        _ = try ssd.readRegister(bar: 0, at: place.offset, width: place.width)
    }

    private func touchConfiguration() throws {
        let width = dice.pick(AccessWidth.allCases)
        let offset = dice.once(in: 4) ? dice.below(4100) : dice.below(0x100) & ~(width.rawValue - 1)
        if dice.once(in: 2) {
            _ = try ssd.readConfiguration(at: offset, width: width)
        } else {
            try ssd.writeConfiguration(UInt32(truncatingIfNeeded: dice.nasty()), at: offset, width: width)
        }
    }

    private func touchInterrupts() throws {
        let vector = dice.once(in: 4) ? Int(truncatingIfNeeded: dice.nasty()) : dice.below(ssd.interrupts.count)
        switch dice.below(5) {
        case 0: try ssd.interrupts.mask(vector)
        case 1: try ssd.interrupts.unmask(vector)
        case 2: _ = try ssd.interrupts.isPending(vector)
        case 3: try ssd.interrupts.clear(vector)
        default: try ssd.interrupts.enable()
        }
    }

    private func resetAnything() throws {
        switch dice.below(7) {
        case 0: try ssd.reset(.hot)
        case 1: try ssd.reset(.functionLevel)
        case 2: try ssd.power?.powerOff()
        case 3: try ssd.remove()
        case 4: try ssd.writeRegister(0x4E56_4D65, bar: 0, at: RegisterOffset.nssr, width: .dword)
        default:
            try ssd.power?.powerOn()
            try ssd.reinsert()
        }
    }

    private func changeFlaws() throws {
        let effects: [Flaw.Effect] = [
            .flipBit(byte: dice.below(600), bit: dice.below(9)), .staleRead,
            .misdirectedRead(blocks: dice.number(-9...9)),
            .shift(bytes: dice.number(-600...600)), .tornBlock(sectors: dice.below(9)),
            .tornWrite(blocks: dice.below(9)),
            .misdirectedWrite(blocks: dice.number(-70_000...70_000)), .noAnswer, .answerTwice, .wrongPhase,
            .wrongCommandIdentifier(offset: dice.below(9)), .stall(nanoseconds: UInt64(dice.below(100_000))),
        ]
        try ssd.setFlaws(dice.once(in: 2) ? [] : [Flaw(dice.pick(effects), probability: 0.3)])
    }

    /// Without a clock of its own the device works when it is told to; a bounded number of steps has to be enough.
    private func letDeviceWork() {
        guard let stepper = ssd.stepper else { return }
        for _ in 0..<dice.number(1...40) where !stepper.step() { return }
    }
}
