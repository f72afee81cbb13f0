import NVMeSpec

/// Firmware slots, and the image that is being downloaded (NVMe Base 2.0 §5.11, §5.12, §8.11).
struct FirmwareStore {
    /// Revision in each slot; nil is an empty slot.
    private(set) var slots: [String?]
    /// Slot of the running firmware, from 1.
    private(set) var activeSlot = 1
    /// Slot that got its image last.
    private(set) var newestSlot = 1
    /// Slot that the next controller level reset activates.
    private(set) var pendingSlot: Int?
    /// Pieces downloaded since the last commit, by offset.
    private var pieces: [(offset: Int, bytes: [UInt8])] = []

    init(profile: SSDProfile) {
        slots = Array(repeating: nil, count: profile.firmwareSlots)
        slots[0] = profile.firmwareRevision
    }

    var activeRevision: String { slots[activeSlot - 1] ?? "" }
    var hasDownload: Bool { !pieces.isEmpty }
    var isActivationPending: Bool { pendingSlot != nil }

    /// Keeps a piece. Pieces may come in any order, but not overlap.
    mutating func download(_ bytes: [UInt8], at offset: Int) -> StatusCode {
        guard offset + bytes.count <= FirmwareImage.largest else { return .invalidField }
        let range = offset..<offset + bytes.count
        for piece in pieces where range.overlaps(piece.offset..<piece.offset + piece.bytes.count) {
            return .overlappingRange
        }
        pieces.append((offset, bytes))
        return .success
    }

    /// Puts the downloaded image into a slot. The download is used up, whether it was an image or not.
    mutating func replace(slot: Int) -> Bool {
        let sorted = pieces.sorted { $0.offset < $1.offset }
        pieces.removeAll()
        var bytes: [UInt8] = []
        for piece in sorted {
            // A hole is no image.
            guard piece.offset == bytes.count else { return false }
            bytes += piece.bytes
        }
        guard let image = FirmwareImage(downloaded: bytes) else { return false }
        slots[slot - 1] = image.revision
        newestSlot = slot
        return true
    }

    func hasImage(slot: Int) -> Bool { slots.indices.contains(slot - 1) && slots[slot - 1] != nil }

    mutating func activateAtReset(slot: Int) { pendingSlot = slot }

    mutating func activateNow(slot: Int) {
        activeSlot = slot
        pendingSlot = nil
    }

    /// A controller level reset: the pending slot becomes the active one, and a half download is forgotten.
    mutating func activatePending() {
        pieces.removeAll()
        if let slot = pendingSlot { activateNow(slot: slot) }
    }

    /// The slot for a new image where the controller may choose: an empty one, or one that is not running.
    var slotToReplace: Int {
        if let empty = slots.firstIndex(of: nil) { return empty + 1 }
        return (1...slots.count).first { $0 != activeSlot } ?? activeSlot
    }

    /// The Firmware Slot Information log page.
    var logPage: [UInt8] {
        var page = ByteLayout(count: 512)
        page.put(UInt8(activeSlot) | UInt8(pendingSlot ?? 0) << 4, at: 0)
        for (index, revision) in slots.enumerated() {
            if let revision { page.put(text: revision, at: 8 + 8 * index, bytes: 8) }
        }
        return page.bytes
    }
}
