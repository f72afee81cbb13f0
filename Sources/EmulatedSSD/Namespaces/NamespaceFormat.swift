/// An LBA format that the device offers.
public struct NamespaceFormat: Sendable, Hashable {
    /// Data bytes of a logical block: a power of two, 512 to 65,536.
    public var dataBytes: Int
    /// Metadata bytes of a logical block.
    public var metadataBytes: Int
    /// Relative Performance (RP): 0 best, 3 degraded.
    public var relativePerformance: UInt8

    public init(dataBytes: Int, metadataBytes: Int = 0, relativePerformance: UInt8 = 0) {
        self.dataBytes = dataBytes
        self.metadataBytes = metadataBytes
        self.relativePerformance = relativePerformance
    }
}
