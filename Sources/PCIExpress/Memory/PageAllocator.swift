/// Hands out runs of pages, first fit by lowest address, and merges what comes back.
struct PageAllocator {
    private var runs = RangeSet<Int>()
    /// Pages that have never been handed out.
    private var fresh = RangeSet<Int>()

    init(pages: Range<Int>) { add(pages) }

    /// More pages to hand out.
    mutating func add(_ pages: Range<Int>) {
        runs.insert(contentsOf: pages)
        fresh.insert(contentsOf: pages)
    }

    /// Pages that are free.
    var free: Int { runs.ranges.reduce(0) { $0 + $1.count } }

    var largestFree: Int { runs.ranges.map(\.count).max() ?? 0 }

    /// First page of a run, and whether any of it was in use before (and so holds old data); nil when no run is long enough.
    ///
    /// - Parameters:
    ///   - alignment: `origin` plus the first page is a multiple of it, a power of two.
    mutating func allocate(_ count: Int, alignment: Int = 1, origin: Int = 0) -> (first: Int, used: Bool)? {
        for run in runs.ranges {
            let gap = -(run.lowerBound &+ origin) & (alignment - 1)
            guard gap <= run.count, count <= run.count - gap else { continue }
            let first = run.lowerBound + gap
            let taken = first..<first + count
            runs.remove(contentsOf: taken)
            let used = !RangeSet(taken).isSubset(of: fresh)
            fresh.remove(contentsOf: taken)
            return (first, used)
        }
        return nil
    }

    /// - Parameter areZero: they are as if they had never been handed out.
    mutating func free(_ range: Range<Int>, areZero: Bool = false) {
        runs.insert(contentsOf: range)
        if areZero { fresh.insert(contentsOf: range) }
    }
}
