import Glibc

/// A leaf of a page table with no more bits than its slots differ in.
///
/// The halves of slots and tokens are four columns: of each, the least value, and the bits of what is added to it. Widths
/// (4 bytes), count (2 bytes), 2 bytes of nothing, least values (16 bytes); which slots are there (their numbers, or from 32 of
/// them on a bit for each of the leaf); the rows, without gaps. A slot that nobody has touched is not there.
struct PackedLeaf {
    private static var headerBytes: Int { 24 }
    private static var bitmapBytes: Int { PageSlots.slotsPerLeaf / 8 }
    /// Behind the rows: loads of 8 bytes may reach so far, and so a buffer for what is read has to.
    static var slack: Int { 8 }
    /// The largest that can be built, with the slack.
    static var bufferBytes: Int { headerBytes + bitmapBytes + PageSlots.slotsPerLeaf * 16 + slack }

    private let bytes: UnsafeRawPointer
    private let columns: (flags: Column, number: Column, low: Column, high: Column)
    private let count: Int

    /// One half of all slots, or of all tokens.
    fileprivate struct Column {
        var least: UInt32 = .max
        var width: UInt64 = 0
        private var most: UInt32 = 0

        init() {}

        init(_ header: UnsafeRawPointer, _ index: Int) {
            width = min(32, UInt64(header.load(fromByteOffset: index, as: UInt8.self)))
            least = header.load(fromByteOffset: 8 &+ index &* 4, as: UInt32.self)
        }

        @inline(__always)
        mutating func cover(_ value: UInt32) {
            least = min(least, value)
            most = max(most, value)
        }

        mutating func settle() {
            if least > most { least = 0 }
            width = UInt64(32 &- (max(most, least) &- least).leadingZeroBitCount)
        }

        func store(_ header: UnsafeMutableRawPointer, _ index: Int) {
            header.storeBytes(of: UInt8(truncatingIfNeeded: width), toByteOffset: index, as: UInt8.self)
            header.storeBytes(of: least, toByteOffset: 8 &+ index &* 4, as: UInt32.self)
        }

        @inline(__always)
        func put(_ value: UInt32, _ rows: UnsafeMutableRawPointer, _ bit: inout UInt64) {
            guard width > 0 else { return }
            let place = rows + Int(bit >> 3)
            let word = place.loadUnaligned(as: UInt64.self) | UInt64(value &- least) << (bit & 7)
            place.storeBytes(of: word, as: UInt64.self)
            bit &+= width
        }

        @inline(__always)
        func get(_ rows: UnsafeRawPointer, _ bit: inout UInt64) -> UInt32 {
            guard width > 0 else { return least }
            let word = (rows + Int(bit >> 3)).loadUnaligned(as: UInt64.self) >> (bit & 7)
            bit &+= width
            return least &+ UInt32(truncatingIfNeeded: word & (1 << width &- 1))
        }
    }

    /// Opens a leaf that has been packed; `bytes` has the slack behind it.
    init(_ bytes: UnsafeRawPointer) {
        self.bytes = bytes
        columns = (Column(bytes, 0), Column(bytes, 1), Column(bytes, 2), Column(bytes, 3))
        count = min(PageSlots.slotsPerLeaf, Int(bytes.load(fromByteOffset: 4, as: UInt16.self)))
    }

    private var isListed: Bool { count < Self.bitmapBytes }
    private var rows: UnsafeRawPointer { bytes + Self.headerBytes + (isListed ? count : Self.bitmapBytes) }
    private var rowWidth: UInt64 {
        columns.flags.width &+ columns.number.width &+ columns.low.width &+ columns.high.width
    }

    @inline(__always)
    private func row(_ bit: inout UInt64) -> (state: PageState, token: UInt64) {
        let flags = columns.flags.get(rows, &bit)
        let number = columns.number.get(rows, &bit)
        let low = columns.low.get(rows, &bit)
        let high = columns.high.get(rows, &bit)
        return (PageState(word: UInt64(number) << 32 | UInt64(flags)), UInt64(high) << 32 | UInt64(low))
    }

    /// What one slot holds.
    func slot(_ index: Int) -> (state: PageState, token: UInt64) {
        let positions = bytes + Self.headerBytes
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
        var bit = UInt64(before) &* rowWidth
        return row(&bit)
    }

