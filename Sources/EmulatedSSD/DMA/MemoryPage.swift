/// The memory page of the controller (CC.MPS), which PRP entries count in.
struct MemoryPage {
    /// Log2 of the page's size: 12 or more.
    var shift: Int

    var byteCount: Int { 1 << shift }
    var mask: UInt64 { (1 << UInt64(shift)) &- 1 }
}
