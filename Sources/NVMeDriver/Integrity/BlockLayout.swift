/// Where the blocks of a transfer lie in a buffer, and where their stamps lie in a block.
///
/// Bytes 0 to 7 of the data hold the LBA, the last 8 bytes the token, both little-endian. Metadata is left alone.
package struct BlockLayout: Sendable, Hashable, BitwiseCopyable {
    /// Data bytes of a block, a multiple of 8, 16 at least.
    package let dataByteCount: Int
    /// From one block to the next: more than its data where metadata is interleaved (extended LBAs).
    package let stride: Int

    /// - Parameter dataByteCount: rounded down to a multiple of 8, up to 16.
    package init(dataByteCount: Int, interleavedMetadata: Int = 0) {
        self.dataByteCount = max(16, dataByteCount & ~7)
        stride = self.dataByteCount &+ max(0, interleavedMetadata)
    }

    /// Bytes that `count` blocks take in a buffer.
    package func byteCount(_ count: Int) -> Int { count &* stride }

    /// LBA stamp of the block whose first byte this is.
    @inline(__always)
    func lba(_ block: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: block.loadUnaligned(as: UInt64.self))
    }

    /// Token of the block whose first byte this is.
    @inline(__always)
    func token(_ block: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: (block + (dataByteCount &- 8)).loadUnaligned(as: UInt64.self))
    }

    /// Puts LBAs and tokens into `count` blocks. `bytes` holds all of them.
    @inline(__always)
    package func stamp(_ bytes: UnsafeMutableRawPointer, lba: UInt64, token: UInt64, count: Int) {
        var block = bytes
        let last = dataByteCount &- 8
        for index in 0..<UInt64(truncatingIfNeeded: count) {
            block.storeBytes(of: (lba &+ index).littleEndian, as: UInt64.self)
            block.storeBytes(of: (token &+ index).littleEndian, toByteOffset: last, as: UInt64.self)
            block += stride
        }
    }

    /// What the first bytes of a block hold until a read has moved its data: nothing that the block may begin with, be it its
    /// stamp, zeros or ones.
    @inline(__always)
    static func poison(_ lba: UInt64) -> UInt64 { lba ^ 0xBAD0_DA7A_5EED_0FF5 }

    /// Whether the block begins with such a mark, be it that of another block.
    func holdsMark(_ block: UnsafeRawPointer) -> Bool { Self.poison(lba(block)) < 1 << 40 }

    /// Marks `count` blocks of a buffer, so that a read that leaves one of them out is found. `bytes` holds all of them.
    @inline(__always)
    func poison(_ bytes: UnsafeMutableRawPointer, lba: UInt64, count: Int) {
        var block = bytes
        for index in 0..<UInt64(truncatingIfNeeded: count) {
            block.storeBytes(of: Self.poison(lba &+ index).littleEndian, as: UInt64.self)
            block += stride
        }
    }
}