    /// Fills in a leaf whose slots are all zero.
    func unpack(to leaf: UnsafeMutableRawPointer) {
        let slots = leaf.assumingMemoryBound(to: UInt64.self)
        let positions = bytes + Self.headerBytes
        var bit: UInt64 = 0
        func put(_ index: Int) {
            let (state, token) = row(&bit)
            slots[index] = state.word
            slots[index &+ PageSlots.slotsPerLeaf] = token
        }
        if isListed {
            for entry in 0..<count { put(Int(positions.load(fromByteOffset: entry, as: UInt8.self))) }
        } else {
            for word in 0..<PageSlots.slotsPerLeaf / 64 {
                var present = positions.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self)
                while present != 0 {
                    put(word &* 64 &+ present.trailingZeroBitCount)
                    present &= present &- 1
                }
            }
        }
    }
}

extension PackedLeaf {
    /// What packing needs to know of a leaf before.
    private struct Shape {
        var columns = (flags: Column(), number: Column(), low: Column(), high: Column())
        /// A bit for each slot that is there.
        var present = SIMD4<UInt64>()
        var count = 0

        /// Nil when a slot is not at rest.
        init?(_ slots: UnsafePointer<UInt64>) {
            for index in 0..<PageSlots.slotsPerLeaf {
                let state = PageState(word: slots[index])
                if state.isUntouched { continue }
                guard state.isAtRest else { return nil }
                present[index >> 6] |= 1 << UInt64(index & 63)
                count &+= 1
                columns.flags.cover(UInt32(truncatingIfNeeded: state.word))
                columns.number.cover(state.number)
                guard state.kind == .stamped else { continue }
                let token = slots[index &+ PageSlots.slotsPerLeaf]
                columns.low.cover(UInt32(truncatingIfNeeded: token))
                columns.high.cover(UInt32(truncatingIfNeeded: token >> 32))
            }
            columns.flags.settle()
            columns.number.settle()
            columns.low.settle()
            columns.high.settle()
        }

        /// Slots that are there, in order.
        func forEachSlot(_ body: (Int) -> Void) {
            for word in 0..<4 {
                var bits = present[word]
                while bits != 0 {
                    body(word &* 64 &+ bits.trailingZeroBitCount)
                    bits &= bits &- 1
                }
            }
        }
    }

    /// Packs a leaf into a buffer of `bufferBytes`; the bytes it takes. Nil when a slot is not at rest.
    static func pack(_ leaf: UnsafeRawPointer, to buffer: UnsafeMutableRawPointer) -> Int? {
        let slots = leaf.assumingMemoryBound(to: UInt64.self)
        guard let shape = Shape(slots) else { return nil }
        let columns = shape.columns
        let width = columns.flags.width &+ columns.number.width &+ columns.low.width &+ columns.high.width
        let isListed = shape.count < bitmapBytes
        let start = headerBytes &+ (isListed ? shape.count : bitmapBytes)
        let size = start &+ (shape.count &* Int(width) &+ 7) / 8
        memset(buffer, 0, size &+ slack)
        columns.flags.store(buffer, 0)
        columns.number.store(buffer, 1)
        columns.low.store(buffer, 2)
        columns.high.store(buffer, 3)
        buffer.storeBytes(of: UInt16(shape.count), toByteOffset: 4, as: UInt16.self)
        if !isListed { (buffer + headerBytes).storeBytes(of: shape.present, as: SIMD4<UInt64>.self) }
        var bit: UInt64 = 0
        var entry = headerBytes
        shape.forEachSlot { index in
            if isListed {
                buffer.storeBytes(of: UInt8(index), toByteOffset: entry, as: UInt8.self)
                entry &+= 1
            }
            let word = slots[index]
            let isStamped = PageState(word: word).kind == .stamped
            let token = slots[index &+ PageSlots.slotsPerLeaf]
            columns.flags.put(UInt32(truncatingIfNeeded: word), buffer + start, &bit)
            columns.number.put(UInt32(truncatingIfNeeded: word >> 32), buffer + start, &bit)
            // The token of another slot is whatever was there once.
            columns.low.put(isStamped ? UInt32(truncatingIfNeeded: token) : columns.low.least, buffer + start, &bit)
            columns.high.put(
                isStamped ? UInt32(truncatingIfNeeded: token >> 32) : columns.high.least, buffer + start, &bit)
        }
        return size
    }
}
