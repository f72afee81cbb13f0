import Glibc

/// A leaf of a page table with no more bits than its slots differ in.
///
/// Widths (4 bytes), count (2 bytes), 2 bytes of nothing, a slot and a token that the others are compared with (16 bytes);
/// which slots are there (their numbers, or from 32 of them on a bit for each of the leaf); the rows, without gaps. A slot
/// that nobody has touched is not there.
struct PackedLeaf {
    private static var headerBytes: Int { 24 }
    private static var bitmapBytes: Int { PageSlots.slotsPerLeaf / 8 }
    /// Behind the rows: whoever reads may load so much more, and buffers have it.
    private static var slack: Int { 16 }
    /// The largest that can be built, with the slack. What is larger than a record stays as it is.
    static var bufferBytes: Int { headerBytes + bitmapBytes + PageSlots.slotsPerLeaf * 16 + slack }

    private let bytes: UnsafeRawPointer
    private let slots: PackedWords
    private let tokens: PackedWords
    private let count: Int

    /// Opens a leaf that has been packed; `bytes` has the slack behind it.
    init(_ bytes: UnsafeRawPointer) {
        self.bytes = bytes
        slots = PackedWords(bytes, widths: 0, common: 8)
        tokens = PackedWords(bytes, widths: 2, common: 16)
        count = min(PageSlots.slotsPerLeaf, Int(bytes.load(fromByteOffset: 4, as: UInt16.self)))
    }

    private var isListed: Bool { count < Self.bitmapBytes }
    private var positions: UnsafeRawPointer { bytes + Self.headerBytes }
    private var rows: UnsafeRawPointer { positions + (isListed ? count : Self.bitmapBytes) }

    @inline(__always)
    private func row(_ bits: inout BitReader) -> (state: PageState, token: UInt64) {
        let word = slots.expand(bits.get(slots.width))
        return (PageState(word: word), tokens.expand(bits.get(tokens.width)))
    }

    /// What one slot holds.
    func slot(_ index: Int) -> (state: PageState, token: UInt64) {
        var before = 0
        if isListed {
            while before < count, positions.load(fromByteOffset: before, as: UInt8.self) != index { before &+= 1 }
            guard before < count else { return (.untouched, 0) }
        } else {
            for word in 0..<index >> 6 {
                before &+= positions.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self).nonzeroBitCount
            }
            let last = positions.loadUnaligned(fromByteOffset: index >> 6 &* 8, as: UInt64.self)
            let bit = UInt64(1) << UInt64(index & 63)
            guard last & bit != 0 else { return (.untouched, 0) }
            before &+= (last & (bit &- 1)).nonzeroBitCount
        }
        var bits = BitReader(rows, at: UInt64(before) &* (slots.width &+ tokens.width))
        return row(&bits)
    }

    /// Fills in a leaf whose slots are all zero.
    func unpack(to leaf: UnsafeMutableRawPointer) {
        let words = leaf.assumingMemoryBound(to: UInt64.self)
        var bits = BitReader(rows, at: 0)
        func put(_ index: Int) {
            let (state, token) = row(&bits)
            words[index] = state.word
            words[index &+ PageSlots.slotsPerLeaf] = token
        }
        if isListed {
            for entry in 0..<count { put(Int(positions.load(fromByteOffset: entry, as: UInt8.self))) }
            return
        }
        for word in 0..<Self.bitmapBytes / 8 {
            var present = positions.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self)
            while present != 0 {
                put(word &* 64 &+ present.trailingZeroBitCount)
                present &= present &- 1
            }
        }
    }
}

extension PackedLeaf {
    /// A slot that keeps its leaf from being packed.
    struct BusySlot: Error {
        var index: Int
    }

    /// Packs a leaf into a buffer of `bufferBytes`; the bytes it takes.
    static func pack(_ leaf: UnsafeRawPointer, to buffer: UnsafeMutableRawPointer) throws(BusySlot) -> Int {
        let words = leaf.assumingMemoryBound(to: UInt64.self)
        let bitmap = (buffer + headerBytes).assumingMemoryBound(to: UInt64.self)
        let (slots, tokens, count) = try survey(words, bitmap)
        slots.store(buffer, widths: 0, common: 8)
        tokens.store(buffer, widths: 2, common: 16)
        buffer.storeBytes(of: UInt16(count), toByteOffset: 4, as: UInt16.self)
        let present = (bitmap[0], bitmap[1], bitmap[2], bitmap[3])
        let isListed = count < bitmapBytes
        var rows = BitWriter(buffer + headerBytes + (isListed ? count : bitmapBytes))
        var entry = headerBytes
        func put(_ bits: UInt64, _ first: Int) {
            var bits = bits
            while bits != 0 {
                let index = first &+ bits.trailingZeroBitCount
                bits &= bits &- 1
                let word = words[index]
                rows.put(slots.compress(word), slots.width)
                // The token of another sort of slot is whatever was there once.
                let token = PageState(word: word).isStamped ? words[index &+ PageSlots.slotsPerLeaf] : tokens.common
                rows.put(tokens.compress(token), tokens.width)
                if isListed {
                    buffer.storeBytes(of: UInt8(truncatingIfNeeded: index), toByteOffset: entry, as: UInt8.self)
                    entry &+= 1
                }
            }
        }
        put(present.0, 0)
        put(present.1, 64)
        put(present.2, 128)
        put(present.3, 192)
        return rows.finish() - buffer
    }

    /// What all slots have in common, and which are there.
    private static func survey(
        _ words: UnsafePointer<UInt64>, _ bitmap: UnsafeMutablePointer<UInt64>
    ) throws(BusySlot) -> (slots: PackedWords, tokens: PackedWords, count: Int) {
        var slots = PackedWords()
        var tokens = PackedWords()
        var count = 0
        for group in 0..<bitmapBytes / 8 {
            var bits: UInt64 = 0
            for index in 0..<64 {
                let place = group &* 64 &+ index
                let state = PageState(word: words[place])
                if state.isUntouched { continue }
                guard state.isAtRest else { throw BusySlot(index: place) }
                bits |= 1 << UInt64(index)
                slots.cover(state.word)
                if state.isStamped { tokens.cover(words[place &+ PageSlots.slotsPerLeaf]) }
            }
            bitmap[group] = bits
            count &+= bits.nonzeroBitCount
        }
        slots.settle()
        tokens.settle()
        return (slots, tokens, count)
    }
}
