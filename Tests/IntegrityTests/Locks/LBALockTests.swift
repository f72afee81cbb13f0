import Testing

@testable import NVMeDriver

@Suite("Locks between the commands of a queue")
struct LBALockTests {
    @Test func readersOfTheSameBlocksGoTogether() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        let first = locks.acquire(0, space: 1, blocks: 0..<8, writes: false)
        let second = locks.acquire(1, space: 1, blocks: 0..<8, writes: false)
        #expect(first && second)
    }

    @Test func writerWaitsForReader() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        _ = locks.acquire(0, space: 1, blocks: 0..<8, writes: false)
        let second = locks.acquire(1, space: 1, blocks: 7..<9, writes: true)
        #expect(!second)
    }

    @Test func neighboursDoNotConflict() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        _ = locks.acquire(0, space: 1, blocks: 0..<5, writes: true)
        let second = locks.acquire(1, space: 1, blocks: 5..<10, writes: true)
        #expect(second)
    }

    @Test func sameBlocksOfAnotherNamespaceDoNotConflict() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        _ = locks.acquire(0, space: 1, blocks: 0..<8, writes: true)
        let second = locks.acquire(1, space: 2, blocks: 0..<8, writes: true)
        #expect(second)
    }

    @Test func readerDoesNotOvertakeAWaitingWriter() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        _ = locks.acquire(0, space: 1, blocks: 0..<8, writes: false)
        _ = locks.acquire(1, space: 1, blocks: 0..<8, writes: true)
        let third = locks.acquire(2, space: 1, blocks: 0..<8, writes: false)
        #expect(!third)
    }

    @Test func wideCommandWaitsForEveryNarrowOneInside() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        _ = locks.acquire(0, space: 1, blocks: 8000..<8008, writes: false)
        let wide = locks.acquire(1, space: 1, blocks: 0..<1_000_000, writes: true)
        #expect(!wide)
    }

    @Test func narrowCommandWaitsForAWideOne() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        _ = locks.acquire(0, space: 1, blocks: 0..<UInt64.max, writes: true)
        let narrow = locks.acquire(1, space: 1, blocks: 8000..<8008, writes: false)
        #expect(!narrow)
    }

    @Test func thousandWritersOfOneBlockGoInOrderOfArrival() {
        var locks = LBALocks(capacity: 1000, chunk: 8)
        for slot in 0..<1000 { _ = locks.acquire(UInt16(slot), space: 1, blocks: 0..<1, writes: true) }
        var order: [UInt16] = [0]
        while let last = order.last, order.count < 1000 {
            locks.release(last)
            guard let next = locks.nextReady() else { break }
            order.append(next)
        }
        #expect(order == Array(0..<1000))
    }

    @Test func nothingIsHeldAfterReleaseAll() {
        var locks = LBALocks(capacity: 4, chunk: 8)
        _ = locks.acquire(0, space: 1, blocks: 0..<8, writes: true)
        _ = locks.acquire(1, space: 1, blocks: 0..<8, writes: true)
        locks.releaseAll()
        let again = locks.acquire(0, space: 1, blocks: 0..<8, writes: true)
        #expect(again && locks.parkedCount == 0)
    }

    /// Random commands and completions: the locks let exactly those run that the obvious model lets run.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func locksAgreeWithTheObviousModel(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let capacity = Int.random(in: 1...48, using: &random)
        let chunk = Int.random(in: 1...64, using: &random)
        let span = UInt64.random(in: 8...600, using: &random)
        var locks = LBALocks(capacity: capacity, chunk: chunk)
        var model = LockModel()
        var free = (0..<UInt16(capacity)).shuffled(using: &random)
        for _ in 0..<1500 {
            if let slot = free.last, Bool.random(using: &random) || model.commands.isEmpty {
                free.removeLast()
                let first = UInt64.random(in: 0..<span, using: &random)
                let isLong = UInt8.random(in: 0..<16, using: &random) == 0
                let length = UInt64.random(in: 1...(isLong ? 400 : 12), using: &random)
                let (space, writes) = (UInt32.random(in: 1...2, using: &random), Bool.random(using: &random))
                let blocks = first..<first + length
                let isFree = locks.acquire(slot, space: space, blocks: blocks, writes: writes)
                let shouldBe = model.acquire(slot, space: space, blocks: blocks, writes: writes)
                #expect(isFree == shouldBe)
            } else if let slot = model.running.randomElement(using: &random) {
                locks.release(slot)
                var freed: [UInt16] = []
                while let next = locks.nextReady() { freed.append(next) }
                #expect(Set(freed) == Set(model.release(slot)))
                free.insert(slot, at: 0)
            }
        }
        #expect(locks.parkedCount == model.commands.count - model.running.count)
    }
}
