/// One pass of sequential commands of several sizes over a region: nobody knows beforehand how many these are.
struct RegionPass {
    /// Where it began.
    private var first: UInt64?
    private var latest: UInt64 = 0
    /// The cursor has come round to the region's start.
    private var hasWrapped = false
    private(set) var isOver = false

    /// Takes note of the start of the next command; true when the pass was complete before it, so that it is not to be sent.
    mutating func ends(before lba: UInt64) -> Bool {
        guard let first else {
            first = lba
            latest = lba
            return false
        }
        if lba <= latest {
            isOver = hasWrapped
            hasWrapped = true
        }
        latest = lba
        if hasWrapped, lba >= first { isOver = true }
        return isOver
    }
}
