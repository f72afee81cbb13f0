import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Firmware download, commit and activation.
@Suite struct FirmwareTests {
    private let image = FirmwareImage(revision: "NEW00002")

    private func download(_ host: RawHost, _ bytes: [UInt8], at offset: Int) throws -> StatusCode {
        let memory = try host.buffer(bytes.count)
        memory.pointer.copyMemory(from: bytes, byteCount: bytes.count)
        var command = SubmissionQueueEntry(.firmwareImageDownload)
        command.cdw10 = UInt32(bytes.count / 4 - 1)
        command.cdw11 = UInt32(offset / 4)
        command.prp1 = memory.ioVirtualAddress
        command.prp2 = bytes.count > 4096 ? memory.ioVirtualAddress + 4096 : 0
        return try host.code(command)
    }

    private func downloadAll(_ host: RawHost, _ bytes: [UInt8]) throws {
        for offset in stride(from: 0, to: bytes.count, by: 4096) {
            #expect(try download(host, Array(bytes[offset..<offset + 4096]), at: offset) == .success)
        }
    }

    private func commit(_ host: RawHost, slot: UInt32, action: UInt32) throws -> StatusCode {
        var command = SubmissionQueueEntry(.firmwareCommit)
        command.cdw10 = action << 3 | slot
        return try host.code(command)
    }

    private func revision(_ host: RawHost) throws -> String {
        var command = SubmissionQueueEntry(.identify)
        command.cdw10 = 1
        let memory = try host.buffer()
        command.prp1 = memory.ioVirtualAddress
        #expect(try host.code(command) == .success)
        return memory.text(64..<72)
    }

