import Glibc

/// The bytes of one page, as what they may be packed to.
struct PageContent {
    let bytes: UnsafeMutableRawPointer

    /// The little-endian dword that the whole page repeats.
    var repeatedDword: UInt32? {
        let dword = bytes.load(as: UInt32.self)
        return memcmp(bytes, bytes + 4, PageArena.pageSize - 4) == 0 ? UInt32(littleEndian: dword) : nil
    }

    func fill(dword: UInt32) {
        let words = bytes.assumingMemoryBound(to: UInt64.self)
        let value = UInt64(dword.littleEndian)
        for index in 0..<PageArena.pageSize / 8 { words[index] = value << 32 | value }
    }

    /// A hash of everything but the stamps.
    func bodyHash(_ layout: StampLayout) -> UInt64 {
        let words = UnsafePointer(bytes.assumingMemoryBound(to: UInt64.self))
        var one: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ layout.blockShift
        var two: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        let wordsPerBlock = layout.blockBytes >> 3
        for block in 0..<layout.count {
            let start = block &* wordsPerBlock
            // Blocks have an even number of words, and so have they without both stamps.
            var index = start &+ 1
            let end = start &+ wordsPerBlock &- 1
            while index < end {
                one = (one ^ words[index]) &* 0xFF51_AFD7_ED55_8CCD
                two = (two ^ words[index &+ 1]) &* 0xC4CE_B9FE_1A85_EC53
                one ^= one >> 32
                two ^= two >> 29
                index &+= 2
            }
        }
        let sum = (one ^ two << 17 ^ two >> 47) &* 0x9FB2_1C65_1E98_DF25
        return sum ^ sum >> 32
    }

    /// Whether two pages differ in their stamps at most.
    func hasSameBody(as other: Self, _ layout: StampLayout) -> Bool {
        for block in 0..<layout.count {
            let start = block &* layout.blockBytes &+ 8
            if memcmp(bytes + start, other.bytes + start, layout.blockBytes - 16) != 0 { return false }
        }
        return true
    }

    func isEqual(to other: Self) -> Bool { memcmp(bytes, other.bytes, PageArena.pageSize) == 0 }
}

/// Where load generators put their stamps into a page: the first and the last 8 bytes of each logical block.
///
/// Of blocks that are larger than a page, each page counts as one.
struct StampLayout {
    let blockShift: UInt64

    var blockBytes: Int { 1 << Int(min(blockShift, PageArena.pageShift)) }
    var count: Int { PageArena.pageSize >> Int(min(blockShift, PageArena.pageShift)) }

    /// The LBA of a page's first block.
    func firstLBA(of mediaPage: UInt64) -> UInt64 { (mediaPage << PageArena.pageShift) >> blockShift }

    func first(_ block: Int, of page: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer { page + block &* blockBytes }
    func last(_ block: Int, of page: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        page + ((block &+ 1) &* blockBytes &- 8)
    }
}
