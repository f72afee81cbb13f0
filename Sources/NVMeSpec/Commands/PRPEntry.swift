/// Physical region page entry: page base address and offset (NVMe Base 2.3 §4.3.1).
///
/// `pageSize` is that of CC.MPS, a power of two from 4096.
public struct PRPEntry: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
    public var rawValue: UInt64

    public static var byteCount: Int { 8 }

    @inlinable
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Offset within the page; the two lowest bits ought to be zero.
    @inlinable
    public func offset(pageSize: UInt64) -> UInt64 { rawValue & (pageSize &- 1) }

    /// Address of the page.
    @inlinable
    public func page(pageSize: UInt64) -> UInt64 { rawValue & ~(pageSize &- 1) }

    /// Whether the offset is a multiple of four bytes, as the first entry of a transfer must have it.
    @inlinable
    public var isDwordAligned: Bool { rawValue & 0b11 == 0 }
}
