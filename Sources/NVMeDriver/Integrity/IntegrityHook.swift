import CNVMeHost
import NVMeSpec

/// What a command queue needs of integrity: nothing but one look at a number as long as no namespace is verified.
struct IntegrityHook: ~Copyable {
    enum Admission {
        /// Send it; its completion is of no interest.
        case unwatched
        /// Send it, and tell of its completion.
        case sent
        /// Keep it; `nextReady` hands it over.
        case parked
    }

    private let directory: IntegrityDirectory
    /// Kept alive by `directory`.
    private let generation: UnsafeMutablePointer<UInt32>
    private let slotCount: Int
    /// Made for the first command after verification began.
    private var queue: UnsafeMutablePointer<QueueIntegrity>?

    /// Admin opcodes mean other things.
    private let isAdmin: Bool

    init(_ directory: IntegrityDirectory, slotCount: Int, isAdmin: Bool) {
        self.directory = directory
        self.isAdmin = isAdmin
        generation = isAdmin ? directory.adminCell : directory.generationCell
        self.slotCount = slotCount
    }

    deinit {
        guard let queue else { return }
        queue.deinitialize(count: 1)
        queue.deallocate()
    }

    @inline(__always)
    var isActive: Bool { nvme_load32(generation) != 0 }

    @inline(never)
    mutating func admit(
        _ slot: UInt16, _ command: SubmissionQueueEntry, data: UnsafeMutableRawPointer?, byteCount: Int, stamps: Bool
    ) -> Admission {
        if isAdmin {
            directory.adminBegins(command)
            return .unwatched
        }
        let queue = self.queue ?? make()
        let isSent = queue.pointee.admit(slot, command, data: data, byteCount: byteCount, stamps: stamps)
        guard isSent else { return .parked }
        return queue.pointee.watches(slot) ? .sent : .unwatched
    }

    /// Whether commands of the namespace may be outstanding that were sent before it was verified, and need to be adopted. True once.
    @inline(never)
    mutating func misses(nsid: UInt32) -> Bool {
        guard !isAdmin else { return false }
        let queue = self.queue ?? make()
        return queue.pointee.misses(nsid: nsid)
    }

    /// Whether the completion of a command that was sent before is of interest now.
    func adopt(_ slot: UInt16, _ command: SubmissionQueueEntry) -> Bool {
        queue?.pointee.adopt(slot, command) ?? false
    }

    private mutating func make() -> UnsafeMutablePointer<QueueIntegrity> {
        let made = UnsafeMutablePointer<QueueIntegrity>.allocate(capacity: 1)
        // 128 KiB of 512-byte blocks.
        made.initialize(
            to: QueueIntegrity(
                capacity: slotCount, chunk: 256, directory: directory, refreshInterval: max(1, slotCount / 64)))
        queue = made
        return made
    }

    /// Whether a watched command's data is what it ought to be.
    func complete(_ slot: UInt16, _ entry: CompletionQueueEntry) -> Bool {
        queue?.pointee.complete(slot, entry) ?? true
    }

    func nextReady() -> SubmissionQueueEntry? { queue?.pointee.nextReady()?.command }

    /// A command that was admitted could not be sent.
    func cancel(_ slot: UInt16) {
        var entry = CompletionQueueEntry()
        entry.status = Status(.internalError)
        _ = complete(slot, entry)
    }

    func abandon() {
        if isAdmin { directory.adminAbandoned() }
        queue?.pointee.abandon()
    }

    func adminCompleted(_ completion: Completion) {
        // Whether anything is verified or not, like `admit`: it may be, later on, with the cache disabled before.
        if isAdmin { directory.adminCompleted(completion.command, completion.status) }
    }
}
