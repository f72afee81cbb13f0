import NVMeSpec

/// Firmware slots, and the image that is being downloaded (NVMe Base 2.0 §5.11, §5.12, §8.11).
struct FirmwareStore {
    /// Revision in each slot; nil is an empty slot.
    private(set) var slots: [String?]
    /// Revision of the running firmware: its slot may hold another image by now.
    private(set) var activeRevision: String
    /// Slot of the running firmware, from 1.
    private(set) var activeSlot = 1
    /// Slot that got its image last.
    private(set) var newestSlot = 1
    /// Slot that the next controller level reset activates.
    private(set) var pendingSlot: Int?
    /// What was downloaded. A commit leaves it: the first download after the commit discards it.
    private var pieces: [(offset: Int, bytes: [UInt8])] = []
    /// A Firmware Commit has completed since the last download.
    private var isCommitted = false

    init(profile: SSDProfile) {
        slots = Array(repeating: nil, count: profile.firmwareSlots)
        slots[0] = profile.firmwareRevision
        activeRevision = profile.firmwareRevision
    }

    /// A piece came since the last reset and the last commit.
    var hasDownload: Bool { !pieces.isEmpty && !isCommitted }
    var isActivationPending: Bool { pendingSlot != nil }

    /// Keeps a piece. Pieces may come in any order, but not overlap.
    mutating func download(_ bytes: [UInt8], at offset: Int) -> StatusCode {
        guard offset + bytes.count <= FirmwareImage.largest else { return .invalidField }
        if isCommitted { pieces.removeAll() }
        isCommitted = false
        let range = offset..<offset + bytes.count
        for piece in pieces where range.overlaps(piece.offset..<piece.offset + piece.bytes.count) {
            return .overlappingRange
        }
        pieces.append((offset, bytes))
        return .success
    }

    /// A Firmware Commit completes, successful or not.
    mutating func commitCompletes() { isCommitted = true }

    /// Puts the downloaded image into a slot. In the active slot it awaits the next reset, which loads what the slot holds.
    mutating func replace(slot: Int) -> Bool {
        let sorted = pieces.sorted { $0.offset < $1.offset }
        var bytes: [UInt8] = []
        for piece in sorted {
            // A hole is no image.
            guard piece.offset == bytes.count else { return false }
            bytes += piece.bytes
        }
        guard let image = FirmwareImage(downloaded: bytes) else { return false }
        slots[slot - 1] = image.revision
        newestSlot = slot
        if slot == activeSlot, pendingSlot == nil { pendingSlot = slot }
        return true
    }

    func hasImage(slot: Int) -> Bool { slots.indices.contains(slot - 1) && slots[slot - 1] != nil }

    mutating func activateAtReset(slot: Int) { pendingSlot = slot }

    mutating func activateNow(slot: Int) {
        activeSlot = slot
        activeRevision = slots[slot - 1] ?? activeRevision
        pendingSlot = nil
    }

    /// A controller level reset: the pending slot becomes the active one, and a half download is forgotten.
    mutating func activatePending() {
        pieces.removeAll()
        isCommitted = false
        if let slot = pendingSlot { activateNow(slot: slot) }
    }

    /// The slot for a new image where the controller may choose: an empty one, or one that is not running.
    var slotToReplace: Int {
        if let empty = slots.firstIndex(of: nil) { return empty + 1 }
        return (1...slots.count).first { $0 != activeSlot } ?? activeSlot
    }

    /// The Firmware Slot Information log page.
    var logPage: [UInt8] {
        var log = FirmwareSlotLog()
        log.activeFirmwareInfo.activeSlot = UInt8(activeSlot)
        log.activeFirmwareInfo.nextResetSlot = UInt8(pendingSlot ?? 0)
        log.revisions = FieldArray(slots.map { FirmwareRevision($0 ?? "") })
        return log.bytes
    }
}
