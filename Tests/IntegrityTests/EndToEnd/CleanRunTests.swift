import EmulatedSSD
import Glibc
import NVMeSpec
import PCIExpress
import Testing

@testable import NVMeDriver

/// A device without flaws is never accused, whatever is done to it. `INTEGRITY_RUNS=1000` makes it a long test.
@Suite("Runs without flaws")
struct CleanRunTests {
    static let runCount = getenv("INTEGRITY_RUNS").flatMap { UInt64(String(cString: $0)) } ?? 50

    /// With a memory of one page for blocks of two, part of them is not tracked, now these and now those.
    @Test(arguments: [nil, 4096])
    func noReadIsAFalseFailure(memory: Int?) throws {
        var untracked: UInt64 = 0
        for seed in 0..<Self.runCount {
            var run = try CleanRun(seed: seed, memory: memory)
            try run.perform()
            untracked += run.rig.table?.statistics.unchecked[.noMemory] ?? 0
            #expect(
                run.rig.table?.mismatchCount == 0, "seed \(seed): \(run.rig.table?.mismatches.first?.description ?? "")"
            )
            #expect(run.checkedReads > 0, "seed \(seed) read nothing")
        }
        #expect((untracked > 0) == (memory != nil))
    }

    /// The same runs do notice something when there is something: they are not blind.
    @Test func runsNoticeLostWrites() throws {
        var noticed = 0
        for seed in 0..<10 as Range<UInt64> {
            var run = try CleanRun(seed: seed) { $0.flaws = [Flaw(.loseWrite, probability: 0.1)] }
            try run.perform()
            if run.rig.table?.mismatchCount != 0 { noticed += 1 }
        }
        #expect(noticed >= 8)
    }
}

/// One random run: writes and reads of all sizes, everything that changes blocks, resets and power cuts.
struct CleanRun {
    let rig: Rig
    private var random: SeededGenerator
    private(set) var checkedReads = 0
    /// Blocks that are used: from the first on, or around the end of the table's first page.
    private let blocks: Range<UInt64>

    init(seed: UInt64, memory: Int? = nil, change: (inout SSDProfile) -> Void = { _ in }) throws {
        random = SeededGenerator(seed: seed)
        let blockSize = Bool.random(using: &random) ? 512 : 4096
        let level = [VerificationLevel.checksums, .stamps].randomElement(using: &random) ?? .checksums
        let span = UInt64.random(in: 8...400, using: &random)
        let first = Bool.random(using: &random) ? 0 : 512 - span / 2
        blocks = first..<first + span
        let hasCache = UInt8.random(in: 0..<4, using: &random) > 0
        let jitter = UInt64.random(in: 0...100, using: &random)
        let isSlow = Bool.random(using: &random)
        rig = try Rig(blockSize: blockSize, level: level, seed: seed) { profile in
            profile.writeCache = hasCache
            profile.latency.jitterPercent = jitter
            if isSlow {
                profile.latency.read = 50_000
                profile.latency.write = 70_000
                profile.latency.other = 30_000
            }
            change(&profile)
        }
        if let memory {
            rig.namespace.stopVerification()
            try rig.namespace.startVerification(level, memory: memory)
        }
    }

    mutating func perform() throws {
        for _ in 0..<12 {
            for _ in 0..<UInt8.random(in: 1...8, using: &random) { try batch() }
            try disturb()
        }
        try readAll()
    }

    /// Several commands at once, which may want the same blocks; sometimes nobody waits for them.
    private mutating func batch() throws {
        let count = Int.random(in: 1...24, using: &random)
        for _ in 0..<count { try submit() }
        if UInt8.random(in: 0..<12, using: &random) == 0 { return try loseCommands(count) }
        for completion in try rig.queue.completions(count) where completion.command.nvmOpcode == .read {
            checkedReads += 1
        }
    }

