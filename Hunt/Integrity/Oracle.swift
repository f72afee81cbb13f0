/// What the blocks of a namespace may hold, by what was sent to it and how it completed. Knows nothing of the driver.
struct Oracle {
    private(set) var blocks: [UInt64: BlockModel] = [:]
    /// What blocks hold that nobody has touched.
    private var untouched = BlockModel([.zeros], knowledge: .byRule("never written"))
    /// Order of submissions and completions.
    private(set) var time: UInt64 = 1
    /// Number of the next block that is written.
    private(set) var nextNumber: UInt64

    /// - Parameter firstNumber: oracles of one device keep their numbers apart.
    init(firstNumber: UInt64 = 1) { nextNumber = firstNumber }

    mutating func tick() -> UInt64 {
        time += 1
        return time
    }

    mutating func takeNumbers(_ count: Int) -> UInt64 {
        defer { nextNumber += UInt64(count) }
        return nextNumber
    }

    subscript(lba: UInt64) -> BlockModel {
        get { blocks[lba] ?? untouched }
        set { blocks[lba] = newValue }
    }

    mutating func change(
        _ lba: UInt64, to contents: [Content], submitted: UInt64, isCertain: Bool, isDurable: Bool,
        knowledge: BlockModel.Knowledge
    ) {
        var block = self[lba]
        block.append(
            BlockModel.Change(
                submitted: submitted, completed: time, contents: contents, isCertain: isCertain),
            isDurable: isDurable)
        block.knowledge = isCertain ? knowledge : .byRule("never completed")
        blocks[lba] = block
    }

    mutating func flushed(submitted: UInt64) {
        for lba in blocks.keys { blocks[lba]?.flushed(submitted: submitted) }
    }

    mutating func settle() {
        for lba in blocks.keys { blocks[lba]?.settle() }
    }

    /// - Parameter reach: the driver knows as durable what was submitted before.
    mutating func powerLost(reach: UInt64) {
        for lba in Array(blocks.keys) {
            guard var block = blocks[lba] else { continue }
            // Of several versions the driver may not know all: data that is none of them is "old or new" then.
            let isDurable = block.history.count == 1 && block.history[0].submitted < reach
            block.powerLost()
            if !isDurable { block.knowledge = .byRule("old or new") }
            blocks[lba] = block
        }
    }

    /// Format or sanitize: what was there may not come back.
    mutating func erased(rule: String) {
        blocks = [:]
        untouched = BlockModel([.anythingSince(nextNumber)], knowledge: .byRule(rule))
    }

    /// Verification began, or forgot everything.
    mutating func forgetKnowledge(rule: String) {
        untouched.knowledge = .byRule(rule)
        for lba in blocks.keys { blocks[lba]?.knowledge = .byRule(rule) }
    }

    /// Whether a block may read as this; nil where nobody can know.
    func allows(_ content: Content?, at lba: UInt64) -> Bool? {
        let current = self[lba].current
        if let content, current.contains(content) { return true }
        for case .anythingSince(let limit) in current {
            if case .written(let number, _, _)? = content, number < limit { return false }
            return nil
        }
        return false
    }

    /// Whether reading has to fail; nil where it may.
    func isUncorrectable(_ lba: UInt64) -> Bool? {
        let current = self[lba].current
        guard current.contains(.uncorrectable) else { return false }
        return current.count == 1 ? true : nil
    }
}
