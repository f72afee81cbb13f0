import Testing

@testable import PCIExpress

@Suite struct PageAllocatorTests {
    @Test func runsAreHandedOutFromTheLowestAddress() {
        var pages = PageAllocator(pages: 4..<100)
        #expect(pages.allocate(3)?.first == 4)
        #expect(pages.allocate(5)?.first == 7)
    }

    @Test func runThatDoesNotFitIsRefused() {
        var pages = PageAllocator(pages: 0..<10)
        #expect(pages.allocate(11) == nil)
        #expect(pages.allocate(10) != nil)
        #expect(pages.allocate(1) == nil)
    }

    @Test func emptyAllocatorRefuses() {
        var pages = PageAllocator(pages: 0..<0)
        #expect(pages.allocate(1) == nil)
        #expect(pages.largestFree == 0)
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func neighboursMergeInWhateverOrderTheyComeBack(order: [Int]) {
        var pages = PageAllocator(pages: 0..<30)
        for _ in 0..<3 { _ = pages.allocate(10) }
        for index in order { pages.free(index * 10..<index * 10 + 10) }
        #expect(pages.largestFree == 30)
        #expect(pages.allocate(30)?.first == 0)
    }

    @Test func freshPagesAreKnownFromUsedOnes() {
        var pages = PageAllocator(pages: 0..<10)
        #expect(pages.allocate(4)?.used == false)
        pages.free(0..<4)
        #expect(pages.allocate(2)?.used == true)
        #expect(pages.allocate(4)?.used == true, "its first two pages were in use before")
        #expect(pages.allocate(2)?.used == false)
    }

    /// Against a model that remembers each page: no page has two owners, and a refusal means that no run is long enough.
    @Test(arguments: 1...8)
    func randomAllocationsAgreeWithAModelOfPages(seed: UInt64) throws {
        var generator = RepeatableGenerator(seed: seed)
        var pages = PageAllocator(pages: 3..<200)
        var taken = [Bool](repeating: false, count: 200)
        var owned: [Range<Int>] = []
        for _ in 0..<4000 {
            if !owned.isEmpty, Bool.random(using: &generator) {
                let run = owned.remove(at: Int.random(in: 0..<owned.count, using: &generator))
                for page in run { taken[page] = false }
                pages.free(run)
            } else {
                let count = Int.random(in: 1...24, using: &generator)
                let lowest = (3...200).first { $0 + count <= 200 && !taken[$0..<$0 + count].contains(true) }
                let allocation = pages.allocate(count)
                #expect(allocation?.first == lowest)
                guard let first = allocation?.first else { continue }
                for page in first..<first + count { taken[page] = true }
                owned.append(first..<first + count)
            }
        }
        for run in owned { pages.free(run) }
        #expect(pages.largestFree == 197)
    }
}
