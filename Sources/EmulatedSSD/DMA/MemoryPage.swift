/// The memory page of the controller (CC.MPS), which PRP entries count in.
struct MemoryPage {
    /// Log2 of the page's size: 12 or more.
    var shift: Int

    @inline(__always) var byteCount: Int { 1 << shift }
    @inline(__always) var mask: UInt64 { (1 << UInt64(shift)) &- 1 }
}
