/// Everything of the host that the device can reach: the arena, and what was mapped beside it.
///
/// The one place where an address from the host becomes a pointer. Registers are not in it, so DMA can never reach them.
final class DMAMap {
    private struct Range {
        var start: UInt64
        var byteCount: UInt64
        var pointer: UnsafeMutableRawPointer
    }

    /// Fixed storage: mapped ranges beyond it are refused, and nothing reallocates under the device's feet.
    static let capacity = 1024
    private let ranges: UnsafeMutablePointer<Range>
    private let arena: Range
    private var count = 0
    private var nextAddress: UInt64

    init(arenaBase: UnsafeMutableRawPointer, ioVirtualBase: UInt64, byteCount: Int) {
        ranges = .allocate(capacity: Self.capacity)
        arena = Range(start: ioVirtualBase, byteCount: UInt64(byteCount), pointer: arenaBase)
        // A hole behind the arena keeps accesses that run over its end from landing in a mapped range.
        nextAddress = (ioVirtualBase + UInt64(byteCount) + 0x1_0000_0000) & ~0xFFFF_FFFF
    }

    deinit { ranges.deallocate() }

    /// The host memory at `address`, nil unless all `byteCount` bytes are mapped by one range.
    @inline(__always)
    func translate(_ address: UInt64, byteCount: Int) -> UnsafeMutableRawPointer? {
        let offset = address &- arena.start
        let length = UInt64(bitPattern: Int64(byteCount))
        if offset < arena.byteCount, length <= arena.byteCount &- offset {
            return arena.pointer + Int(truncatingIfNeeded: offset)
        }
        return translateMapped(address, length)
    }

    @inline(never)
    private func translateMapped(_ address: UInt64, _ length: UInt64) -> UnsafeMutableRawPointer? {
        for index in 0..<count {
            let offset = address &- ranges[index].start
            if offset < ranges[index].byteCount, length <= ranges[index].byteCount &- offset {
                return ranges[index].pointer + Int(truncatingIfNeeded: offset)
            }
        }
        return nil
    }

    /// Makes host memory reachable; nil when there is no room for another range.
    func map(_ pointer: UnsafeMutableRawPointer, byteCount: Int) -> UInt64? {
        guard count < Self.capacity else { return nil }
        let start = nextAddress
        (ranges + count).initialize(to: Range(start: start, byteCount: UInt64(byteCount), pointer: pointer))
        count += 1
        nextAddress &+= (UInt64(byteCount) + 0x1F_FFFF) & ~0xF_FFFF
        return start
    }

    /// Whether there was such a range. Pointers that `translate` gave for it are dead from here on.
    func unmap(_ address: UInt64) -> Bool {
        guard let index = (0..<count).first(where: { ranges[$0].start == address }) else { return false }
        count -= 1
        ranges[index] = ranges[count]
        return true
    }
}
