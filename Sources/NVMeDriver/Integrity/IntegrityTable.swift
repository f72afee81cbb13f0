import CNVMeHost
import PCIExpress
import Synchronization

/// What a namespace's blocks ought to hold, and what was found wrong with them.
///
/// One per namespace, shared by all its queues and, through `fileDescriptor`, by other processes. A terabyte of 512-byte
/// blocks takes 16 GB of address space, and memory only where blocks were written, up to `memoryLimit`: blocks beyond are not
/// tracked, which means that writes of them are not remembered and reads not checked.
public final class IntegrityTable: Sendable {
    /// The namespace.
    public let namespaceID: UInt32
    /// Blocks that are remembered, from LBA 0 on.
    public var blockCount: UInt64 { map.count }
    package let layout: BlockLayout
    package let tokens: TokenCounter

    let map: IntegrityMap
    let history: WriteHistory
    let versions: BlockVersions
    private let memory: SharedMemory
    private let pages: IntegrityMemory
    /// Lives on in the table that takes this one's place after a format.
    let found: MismatchList
    /// Whether somebody knows what was not checked.
    let isSeen = Atomic<Bool>(false)
    private let record: VerificationRecord?

    /// Creates a table in which nothing is known, with the level `off`.
    ///
    /// - Parameters:
    ///   - blockCount: at most 2^40.
    ///   - memoryLimit: bytes that it may take, in pages of 4 KiB; nil for no limit but the budget.
    ///   - budget: what all tables may take together; nil for the budget of the process.
    ///   - found: what other tables of the namespace have found.
    ///   - record: told of what was checked.
    /// - Throws: `outOfMemory` when there is no address space for it, `environment` when there are no descriptors.
    package convenience init(
        namespaceID: UInt32, blockCount: UInt64, layout: BlockLayout, tokens: TokenCounter = .shared,
        memoryLimit: Int? = nil, budget: IntegrityBudget? = nil, found: MismatchList = MismatchList(),
        record: VerificationRecord? = nil
    ) throws(PCIeError) {
        let count = min(blockCount, 1 << 40)
        let budget = if let budget { budget } else { try IntegrityBudget.shared }
        let memory = try SharedMemory(byteCount: IntegrityMap.byteCount(count), name: "swift-nvme-integrity")
        try self.init(
            namespaceID: namespaceID, blockCount: count, layout: layout, tokens: tokens, memory: memory, budget: budget,
            found: found, record: record)
        if let memoryLimit { map[.limit] = max(1, memoryLimit / SharedMemory.pageSize) }
    }

    /// Opens the table of another process, whose limit holds for both. Takes ownership of the descriptor, also when it throws.
    package convenience init(
        sharedBy fileDescriptor: CInt, namespaceID: UInt32, blockCount: UInt64, layout: BlockLayout,
        tokens: TokenCounter = .shared, budget: IntegrityBudget? = nil
    ) throws(PCIeError) {
        let count = min(blockCount, 1 << 40)
        let memory = try SharedMemory(fileDescriptor: fileDescriptor, byteCount: IntegrityMap.byteCount(count))
        let budget = if let budget { budget } else { try IntegrityBudget.shared }
        try self.init(
            namespaceID: namespaceID, blockCount: count, layout: layout, tokens: tokens, memory: memory, budget: budget,
            found: MismatchList(), record: nil)
    }

    private init(
        namespaceID: UInt32, blockCount: UInt64, layout: BlockLayout, tokens: TokenCounter, memory: SharedMemory,
        budget: IntegrityBudget, found: MismatchList, record: VerificationRecord?
    ) throws(PCIeError) {
        history = try WriteHistory()
        versions = BlockVersions(history)
        self.found = found
        self.record = record
        self.namespaceID = namespaceID
        self.layout = layout
        self.tokens = tokens
        self.memory = memory
        pages = IntegrityMemory(budget)
        map = IntegrityMap(memory.base, count: blockCount, memory: pages)
        budget.add(map)
        record?.watch(self)
    }

    deinit {
        record?.ended(ObjectIdentifier(self), unseenStatistics)
        pages.budget.remove(map)
        history.deallocate()
    }

    /// The file behind the table.
    public var fileDescriptor: CInt { memory.fileDescriptor }

    /// Bytes of memory that the table takes now.
    public var committedByteCount: Int { memory.committedByteCount }

    /// How much is stamped and checked, in all queues from their next command on.
    ///
    /// What was known is forgotten on the way out of `off`: nobody has watched the writes meanwhile, and blocks may hold anything.
    public var level: VerificationLevel {
        get { map.level }
        set {
            record?.begins(newValue)
            if map.level == .off, newValue != .off { becomesUnknown() }
            map.setLevel(newValue)
        }
    }

    /// Nobody has watched the writes: blocks may hold anything, and what was written before proves nothing.
    func becomesUnknown() {
        forgetAll()
        toleratesAnything = true
        map.evidence = tokens.next
    }

    /// Forgets what every block holds: after Format NVM.
    public func forgetAll() {
        map.unmap(0..<map.count, certainly: true)
        map.toleratesAnything = false
        map.hadForeignBlocks = false
        map.marksMayBeWritten = false
    }

    /// The namespace was sanitized: nothing is left, and what blocks read as is the device's choice until they are written.
    public func sanitized() {
        forgetAll()
        map.toleratesAnything = true
    }

