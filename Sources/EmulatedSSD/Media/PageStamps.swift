/// What a page has that its body has not, where load generators keep to the usual: the first words of its blocks count LBAs,
/// and the last words grow evenly.
struct PageStamps {
    /// Last word of the first block.
    let token: UInt64
    /// Added to the last word from block to block.
    let step: Int

    /// A slot has ten bits for it.
    private static var steps: ClosedRange<Int> { -512...511 }

    init(token: UInt64, step: Int) {
        self.token = token
        self.step = step
    }

    /// The stamps of a page; nil where they are not the usual ones.
    init?(of page: UnsafeMutableRawPointer, _ layout: StampLayout, _ mediaPage: UInt64) {
        func word(_ at: UnsafeMutableRawPointer) -> UInt64 { UInt64(littleEndian: at.load(as: UInt64.self)) }
        let lba = layout.firstLBA(of: mediaPage)
        token = word(layout.last(0, of: page))
        let distance = layout.count > 1 ? word(layout.last(1, of: page)) &- token : 0
        step = Int(Int64(bitPattern: distance))
        guard Self.steps.contains(step) else { return nil }
        for block in 0..<layout.count {
            guard word(layout.first(block, of: page)) == lba &+ UInt64(block),
                word(layout.last(block, of: page)) == token &+ UInt64(block) &* distance
            else { return nil }
        }
    }

    /// Puts the stamps into a page that holds the body.
    func stamp(_ page: UnsafeMutableRawPointer, _ layout: StampLayout, _ mediaPage: UInt64) {
        let lba = layout.firstLBA(of: mediaPage)
        let distance = UInt64(bitPattern: Int64(step))
        for block in 0..<layout.count {
            let first = lba &+ UInt64(block)
            let last = token &+ UInt64(block) &* distance
            layout.first(block, of: page).storeBytes(of: first.littleEndian, as: UInt64.self)
            layout.last(block, of: page).storeBytes(of: last.littleEndian, as: UInt64.self)
        }
    }
}

/// A record with stamps of any sort: the number of the body, and the first and the last word of each block.
struct StampRecord {
    static func byteCount(_ layout: StampLayout) -> Int { 8 &+ layout.count &* 16 }

    static func body(_ record: UnsafeRawPointer) -> UInt32 { record.load(as: UInt32.self) }

    static func store(
        _ page: UnsafeMutableRawPointer, _ layout: StampLayout, body: UInt32, to record: UnsafeMutableRawPointer
    ) {
        record.storeBytes(of: UInt64(body), as: UInt64.self)
        for block in 0..<layout.count {
            (record + 8 + block &* 16).copyMemory(from: layout.first(block, of: page), byteCount: 8)
            (record + 16 + block &* 16).copyMemory(from: layout.last(block, of: page), byteCount: 8)
        }
    }

    static func stamp(_ page: UnsafeMutableRawPointer, _ layout: StampLayout, from record: UnsafeRawPointer) {
        for block in 0..<layout.count {
            layout.first(block, of: page).copyMemory(from: record + 8 + block &* 16, byteCount: 8)
            layout.last(block, of: page).copyMemory(from: record + 16 + block &* 16, byteCount: 8)
        }
    }
}
