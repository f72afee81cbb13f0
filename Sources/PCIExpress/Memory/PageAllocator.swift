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
    mutating func allocate(_ count: Int) -> (first: Int, used: Bool)? {
        guard let index = runs.firstIndex(where: { $0.count >= count }) else { return nil }
        let first = runs[index].lowerBound
        let rest = first + count..<runs[index].upperBound
        if rest.isEmpty { runs.remove(at: index) } else { runs[index] = rest }
        let used = first < untouched
        untouched = max(untouched, first + count)
        return (first, used)
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
