import CNVMeHost
import PCIExpress

/// All queues of the controller, and the doorbells that the host rings them with.
///
/// Index 0 is the admin pair. Everything is preallocated: queues come and go by filling in their place.
final class QueueSet {
    /// Pairs, the admin pair included.
    let count: Int
    let submission: UnsafeMutablePointer<SubmissionQueue>
    let completion: UnsafeMutablePointer<CompletionQueue>
    let doorbells: DoorbellMemory
    /// The doorbell registers, written by the host at any time.
    let cells: UnsafeMutableRawPointer
    /// The value of each doorbell that the device has dealt with.
    let seen: UnsafeMutablePointer<UInt32>
    /// Identifiers of the submission queues that exist, in the order of arbitration.
    let active: UnsafeMutablePointer<UInt16>
    /// How many there are; in raw memory, because each round of arbitration asks.
    private let activeTotal: UnsafeMutablePointer<Int>
    var activeCount: Int { activeTotal.pointee }
    private let strideShift: Int

    init(pairs: Int, doorbellStride: Int) throws(PCIeError) {
        doorbells = try DoorbellMemory(byteCount: (2 * (pairs + 1)) << (2 + doorbellStride))
        cells = doorbells.cells
        count = pairs + 1
        strideShift = 2 + doorbellStride
        submission = .allocate(capacity: count)
        completion = .allocate(capacity: count)
        submission.initialize(repeating: SubmissionQueue(), count: count)
        completion.initialize(repeating: CompletionQueue(), count: count)
        seen = .allocate(capacity: 2 * count)
        seen.initialize(repeating: 0, count: 2 * count)
        active = .allocate(capacity: count)
        active.initialize(repeating: 0, count: count)
        activeTotal = .allocate(capacity: 1)
        activeTotal.initialize(to: 0)
    }

    deinit {
        for id in 0..<count { release(id) }
        submission.deallocate()
        completion.deallocate()
        seen.deallocate()
        active.deallocate()
        activeTotal.deallocate()
    }

    private func release(_ id: Int) {
        submission[id].memory?.deallocate()
        completion[id].memory?.deallocate()
    }

    /// The doorbell cell number `index`: twice the queue's identifier, one more for a completion queue.
    @inline(__always)
    func cell(_ index: Int) -> UnsafeMutableRawPointer { cells + index << strideShift }

    /// The number of the doorbell at a byte offset of the doorbell area; nil between doorbells and behind the last.
    func doorbellIndex(at offset: Int) -> Int? {
        let index = offset >> strideShift
        guard offset >= 0, offset == index << strideShift, index < 2 * count else { return nil }
        return index
    }

    /// The queue's memory when there is such a queue.
    func hasSubmissionQueue(_ id: Int) -> Bool { id >= 0 && id < count && submission[id].memory != nil }
    func hasCompletionQueue(_ id: Int) -> Bool { id >= 0 && id < count && completion[id].memory != nil }

    /// Whether an I/O completion queue interrupts by this vector.
    func hasIOCompletionQueue(onVector vector: UInt16) -> Bool {
        (1..<max(1, count)).contains {
            hasCompletionQueue($0) && completion[$0].interruptsEnabled && completion[$0].vector == vector
        }
    }

    /// I/O queues have been made since the last reset; some may be deleted again.
    private(set) var hadIOQueues = false

    func addCompletionQueue(_ id: Int, memory: QueueMemory, entryCount: Int, vector: UInt16, interrupts: Bool) {
        if id > 0 { hadIOQueues = true }
        completion[id] = CompletionQueue()
        completion[id].memory = memory
        completion[id].entryCount = UInt32(entryCount)
        completion[id].vector = vector
        completion[id].interruptsEnabled = interrupts
        clearDoorbell(2 * id + 1)
    }

    func addSubmissionQueue(_ id: Int, memory: QueueMemory, entryCount: Int, completionQueue: Int, priority: UInt8) {
        submission[id] = SubmissionQueue()
        submission[id].memory = memory
        submission[id].entryCount = UInt32(entryCount)
        submission[id].tailLimit = UInt32(entryCount)
        submission[id].completionQueue = UInt16(completionQueue)
        submission[id].id = UInt16(id)
        submission[id].priority = priority
        completion[completionQueue].submissionQueues &+= 1
        clearDoorbell(2 * id)
        rebuildOrder()
    }

    func removeSubmissionQueue(_ id: Int) {
        completion[Int(submission[id].completionQueue)].submissionQueues &-= 1
        submission[id].memory?.deallocate()
        submission[id] = SubmissionQueue()
        clearDoorbell(2 * id)
        rebuildOrder()
    }

    func removeCompletionQueue(_ id: Int) {
        completion[id].memory?.deallocate()
        completion[id] = CompletionQueue()
        clearDoorbell(2 * id + 1)
    }

    /// No queue exists any more, and every doorbell reads zero.
    func removeAll() {
        for id in 0..<count {
            release(id)
            submission[id] = SubmissionQueue()
            completion[id] = CompletionQueue()
            clearDoorbell(2 * id)
            clearDoorbell(2 * id + 1)
        }
        activeTotal.pointee = 0
        hadIOQueues = false
    }

    /// Looks all queue memory up again, after a range left the DMA map.
    func resolveAll(in map: DMAMap) {
        for id in 0..<count {
            submission[id].memory?.resolve(in: map)
            completion[id].memory?.resolve(in: map)
        }
    }

    /// A queue begins with its doorbells at zero, whatever was rung before it was made.
    private func clearDoorbell(_ index: Int) {
        nvme_store32(cell(index), 0)
        seen[index] = 0
    }

    /// Admin first, then by priority class, then by identifier.
    private func rebuildOrder() {
        let ids = (0..<count).filter { submission[$0].memory != nil }
            .sorted {
                ($0 == 0 ? -1 : Int(submission[$0].priority), $0) < ($1 == 0 ? -1 : Int(submission[$1].priority), $1)
            }
        for (place, id) in ids.enumerated() { active[place] = UInt16(id) }
        activeTotal.pointee = ids.count
    }
}