    /// A reset or a power cut in the middle of everything.
    private mutating func loseCommands(_ count: Int) throws {
        let reaped = Int.random(in: 0...count, using: &random)
        _ = try rig.queue.completions(reaped)
        if Bool.random(using: &random) { try rig.cyclePower() } else { try rig.reset() }
    }

    private mutating func submit() throws {
        let count = Int.random(in: 1...8, using: &random)
        let lba = UInt64.random(in: blocks, using: &random)
        let namespace = rig.namespace
        switch UInt8.random(in: 0..<40, using: &random) {
        case 0..<16:
            let flags: IOFlags = UInt8.random(in: 0..<4, using: &random) == 0 ? .forceUnitAccess : []
            let data = try rig.data(count, seed: UInt32.random(in: 1...1000, using: &random))
            try namespace.write(rig.queue, data, lba: lba, count: count, flags: flags)
        case 16..<32:
            let buffer = try rig.controller.makeBuffer(count * namespace.blockSize)
            try namespace.read(rig.queue, buffer, lba: lba, count: count)
        case 32: try namespace.writeZeroes(rig.queue, lba: lba, count: count)
        case 33: try namespace.writeUncorrectable(rig.queue, lba: lba, count: count)
        case 34: try deallocate()
        case 35: try copy(lba, count)
        case 36: try rawWrite(lba, count)
        case 37: try namespace.verify(rig.queue, lba: lba, count: count)
        default: try namespace.flush(rig.queue)
        }
    }

    private mutating func deallocate() throws {
        let buffer = try rig.controller.makeBuffer(4096)
        let ranges = Int.random(in: 1...4, using: &random)
        for index in 0..<ranges {
            let isLong = UInt8.random(in: 0..<12, using: &random) == 0
            let first = isLong ? 0 : UInt64.random(in: blocks, using: &random)
            let length = isLong ? 1024 : UInt32.random(in: 0...32, using: &random)
            buffer.withUnsafeBytes { bytes in
                bytes.storeBytes(of: length, toByteOffset: index * 16 + 4, as: UInt32.self)
                bytes.storeBytes(of: first, toByteOffset: index * 16 + 8, as: UInt64.self)
            }
        }
        try rig.namespace.datasetManagement(rig.queue, buffer, rangeCount: ranges)
    }

    private mutating func copy(_ lba: UInt64, _ count: Int) throws {
        let buffer = try rig.controller.makeBuffer(4096)
        let source = UInt64.random(in: blocks, using: &random)
        buffer.withUnsafeBytes { bytes in
            bytes.storeBytes(of: source, toByteOffset: 8, as: UInt64.self)
            bytes.storeBytes(of: UInt16(count - 1), toByteOffset: 16, as: UInt16.self)
        }
        try rig.namespace.copy(rig.queue, buffer, to: lba, rangeCount: 1)
    }

    private mutating func rawWrite(_ lba: UInt64, _ count: Int) throws {
        var command = SubmissionQueueEntry(NVMOpcode.write, nsid: 1)
        command.startingLBA = lba
        command.cdw12 = UInt32(count - 1)
        let data = try rig.data(count, seed: UInt32.random(in: 1...1000, using: &random))
        try rig.namespace.send(rig.queue, command, data)
    }

    private mutating func disturb() throws {
        switch UInt8.random(in: 0..<12, using: &random) {
        case 0: try rig.reset()
        case 1: try rig.cyclePower()
        case 2: try rig.namespace.format(dataSize: Bool.random(using: &random) ? 512 : 4096)
        case 3:
            try rig.controller.shutdown()
            try rig.cyclePower()
        case 4:
            try rig.controller.pcieReset(.functionLevel)
            try rig.reset()
        default: try readAll()
        }
    }

    private mutating func readAll() throws {
        for lba in stride(from: blocks.lowerBound, to: blocks.upperBound, by: 8) {
            _ = try rig.read(lba, 8)
            checkedReads += 1
        }
    }
}
