import Glibc

/// How a number becomes the data of a block, so that the number can be found in it again.
enum BlockFilling {
    /// The number as often as it fits.
    case uniform
    /// What the number says: a repeated dword, stamps around one of two bodies, or data that no other block has. Numbers
    /// that are near each other make data of the same sort.
    case various

    /// Sorts of data of `various`, for 32 numbers each.
    private enum Sort: UInt64 {
        case dword, stamped, oddlyStamped, unique
    }

    func fill(_ block: UnsafeMutableRawBufferPointer, lba: UInt64, number: UInt64) {
        guard self == .various else { return fill(block, with: number) }
        switch Sort(rawValue: number >> 5 & 3) ?? .unique {
        case .dword: fill(block, with: number << 32 | number)
        case .stamped: stamp(block, body: number >> 7 & 1 | 2, first: lba, number)
        case .oddlyStamped: stamp(block, body: number >> 7 & 1 | 2, first: number ^ 0xABCD_EF01_2345, number)
        case .unique: stamp(block, body: number &* 0x9E37_79B9_7F4A_7C15, first: lba, number)
        }
    }

    /// The number, or nil when the block is not what it makes of it.
    func number(in block: UnsafeRawBufferPointer, lba: UInt64) -> UInt64? {
        guard let base = block.baseAddress, block.count >= 16 else { return nil }
        let word = base.loadUnaligned(fromByteOffset: block.count - 8, as: UInt64.self)
        let isUniform = memcmp(base, base + 8, block.count - 8) == 0
        if self == .uniform || word == 0 { return isUniform ? word : nil }
        let number = word & 0xFFFF_FFFF
        return withUnsafeTemporaryAllocation(byteCount: block.count, alignment: 8) { wanted in
            fill(wanted, lba: lba, number: number)
            return wanted.baseAddress.map { memcmp($0, base, block.count) == 0 } == true ? number : nil
        }
    }

    private func stamp(_ block: UnsafeMutableRawBufferPointer, body: UInt64, first: UInt64, _ number: UInt64) {
        fill(block, with: body)
        block.storeBytes(of: first, as: UInt64.self)
        block.storeBytes(of: number, toByteOffset: block.count - 8, as: UInt64.self)
    }

    /// Repeats a number by doubling what is there, as loops over words are slow without optimisation.
    private func fill(_ block: UnsafeMutableRawBufferPointer, with number: UInt64) {
        guard let base = block.baseAddress else { return }
        base.storeBytes(of: number, as: UInt64.self)
        var size = 8
        while size < block.count {
            memcpy(base + size, base, min(size, block.count - size))
            size *= 2
        }
    }
}
