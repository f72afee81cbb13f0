/// A namespace: an identifier, a size in the blocks of its present format, and the media behind it.
final class EmulatedNamespace {
    let nsid: UInt32
    /// Bytes of data that the namespace has whatever its format.
    let byteCapacity: UInt64
    let media: Media
    /// Globally unique identifiers (Identify CNS 00h and 03h), fixed for the namespace's life.
    let eui64: UInt64
    let nguid: (high: UInt64, low: UInt64)

    /// What a command works with; it changes by Format NVM only, never while a command executes.
    private(set) var geometry: NamespaceGeometry
    /// A format operation is running: commands are refused with Format In Progress.
    var formatInProgress = false
    /// Write Protection State of feature 84h is not offered; a namespace goes read-only by a flaw of its media.
    var isWriteProtected = false
    /// DULBE of the Error Recovery feature (05h): reads of deallocated blocks end with an error.
    var deallocatedBlockError = false

    init(nsid: UInt32, byteCapacity: UInt64, formatIndex: Int, formats: [NamespaceFormat], media: Media, unique: UInt64)
    {
        self.nsid = nsid
        self.byteCapacity = byteCapacity
        self.media = media
        self.eui64 = unique &+ UInt64(nsid)
        self.nguid = (unique, 0x0200_0000_0000_0000 | UInt64(nsid))
        self.geometry = NamespaceGeometry(index: formatIndex, formats: formats, byteCapacity: byteCapacity)
        media.format(lbaByteCount: geometry.lbaByteCount)
    }

    /// Gives the namespace another LBA format; all data is gone.
    func format(index: Int, formats: [NamespaceFormat]) {
        geometry = NamespaceGeometry(index: index, formats: formats, byteCapacity: byteCapacity)
        media.format(lbaByteCount: geometry.lbaByteCount)
    }
}

/// The numbers of a formatted namespace that every command needs.
struct NamespaceGeometry {
    /// Index of the LBA format (FLBAS 3:0).
    let formatIndex: Int
    /// Log2 of the data bytes of a logical block.
    let lbaShift: Int
    /// Data bytes of a logical block.
    let lbaByteCount: Int
    /// Size in logical blocks (NSZE).
    let lbaCount: UInt64

    init(index: Int, formats: [NamespaceFormat], byteCapacity: UInt64) {
        let format = formats.indices.contains(index) ? formats[index] : NamespaceFormat(dataBytes: 512)
        formatIndex = index
        lbaShift = max(9, format.dataBytes.trailingZeroBitCount)
        lbaByteCount = 1 << lbaShift
        lbaCount = byteCapacity >> UInt64(lbaShift)
    }

    /// Whether `count` blocks from `lba` on lie inside the namespace.
    @inline(__always)
    func contains(_ lba: UInt64, count: UInt64) -> Bool { lba <= lbaCount && count <= lbaCount &- lba }
}
