import NVMeSpec
import PCIExpress

/// A page of PRP entries written by hand (NVMe Base 2.0 §4.1.1): any addresses, right or wrong.
public struct PRPList: Sendable {
    /// The memory of the list; its `offset` moves where the list starts for the device.
    public let buffer: Buffer

    /// - Parameters:
    ///   - addresses: the first entries; the others are 0.
    ///   - capacity: entries that the list has room for; nil for one page of them, or as many as there are addresses.
    public init(_ controller: Controller, _ addresses: [UInt64] = [], capacity: Int? = nil) throws(NVMeError) {
        let entries = max(capacity ?? DMAArena.pageSize / 8, addresses.count, 1)
        guard entries <= 1 << 24 else {
            throw .invalidArgument(
                name: "PRP list capacity", value: "\(entries)", limit: "\(1 << 24) entries", fix: "chain lists")
        }
        buffer = try controller.makeBuffer(entries * 8, name: "PRP list")
        for (index, address) in addresses.enumerated() { self[index] = address }
    }

    /// Entries that fit.
    public var count: Int { buffer.count / 8 }

    /// Address of the list for PRP2, or for PRP1 of a queue that is not contiguous.
    public var ioVirtualAddress: UInt64 { buffer.ioVirtualAddress }

    /// One entry. Outside the list: reported as every access outside a `Buffer` is.
    public subscript(index: Int) -> UInt64 {
        get { buffer.data(position(index)...position(index) &+ 7) }
        nonmutating set {
            buffer[position(index)..<position(index) &+ 8] = BufferBytes(newValue.littleEndianBytes(count: 8))
        }
    }

    /// Where an entry lies; far outside the buffer for an index that cannot be.
    private func position(_ index: Int) -> Int { (-1...count).contains(index) ? index * 8 : count * 8 }
}