    @Test func imageIsActivatedByTheNextReset() throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 2, action: 1) == .success)
        #expect(try revision(host) == "EMU1.0.0")
        let log = try host.logPage(0x03, 512)
        #expect(log.load(0, as: UInt8.self) == 0x21)
        #expect(log.text(16..<24) == "NEW00002")
        try host.disable()
        try host.enable()
        #expect(try revision(host) == "NEW00002")
        #expect(try host.logPage(0x03, 512).load(0, as: UInt8.self) == 0x02)
    }

    /// Reference: NVMe Base 2.0 §5.12, Commit Action 011b: without a new download, the image in the slot is activated.
    @Test func imageIsActivatedAtOnceByAction3() throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 3, action: 0) == .success)
        #expect(try commit(host, slot: 3, action: 3) == .success)
        #expect(try revision(host) == "NEW00002")
    }

    /// Reference: NVMe Base 2.0 §5.12 (2.1 §5.1.8), Commit Action 011b: the downloaded image replaces the one in the slot and is
    /// then activated immediately.
    @Test func activationAtOnceTakesTheImageThatWasDownloaded() throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 2, action: 3) == .success)
        #expect(try revision(host) == "NEW00002")
        let log = try host.logPage(0x03, 512)
        #expect(log.load(0, as: UInt8.self) == 2)
        #expect(log.text(16..<24) == "NEW00002")
    }

    /// Reference: as above: the download wins over the image that the slot holds already.
    @Test func activationAtOnceReplacesAnOlderImageOfTheSlot() throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 2, action: 0) == .success)
        try downloadAll(host, FirmwareImage(revision: "NEWER003").bytes)
        #expect(try commit(host, slot: 2, action: 3) == .success)
        #expect(try revision(host) == "NEWER003")
    }

    /// Reference: as above: a download that is no image activates nothing, whatever the slot holds.
    @Test func activationAtOnceOfABadDownloadIsInvalid() throws {
        let host = try RawHost()
        try downloadAll(host, Array(image.bytes.dropLast(4096)))
        #expect(try commit(host, slot: 1, action: 3) == .invalidFirmwareImage)
        #expect(try revision(host) == "EMU1.0.0")
    }

    /// Reference: NVMe Base 2.0 §5.12, Firmware Slot: 0h lets the controller choose the slot for the action, whichever it is.
    @Test(arguments: [2, 3] as [UInt32])
    func slotZeroActivatesTheNewestImage(_ action: UInt32) throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 3, action: 0) == .success)
        #expect(try commit(host, slot: 0, action: action) == .success)
        try host.disable()
        try host.enable()
        #expect(try revision(host) == "NEW00002")
    }

    /// Reference: NVMe Base 2.0 §3.1.3.6, CSTS.NSSRO: its reset value is 0 where the NVM subsystem reset activates new firmware.
    @Test func subsystemResetThatActivatesFirmwareIsNotReported() throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 2, action: 1) == .success)
        try host.resetSubsystem()
        #expect(try !host.status.subsystemResetOccurred)
        try host.enable()
        #expect(try revision(host) == "NEW00002")
        try host.resetSubsystem()
        #expect(try host.status.subsystemResetOccurred)
    }

    /// Reference: NVMe Base 2.3 §5.2.8: "The host may determine the currently executing firmware revision by examining the Firmware
    /// Revision field in the Identify Controller data structure": an image that only waits in the active slot does not execute.
    @Test(arguments: [0, 1] as [UInt32])
    func runningRevisionIsTheSameUntilTheReset(_ action: UInt32) throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 1, action: action) == .success)
        #expect(try revision(host) == "EMU1.0.0")
        #expect(try host.logPage(0x03, 512).text(8..<16) == "NEW00002")
        try host.disable()
        try host.enable()
        #expect(try revision(host) == "NEW00002")
    }

    /// Reference: NVMe Base 2.3 §3.11: where a reset would activate what overwrote the image of the active slot, "this is a pending
    /// firmware activation with reset; and a controller aborts subsequent Sanitize commands".
    @Test func imageInTheActiveSlotIsAPendingActivation() throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 1, action: 0) == .success)
        #expect(try host.logPage(0x03, 512).load(0, as: UInt8.self) == 0x11)
        var sanitize = SubmissionQueueEntry(.sanitize)
        sanitize.cdw10 = 2
        #expect(try host.code(sanitize) == .firmwareActivationRequiresControllerReset)
        try host.disable()
        try host.enable()
        #expect(try host.code(sanitize) == .success)
    }

    /// Reference: NVMe Base 2.3 §5.2.9: "Processing of the first Firmware Image Download command after completion of a Firmware Commit
    /// command shall cause the controller to discard all remaining portion(s), if any, of downloaded images": whichever commit it was.
    @Test(arguments: [(1, 2), (4, 1), (1, 5)] as [(UInt32, UInt32)])
    func firstDownloadAfterACommitDiscardsWhatWasDownloaded(_ slot: UInt32, _ action: UInt32) throws {
        let host = try RawHost()
        #expect(try download(host, Array(repeating: 9, count: 4096), at: 0) == .success)
        _ = try commit(host, slot: slot, action: action)
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 2, action: 1) == .success)
    }

    /// Reference: NVMe Base 2.3 §3.11: "If no firmware image was downloaded since the last reset or Firmware Commit command [...], then
    /// that controller shall verify and activate the firmware image in the specified slot."
    @Test func activationAtOnceLeavesADownloadFromBeforeTheLastCommit() throws {
        let host = try RawHost()
        try downloadAll(host, image.bytes)
        #expect(try commit(host, slot: 2, action: 0) == .success)
        try downloadAll(host, FirmwareImage(revision: "NEWER003").bytes)
        #expect(try commit(host, slot: 1, action: 2) == .success)
        #expect(try commit(host, slot: 2, action: 3) == .success)
        #expect(try revision(host) == "NEW00002")
    }

    @Test func truncatedImageIsInvalid() throws {
        let host = try RawHost()
        try downloadAll(host, Array(image.bytes.dropLast(4096)))
        #expect(try commit(host, slot: 2, action: 1) == .invalidFirmwareImage)
    }

    @Test func alteredImageIsInvalid() throws {
        let host = try RawHost()
        var bytes = image.bytes
        bytes[9000] ^= 1
        try downloadAll(host, bytes)
        #expect(try commit(host, slot: 2, action: 1) == .invalidFirmwareImage)
    }

    @Test func commitWithoutADownloadIsInvalid() throws {
        #expect(try commit(try RawHost(), slot: 2, action: 1) == .invalidFirmwareImage)
    }

    @Test func emptySlotCannotBeActivated() throws {
        #expect(try commit(try RawHost(), slot: 2, action: 2) == .invalidFirmwareImage)
    }

    @Test func slotBeyondTheLastIsInvalid() throws {
        #expect(try commit(try RawHost(), slot: 4, action: 2) == .invalidFirmwareSlot)
    }

    @Test(arguments: [4, 5, 6, 7] as [UInt32])
    func actionThatDoesNotExistIsAnInvalidField(_ action: UInt32) throws {
        #expect(try commit(try RawHost(), slot: 1, action: action) == .invalidField)
    }

    @Test func overlappingPiecesAreRefused() throws {
        let host = try RawHost()
        let piece = Array(image.bytes.prefix(8192))
        #expect(try download(host, piece, at: 0) == .success)
        #expect(try download(host, piece, at: 4096) == .overlappingRange)
    }

    @Test func piecesKeepTheGranularity() throws {
        let host = try RawHost()
        #expect(try download(host, Array(image.bytes.prefix(512)), at: 0) == .invalidField)
        #expect(try download(host, Array(image.bytes.prefix(4096)), at: 512) == .invalidField)
    }
}
