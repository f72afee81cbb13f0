import CNVMeHost
import PCIExpress

/// Everything of the host that the device can reach: its window on the arena, and what was mapped beside it.
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
    private let window: DMAWindow
    private let arena: Range
    /// The window's bits, one for each piece of the arena.
    private let pieces: UnsafeMutablePointer<UInt32>
    private var count = 0
    private var nextAddress: UInt64

    init(_ window: DMAWindow) {
        self.window = window
        pieces = window.words
        ranges = .allocate(capacity: Self.capacity)
        let base = window.arena.ioVirtualBase
        let byteCount = UInt64(window.arena.byteCount)
        arena = Range(start: base, byteCount: byteCount, pointer: window.arena.base)
        // A hole behind the arena keeps accesses that run over its end from landing in a mapped range.
        nextAddress = (base + byteCount + 0x1_0000_0000) & ~0xFFFF_FFFF
    }

    deinit { ranges.deallocate() }

    /// The host memory at `address`, nil unless all `byteCount` bytes are open in the window, or mapped by one range.
    @inline(__always)
    func translate(_ address: UInt64, byteCount: Int) -> UnsafeMutableRawPointer? {
        let offset = address &- arena.start
        let length = UInt64(bitPattern: Int64(byteCount))
        if offset < arena.byteCount, length <= arena.byteCount &- offset {
            let first = offset / Self.pieceSize
            let last = (offset &+ length &- (length > 0 ? 1 : 0)) / Self.pieceSize
            guard isOpen(first), first == last || isOpen(from: first, to: last) else { return nil }
            return arena.pointer + Int(truncatingIfNeeded: offset)
        }
        return translateMapped(address, length)
    }

    private static var pieceSize: UInt64 { UInt64(DMAArena.pieceSize) }

    @inline(__always)
    private func isOpen(_ piece: UInt64) -> Bool {
        nvme_load32(pieces + Int(truncatingIfNeeded: piece / 32)) &>> UInt32(truncatingIfNeeded: piece & 31) & 1 != 0
    }

    @inline(never)
    private func isOpen(from first: UInt64, to last: UInt64) -> Bool { (first...last).allSatisfy(isOpen) }

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