    /// A Format NVM or Sanitize has succeeded that was sent when `floor` was the oldest write outstanding: what came before is gone, what
    /// was sent since may be there or gone.
    ///
    /// - Parameter leavesAnything: what is left reads as the device likes.
    func erased(since floor: WriteNumbers, leavesAnything: Bool) {
        let next = self.next
        if floor == next {
            forgetAll()
        } else {
            map.erase(since: floor, next: next)
            versions.erased(floor.token..<max(floor.token, next.token))
        }
        map.erasedToken = floor.token
        map.toleratesAnything = leavesAnything
    }

    /// A command is about to be sent that will erase everything. Returns the oldest writes that it may leave.
    func eraseBegins() -> WriteNumbers {
        map.eraseBegins()
        return map.oldestOutstanding(next: next)
    }

    /// That command was collected, and what it did is known.
    func eraseEnds() { map.eraseEnds() }

    /// Whether blocks that nobody has written may read as anything at all: from the start of verification on, and after Sanitize
    /// or a cryptographic erase; not after any other format.
    ///
    /// Otherwise they have to read as zeros, as ones, or with their own LBA in front. What this process has written to another
    /// block is wrong in any case.
    public var toleratesAnything: Bool {
        get { map.toleratesAnything }
        set { map.toleratesAnything = newValue }
    }

    /// The power was cut. Completed writes that no completed Flush covers may be gone: the block then has to hold one of its versions
    /// since the last that was durable. Those with FUA are not gone, nor those that were sent while the cache was disabled.
    ///
    /// - Parameter hasVolatileWriteCache: false where every completed write is durable (Identify VWC).
    public func powerWasLost(hasVolatileWriteCache: Bool) {
        guard hasVolatileWriteCache else { return }
        let next = self.next
        versions.losePower(durable: map.durable.token, next: next.token)
        map.losePower(next: next)
    }

    /// Whether completed writes are durable from the next one on: the volatile write cache is disabled (feature 06h).
    public var writesAreDurable: Bool {
        get { map.writesAreDurable }
        set { map.writesAreDurable = newValue }
    }

    /// The controller was shut down in order: everything completed is durable.
    public func shutDown() { map.makeDurable(before: map.oldestOutstanding(next: next)) }

    /// The numbers that the next writes get.
    var next: WriteNumbers { WriteNumbers(token: tokens.next, order: map.nextOrder) }

    /// Whether the block was made uncorrectable by Write Uncorrectable.
    package func isMarkedUncorrectable(_ lba: UInt64) -> Bool {
        map[lba].isUncorrectable || map[lba] == .perhapsUncorrectable
    }

    /// What a queue checks blocks with.
    func check(scratch: UnsafeMutablePointer<UInt32>) -> BlockCheck {
        BlockCheck(
            map: map, layout: layout, history: history, versions: .passUnretained(versions), tokens: tokens,
            scratch: scratch, epoch: map.epoch)
    }
}

/// What the table has no memory for.
extension IntegrityTable {
    /// Bytes that what is known of blocks may take: the limit of the table, or what all tables of the process may take.
    ///
    /// In whole pages of 4 KiB, one at least.
    public var memoryLimit: Int { min(ownMemoryLimit ?? .max, pages.budget.byteLimit) }

    /// The limit of this table, if it has one.
    var ownMemoryLimit: Int? { map[.limit] == 0 ? nil : map[.limit] &* SharedMemory.pageSize }

    /// What was read and checked and what was not, and why, since the table was made, in all processes that share it.
    ///
    /// A test that looks at it knows what was not checked.
    public var statistics: IntegrityStatistics {
        acknowledge()
        return count()
    }

    /// The same, of nobody's knowledge.
    func count() -> IntegrityStatistics {
        var statistics = IntegrityStatistics()
        statistics.checked = map.sum(at: QueueLine.checkedPlace)
        for reason in UncheckedReason.allCases {
            let count = map.sum(at: QueueLine.place(reason))
            if count > 0 { statistics.unchecked[reason] = count }
        }
        statistics.untracked = UInt64(max(0, map[.unremembered]))
        return statistics
    }

    /// Called once, on the thread that sends or reaps the first command with blocks that are not tracked.
    func onExhaustion(_ body: (@Sendable () -> Void)?) { pages.onExhaustion(body) }
}

/// The mismatches that were found in a namespace.
package final class MismatchList: Sendable {
    package init() {}

    private struct State {
        var total = 0
        var latest: [MismatchReport] = []
        var handler: (@Sendable (MismatchReport) -> Void)?
    }

    private let state = Mutex(State())

    var latest: [MismatchReport] { state.withLock { $0.latest } }
    var total: Int { state.withLock { $0.total } }
    var handler: (@Sendable (MismatchReport) -> Void)? {
        get { state.withLock { $0.handler } }
        set { state.withLock { $0.handler = newValue } }
    }

    func add(_ report: MismatchReport) {
        let handler = state.withLock {
            $0.total += 1
            if $0.latest.count >= 64 { $0.latest.removeFirst() }
            $0.latest.append(report)
            return $0.handler
        }
        handler?(report)
    }
}

extension IntegrityTable {
    /// The latest 64 mismatches, oldest first, those of before a format included.
    public var mismatches: [MismatchReport] { found.latest }

    /// Mismatches since verification began.
    public var mismatchCount: Int { found.total }

    /// Called with each mismatch, on the thread that reaped the command.
    public var mismatchHandler: (@Sendable (MismatchReport) -> Void)? {
        get { found.handler }
        set { found.handler = newValue }
    }
}
