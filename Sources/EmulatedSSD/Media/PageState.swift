/// How the bytes of a page are kept, and so what its number names.
enum PageKind: UInt8 {
    /// An arena page with the bytes; number 0: no bytes at all, the written sectors are zero.
    case plain = 0
    /// An arena page that only remembers the durable version; there are no bytes, as above.
    case vacant
    /// The number is the little-endian dword that fills the page.
    case pattern
    /// A body that several pages have, byte for byte.
    case shared
    /// A body with the usual stamps (see `PageStamps`): the slot has the step, and its token stands beside it.
    case stamped
    /// A page of the spill file.
    case spilled
    /// A stamp record: a body, and what the first and last 8 bytes of each block are instead.
    case recorded
}

/// What one 4 KiB page of the media is, in a word: where its bytes are, and the state of its eight sectors.
///
/// From the top: number 63:32, step 31:22, referenced 21, kind 20:18, touched 17, volatile 16, uncorrectable 15:8, written 7:0. The
/// zero word is a page that nobody has touched since the last format or sanitize. A page without bytes reads as zeros
/// where it is written and as the deallocated value where it is not.
struct PageState: Equatable {
    var word: UInt64

    static var sectorShift: Int { 9 }
    static var untouched: Self { Self(word: 0) }
    private static var volatileFlag: UInt64 { 1 << 16 }
    private static var touchedFlag: UInt64 { 1 << 17 }
    private static var kindShift: UInt64 { 18 }
    private static var kindMask: UInt64 { 0b111 << kindShift }
    private static var referencedFlag: UInt64 { 1 << 21 }

    @inline(__always)
    init(word: UInt64) { self.word = word }

    @inline(__always)
    init(
        kind: PageKind = .plain, number: UInt32 = 0, written: UInt8 = 0, uncorrectable: UInt8 = 0,
        isVolatile: Bool = false
    ) {
        word =
            UInt64(number) << 32 | UInt64(kind.rawValue) << Self.kindShift | UInt64(uncorrectable) << 8
            | UInt64(written) | Self.touchedFlag | (isVolatile ? Self.volatileFlag : 0)
    }

    @inline(__always)
    var isUntouched: Bool { word == 0 }

    var kind: PageKind { PageKind(rawValue: UInt8(truncatingIfNeeded: word >> Self.kindShift & 0b111)) ?? .plain }

    @inline(__always)
    var number: UInt32 { UInt32(truncatingIfNeeded: word >> 32) }

    /// Number of the arena page with the bytes as they are; 0 where there is none.
    @inline(__always)
    var memoryPage: UInt32 { word & Self.kindMask == 0 ? number : 0 }

    /// The bytes are somewhere, but not in a page of their own in memory.
    @inline(__always)
    var isPacked: Bool { word & Self.kindMask > UInt64(PageKind.vacant.rawValue) << Self.kindShift }

    /// The slot has a token.
    @inline(__always)
    var isStamped: Bool { word & Self.kindMask == UInt64(PageKind.stamped.rawValue) << Self.kindShift }

    /// Changes where the bytes are, not what the sectors are. `step` is that of the stamps, -512 to 511.
    mutating func move(to kind: PageKind, _ number: UInt32, step: Int = 0) {
        word =
            word & 0x3F_FFFF & ~Self.kindMask & ~Self.referencedFlag | UInt64(number) << 32
            | UInt64(kind.rawValue) << Self.kindShift | UInt64(UInt32(truncatingIfNeeded: step << 22))
            | Self.touchedFlag
    }

    /// What the stamps grow by from block to block.
    var step: Int { Int(Int32(truncatingIfNeeded: word) >> 22) }

    /// Neither the memory of the page nor its durable version need to be found by this slot in a hurry.
    @inline(__always)
    var isAtRest: Bool {
        if word & Self.volatileFlag != 0 { return false }
        return isPacked || number == 0
    }

    /// One bit per 512-byte sector that is allocated: written, or marked uncorrectable.
    @inline(__always)
    var written: UInt8 {
        get { UInt8(truncatingIfNeeded: word) }
        set { word = word & ~0xFF | UInt64(newValue) | Self.touchedFlag }
    }

    /// One bit per sector that fails to read.
    @inline(__always)
    var uncorrectable: UInt8 {
        get { UInt8(truncatingIfNeeded: word >> 8) }
        set { word = word & ~0xFF00 | UInt64(newValue) << 8 | Self.touchedFlag }
    }

    /// The page has a durable version beside this one; its number is then that of an arena page, whose note has it.
    @inline(__always)
    var isVolatile: Bool {
        get { word & Self.volatileFlag != 0 }
        set { word = newValue ? word | Self.volatileFlag | Self.touchedFlag : word & ~Self.volatileFlag }
    }

    /// Somebody has read it since the clock hand came by.
    @inline(__always)
    var isReferenced: Bool {
        get { word & Self.referencedFlag != 0 }
        set { word = newValue ? word | Self.referencedFlag : word & ~Self.referencedFlag }
    }
}

/// The sectors that `count` bytes from `start` on touch, a bit each. Both lie inside one page.
@inline(__always)
func sectorMask(start: Int, count: Int) -> UInt8 {
    let first = start >> PageState.sectorShift
    let last = (start &+ count &- 1) >> PageState.sectorShift
    return UInt8(truncatingIfNeeded: (1 << (last &- first &+ 1)) &- 1) << UInt8(truncatingIfNeeded: first)
}
