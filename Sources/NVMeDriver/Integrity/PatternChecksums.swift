import CNVMeHost

/// Checksums of blocks that differ from a fixed pattern only in their stamps, for the price of the stamps.
///
/// A CRC is linear: that of the block is that of the pattern with zeros for stamps, XOR what the stamps alone contribute.
package struct PatternChecksums: ~Copyable {
    private let bases: UnsafeMutablePointer<UInt32>
    /// What bit `n` of the LBA contributes, for a block of this size.
    private let lbaTable: UnsafeMutablePointer<UInt32>
    private let tokenTable: UnsafeMutablePointer<UInt32>
    package let count: Int

    /// - Parameter pattern: `count` blocks; the bytes where stamps will be do not matter.
    package init(_ pattern: UnsafeRawPointer, layout: BlockLayout, count: Int) {
        self.count = max(0, count)
        bases = .allocate(capacity: max(1, self.count))
        lbaTable = .allocate(capacity: 8 * 256)
        tokenTable = .allocate(capacity: 8 * 256)
        let block = UnsafeMutableRawPointer.allocate(byteCount: layout.dataByteCount, alignment: 8)
        defer { block.deallocate() }
        let last = layout.dataByteCount - 8
        for index in 0..<self.count {
            block.copyMemory(from: pattern + index * layout.stride, byteCount: layout.dataByteCount)
            block.storeBytes(of: 0, as: UInt64.self)
            block.storeBytes(of: 0, toByteOffset: last, as: UInt64.self)
            bases[index] = nvme_crc32c(block, layout.dataByteCount)
        }
        block.initializeMemory(as: UInt8.self, repeating: 0, count: layout.dataByteCount)
        Self.fill(lbaTable, block, at: 0, byteCount: layout.dataByteCount)
        Self.fill(tokenTable, block, at: last, byteCount: layout.dataByteCount)
    }

    deinit {
        bases.deallocate()
        lbaTable.deallocate()
        tokenTable.deallocate()
    }

    /// The CRC-32C of the pattern's block `index` with these stamps.
    @inline(__always)
    package func crc(_ index: Int, lba: UInt64, token: UInt64) -> UInt32 {
        guard index < count else { return 0 }
        return bases[index] ^ Self.look(lbaTable, lba) ^ Self.look(tokenTable, token)
    }

    @inline(__always)
    private static func look(_ table: UnsafeMutablePointer<UInt32>, _ value: UInt64) -> UInt32 {
        var rest = value
        var row = table
        var crc: UInt32 = 0
        // Stamps are small numbers: most have three or four bytes.
        while rest != 0 {
            crc ^= row[Int(rest & 0xFF)]
            rest >>= 8
            row += 256
        }
        return crc
    }

    private static func fill(
        _ table: UnsafeMutablePointer<UInt32>, _ zeros: UnsafeMutableRawPointer, at offset: Int, byteCount: Int
    ) {
        let base = nvme_crc32c(zeros, byteCount)
        for byte in 0..<8 {
            for value in 0..<256 {
                zeros.storeBytes(of: UInt8(value), toByteOffset: offset + byte, as: UInt8.self)
                table[byte * 256 + value] = nvme_crc32c(zeros, byteCount) ^ base
            }
            zeros.storeBytes(of: 0, toByteOffset: offset + byte, as: UInt8.self)
        }
    }
}
