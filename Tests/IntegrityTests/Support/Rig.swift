import EmulatedSSD
import NVMeSpec

@testable import NVMeDriver

/// Driver and embedded SSD on a virtual clock: the same seed gives the same run.
final class Rig {
    let ssd: EmulatedSSD
    let controller: Controller
    let namespace: Namespace
    private(set) var queue: QueuePair

    init(
        blockSize: Int = 4096, level: VerificationLevel = .checksums, seed: UInt64 = 1,
        change: (inout SSDProfile) -> Void = { _ in }
    ) throws {
        var profile = SSDProfile()
        profile.clock = .virtual
        profile.capacity = 16 << 20
        profile.formatIndex = blockSize == 512 ? 0 : 1
        profile.queuePairs = 4
        profile.memory = 64 << 20
        profile.seed = seed
        change(&profile)
        ssd = try EmulatedSSD(profile: profile)
        controller = Controller(ssd)
        try controller.initialise()
        _ = try controller.identifyController()
        namespace = try controller.namespace(1)
        try namespace.startVerification(level)
        queue = try controller.makeQueuePair(depth: 32)
    }

    var table: IntegrityTable? { namespace.integrity }

    func write(_ lba: UInt64, _ count: Int = 1, seed: UInt32 = 1, flags: IOFlags = []) throws {
        try namespace.write(queue, data(count, seed: seed), lba: lba, count: count, flags: flags).wait()
    }

    func data(_ count: Int, seed: UInt32) throws -> Buffer {
        try controller.makeBuffer(count * namespace.blockSize, pattern: .random(percent: 100, seed: UInt64(seed)))
    }

    /// The status of a read.
    func read(_ lba: UInt64, _ count: Int = 1) throws -> StatusCode {
        let buffer = try controller.makeBuffer(count * namespace.blockSize)
        return try namespace.read(queue, buffer, lba: lba, count: count).completion().code
    }

    func flush() throws { try namespace.flush(queue).wait() }

    func reset() throws {
        try controller.reset()
        queue = try controller.makeQueuePair(depth: 32)
    }

    func cyclePower() throws {
        try controller.powerCycle()
        try reset()
    }

    /// What the latest mismatch was, after a read that had to fail.
    func mismatch(_ lba: UInt64, _ count: Int = 1) throws -> MismatchKind? {
        let before = table?.mismatchCount ?? 0
        guard try read(lba, count) == .dataMismatch, let table else { return nil }
        return table.mismatches.suffix(min(64, table.mismatchCount - before)).first?.kind
    }
}
