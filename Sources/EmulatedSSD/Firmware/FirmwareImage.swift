/// A firmware image for an embedded SSD.
///
/// Sixty-four bytes of header and then anything: the device checks magic, length and sum, so a truncated or altered
/// image is refused with Invalid Firmware Image.
public struct FirmwareImage: Sendable, Hashable {
    static let headerByteCount = 64
    /// Update granularity (FWUG): pieces of a download are multiples of it.
    static let granularity = 4096
    /// Larger downloads are refused.
    static let largest = 16 << 20
    private static let magic = Array("EMUSSDFW".utf8)

    /// The image as it is downloaded: a multiple of 4096 bytes.
    public let bytes: [UInt8]
    /// The firmware revision that the controller reports once it runs the image.
    public let revision: String

    /// Makes an image.
    ///
    /// - Parameters:
    ///   - revision: at most 8 printable ASCII characters.
    ///   - byteCount: rounded up to a multiple of 4096, 16 MiB at most.
    public init(revision: String, byteCount: Int = 16384) {
        let size = (byteCount.clamped(to: 1...Self.largest) + Self.granularity - 1) & ~(Self.granularity - 1)
        var layout = ByteLayout(count: size)
        layout.put(Self.magic, at: 0)
        layout.put(text: revision, at: 8, bytes: 8)
        layout.put(UInt32(size), at: 16)
        // A payload that differs from zero at each place, so that swapped pieces are noticed.
        var random = SplitMix(seed: UInt64(size))
        for offset in stride(from: Self.headerByteCount, to: size, by: 8) { layout.put(random.next(), at: offset) }
        layout.put(Self.sum(layout.bytes), at: 24)
        bytes = layout.bytes
        self.revision = String(revision.prefix(8))
    }

    /// Reads an image that was downloaded; nil when it is not one.
    init?(downloaded: [UInt8]) {
        guard downloaded.count >= Self.headerByteCount, Array(downloaded.prefix(8)) == Self.magic,
            Int(littleEndian(downloaded, at: 16, as: UInt32.self)) == downloaded.count,
            littleEndian(downloaded, at: 24, as: UInt64.self) == Self.sum(downloaded)
        else { return nil }
        bytes = downloaded
        revision = String(decoding: downloaded[8..<16].map { (0x20...0x7E).contains($0) ? $0 : 0x20 }, as: UTF8.self)
    }

    /// FNV-1a over everything but the sum itself.
    private static func sum(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (offset, byte) in bytes.enumerated() where offset < 24 || offset >= 32 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return hash
    }
}
