/// What one 4 KiB page of the media is, in a word: the memory that holds it, and the state of its eight sectors.
///
/// The zero word is a page that nobody has touched since the last format or sanitize. A page without memory reads as
/// zeros where it is written and as the deallocated value where it is not.
struct PageState: Equatable {
    var word: UInt64

    static var sectorShift: Int { 9 }
    static var untouched: Self { Self(word: 0) }
    private static var touchedFlag: UInt64 { 1 << 17 }
    private static var volatileFlag: UInt64 { 1 << 16 }

    @inline(__always)
    init(word: UInt64) { self.word = word }

    @inline(__always)
    init(page: UInt32 = 0, written: UInt8 = 0, uncorrectable: UInt8 = 0, isVolatile: Bool = false) {
        word =
            UInt64(page) << 32 | UInt64(uncorrectable) << 8 | UInt64(written) | Self.touchedFlag
            | (isVolatile ? Self.volatileFlag : 0)
    }

    @inline(__always)
    var isUntouched: Bool { word == 0 }

    /// Number of the arena page with the bytes; 0 where there is none.
    @inline(__always)
    var page: UInt32 {
        get { UInt32(truncatingIfNeeded: word >> 32) }
        set { word = word & 0xFFFF_FFFF | UInt64(newValue) << 32 | Self.touchedFlag }
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

    /// The page has a durable version beside this one.
    @inline(__always)
    var isVolatile: Bool {
        get { word & Self.volatileFlag != 0 }
        set { word = newValue ? word | Self.volatileFlag | Self.touchedFlag : word & ~Self.volatileFlag }
    }
}

/// A page of the media: what a read sees, and what would be left after a power loss.
struct PageSlot {
    var latest: PageState
    /// Has a meaning only while `latest.isVolatile`.
    var durable: PageState
}

/// The sectors that `count` bytes from `start` on touch, a bit each. Both lie inside one page.
@inline(__always)
func sectorMask(start: Int, count: Int) -> UInt8 {
    let first = start >> PageState.sectorShift
    let last = (start &+ count &- 1) >> PageState.sectorShift
    return UInt8(truncatingIfNeeded: (1 << (last &- first &+ 1)) &- 1) << UInt8(truncatingIfNeeded: first)
}
