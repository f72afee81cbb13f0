/// Hands out runs of pages, first fit by lowest address, and merges what comes back.
struct PageAllocator {
    /// Free runs, sorted, never adjacent.
    private var runs: [Range<Int>]
    /// Pages from here on have never been handed out.
    private var untouched: Int

    init(pages: Range<Int>) {
        runs = pages.isEmpty ? [] : [pages]
        untouched = pages.lowerBound
    }

    /// Pages that are free.
    var free: Int { runs.reduce(0) { $0 + $1.count } }

    var largestFree: Int { runs.map(\.count).max() ?? 0 }

    /// First page of a run, and whether any of it was in use before (and so holds old data); nil when no run is long enough.
    ///
    /// - Parameters:
    ///   - alignment: `origin` plus the first page is a multiple of it, a power of two.
    mutating func allocate(_ count: Int, alignment: Int = 1, origin: Int = 0) -> (first: Int, used: Bool)? {
        for (index, run) in runs.enumerated() {
            let gap = -(run.lowerBound &+ origin) & (alignment - 1)
            guard gap <= run.count, count <= run.count - gap else { continue }
            let first = run.lowerBound + gap
            // What lies before and behind it stays free.
            let rest = [run.lowerBound..<first, first + count..<run.upperBound].filter { !$0.isEmpty }
            runs.replaceSubrange(index...index, with: rest)
            let used = first < untouched
            untouched = max(untouched, first + count)
            return (first, used)
        }
        return nil
    }

    mutating func free(_ range: Range<Int>) {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var merged = range
        if low < runs.count, runs[low].lowerBound == merged.upperBound {
            merged = merged.lowerBound..<runs[low].upperBound
            runs.remove(at: low)
        }
        if low > 0, runs[low - 1].upperBound == merged.lowerBound {
            runs[low - 1] = runs[low - 1].lowerBound..<merged.upperBound
        } else {
            runs.insert(merged, at: low)
        }
    }
}
