import NVMeSpec
import PCIExpress

/// Memory that the device uses for longer than the command lasts that told it of it: it stays leased until the device has been told,
/// with success, to use it no more, or until a reset.
struct LastingMemory {
    /// What the memory is for.
    enum Purpose: Hashable {
        case submissionQueue(UInt16)
        case completionQueue(UInt16)
        /// Shadow doorbells and event indexes, in use until a reset (NVMe Base 2.3 §5.3.5).
        case doorbells
        /// The host memory buffer and the list of its pieces, in use until it is disabled (NVMe Base 2.3 §5.2.26.2.4).
        case hostMemory
    }

    /// A piece that a command is about to tell of.
    struct Told {
        let purpose: Purpose
        let lease: DMALease
    }

    /// By the identifier of a command that has not completed.
    private var told: [UInt16: Told] = [:]
    private var used: [Purpose: [DMALease]] = [:]

    mutating func sent(_ id: UInt16, _ memory: Told?) {
        if let memory { told[id] = memory }
    }

    func isUsed(_ purpose: Purpose) -> Bool { used[purpose] != nil }

    mutating func completed(_ reaped: Reaped) {
        guard let slot = reaped.slot else { return }
        let memory = told.removeValue(forKey: slot)
        guard reaped.completion.succeeded else {
            // Refused: the device has never used it.
            memory?.lease.end()
            return
        }
        if let memory { used[memory.purpose, default: []].append(memory.lease) }
        guard let ended = Purpose(endedBy: reaped.completion.command) else { return }
        for lease in used.removeValue(forKey: ended) ?? [] { lease.end() }
    }
}

extension LastingMemory.Told {
    /// What a command tells of; nil for one whose memory is its own for as long as it lasts.
    ///
    /// Memory that the script names by its address alone is found by that, also where it was freed meanwhile and is in quarantine.
    init?(_ command: SubmissionQueueEntry, _ buffer: Buffer?, pageSize: Int, by function: any PCIeFunction) {
        guard let purpose = LastingMemory.Purpose(begunBy: command) else { return nil }
        let arena = function.memory.arena
        var regions = [buffer?.region].compactMap { $0 }
        switch purpose {
        case .submissionQueue, .completionQueue:
            guard buffer == nil else { break }
            let entrySize =
                command.adminOpcode == .createIOSubmissionQueue
                ? SubmissionQueueEntry.byteCount : CompletionQueueEntry.byteCount
            let entries = Int(command.cdw10[as: CreateQueueDword10.self].queueSize) + 1
            let pages = (entries * entrySize + pageSize - 1) / pageSize
            // PC (NVMe Base 2.3 §5.3.1), at the same place in both commands: the queue itself, or the list of its pages.
            let isContiguous = command.cdw11[as: CreateSubmissionQueueDword11.self].physicallyContiguous
            regions += [arena.region(at: command.prp1)].compactMap { $0 }
            if !isContiguous { regions += arena.regions(listedAt: command.prp1, count: pages, stride: 8) }
        case .doorbells:
            if buffer == nil { regions += [command.prp1, command.prp2].compactMap { arena.region(at: $0) } }
        case .hostMemory:
            let list = (UInt64(command.cdw14) << 32 | UInt64(command.cdw13)) & ~0xF
            regions += [arena.region(at: list)].compactMap { $0 }
            regions += arena.regions(listedAt: list, count: Int(command.cdw15), stride: 16)
        }
        guard !regions.isEmpty else { return nil }
        self.init(purpose: purpose, lease: function.leases.begin(regions))
    }
}

extension LastingMemory.Purpose {
    /// What a command gives memory for.
    fileprivate init?(begunBy command: SubmissionQueueEntry) {
        let id = command.cdw10[as: CreateQueueDword10.self].queueID
        switch command.adminOpcode {
        case .createIOSubmissionQueue: self = .submissionQueue(id)
        case .createIOCompletionQueue: self = .completionQueue(id)
        case .doorbellBufferConfig: self = .doorbells
        case .setFeatures where command.enablesHostMemory == true: self = .hostMemory
        default: return nil
        }
    }

    /// What a command takes the memory from again, when it succeeds.
    fileprivate init?(endedBy command: SubmissionQueueEntry) {
        let id = command.cdw10[as: DeleteQueueDword10.self].queueID
        switch command.adminOpcode {
        case .deleteIOSubmissionQueue: self = .submissionQueue(id)
        case .deleteIOCompletionQueue: self = .completionQueue(id)
        case .setFeatures where command.enablesHostMemory == false: self = .hostMemory
        default: return nil
        }
    }
}

extension SubmissionQueueEntry {
    /// EHM of Set Features, Host Memory Buffer; nil for other features.
    fileprivate var enablesHostMemory: Bool? {
        cdw10[as: SetFeaturesDword10.self].feature == .hostMemoryBuffer
            ? cdw11[as: HostMemoryBufferFeature.self].enable : nil
    }
}

extension DMAArena {
    /// The memory whose addresses a list in the arena names, one in the first 8 bytes of each entry.
    fileprivate func regions(listedAt address: UInt64, count: Int, stride: Int) -> [DMARegion] {
        guard let list = region(at: address) else { return [] }
        let start = Int(address - list.ioVirtualAddress)
        let present = min(max(0, count), (list.byteCount - start) / stride)
        return (0..<present).compactMap { index in
            region(at: list.pointer.loadUnaligned(fromByteOffset: start + index * stride, as: UInt64.self))
        }
    }
}
