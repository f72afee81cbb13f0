/// A way to write down words that have much in common: of each half only the low bits that differ between them.
struct PackedWords {
    /// One of the words.
    private(set) var common: UInt64 = 0
    private var difference: UInt64 = 0
    private var isEmpty = true
    /// Bits of the low half, and of both.
    private var lowWidth: UInt64 = 0
    private(set) var width: UInt64 = 0

    init() {}

    /// Takes in one of the words.
    @inline(__always)
    mutating func cover(_ word: UInt64) {
        if isEmpty {
            common = word
            isEmpty = false
        }
        difference |= word ^ common
    }

    /// All words have been taken in.
    mutating func settle() {
        lowWidth = 32 &- UInt64(UInt32(truncatingIfNeeded: difference).leadingZeroBitCount)
        width = lowWidth &+ 32 &- UInt64(UInt32(truncatingIfNeeded: difference >> 32).leadingZeroBitCount)
    }

    /// The `width` bits that stand for one of the words.
    @inline(__always)
    func compress(_ word: UInt64) -> UInt64 {
        let bits = word ^ common
        return bits & (1 << lowWidth &- 1) | (bits >> 32) << lowWidth
    }

    @inline(__always)
    func expand(_ bits: UInt64) -> UInt64 { common ^ (bits & (1 << lowWidth &- 1) | (bits >> lowWidth) << 32) }
}

extension PackedWords {
    /// Reads what `store` has written. Whatever is there, widths are 32 at most.
    init(_ header: UnsafeRawPointer, widths: Int, common offset: Int) {
        lowWidth = min(32, UInt64(header.load(fromByteOffset: widths, as: UInt8.self)))
        width = lowWidth &+ min(32, UInt64(header.load(fromByteOffset: widths &+ 1, as: UInt8.self)))
        common = header.load(fromByteOffset: offset, as: UInt64.self)
    }

    func store(_ header: UnsafeMutableRawPointer, widths: Int, common offset: Int) {
        header.storeBytes(of: UInt8(truncatingIfNeeded: lowWidth), toByteOffset: widths, as: UInt8.self)
        header.storeBytes(of: UInt8(truncatingIfNeeded: width &- lowWidth), toByteOffset: widths &+ 1, as: UInt8.self)
        header.storeBytes(of: common, toByteOffset: offset, as: UInt64.self)
    }
}

/// Writes numbers of up to 64 bits one behind the other; up to 7 bits wait for the next one.
struct BitWriter {
    private var place: UnsafeMutableRawPointer
    private var pending: UInt64 = 0
    private var filled: UInt64 = 0

    init(_ place: UnsafeMutableRawPointer) { self.place = place }

    /// - Parameter bits: has no others than the `width` low ones.
    @inline(__always)
    mutating func put(_ bits: UInt64, _ width: UInt64) {
        guard width > 56 else { return putFew(bits, width) }
        putFew(bits & 0xFFFF_FFFF, 32)
        putFew(bits >> 32, width &- 32)
    }

    /// Without a branch, as no processor could foretell it: whole bytes are done with.
    @inline(__always)
    private mutating func putFew(_ bits: UInt64, _ width: UInt64) {
        pending |= bits &<< filled
        filled &+= width
        place.storeBytes(of: pending, as: UInt64.self)
        place += Int(filled >> 3)
        pending &>>= filled & ~7
        filled &= 7
    }

    /// The first byte behind it all. Up to 8 bytes from the last byte on have been overwritten.
    func finish() -> UnsafeMutableRawPointer { place + (filled > 0 ? 1 : 0) }
}

/// Reads what `BitWriter` has written.
struct BitReader {
    private let base: UnsafeRawPointer
    private var position: UInt64

    /// - Parameter position: in bits.
    init(_ base: UnsafeRawPointer, at position: UInt64) {
        self.base = base
        self.position = position
    }

    /// Loads up to 16 bytes from the place on.
    @inline(__always)
    mutating func get(_ width: UInt64) -> UInt64 {
        guard width > 0 else { return 0 }
        let place = base + Int(position >> 3)
        let shift = position & 7
        var bits = place.loadUnaligned(as: UInt64.self) >> shift
        if shift &+ width > 64 { bits |= UInt64(place.load(fromByteOffset: 8, as: UInt8.self)) << (64 &- shift) }
        position &+= width
        return width == 64 ? bits : bits & (1 << width &- 1)
    }
}
