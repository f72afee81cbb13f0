/// An LBA format that the device offers. Its blocks have no metadata, since the device has no way to transfer any (MC is 0).
public struct NamespaceFormat: Sendable, Hashable {
    /// Data bytes of a logical block: a power of two, 512 to 65,536.
    public var dataBytes: Int
    /// Relative Performance (RP): 0 best, 3 degraded.
    public var relativePerformance: UInt8

    public init(dataBytes: Int, relativePerformance: UInt8 = 0) {
        self.dataBytes = dataBytes
        self.relativePerformance = relativePerformance
    }
}
