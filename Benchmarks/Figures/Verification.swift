import CNVMeHost
import NVMe
import NVMeWorkload

/// What it costs to verify, against what must be done in any case: the device's copy of the data and one CRC-32C of it.
///
/// Random transfers over 64 MiB, more than caches hold, on a device that copies in the worker's own thread.
struct VerificationCost {
    private static let mediaByteCount = 64 << 20
    private static let outstanding = 32

    private let controller: Controller
    private let namespace: Namespace
    private let media: EchoMedia
    private let byteCount: Int
    private let count: Int

    init(kibibytes: Int, blockSize: Int) throws {
        byteCount = kibibytes << 10
        // About a second for each measurement.
        count = (4 << 30) / byteCount
        media = EchoMedia(byteCount: Self.mediaByteCount, blockSize: blockSize)
        let device = try Device.open("emu:null?lba=\(blockSize)&mdts=1M")
        controller = Controller(EchoFunction(device, media: media))
        try controller.initialise()
        namespace = try controller.namespace(1)
    }

    func close() throws { try controller.close() }

    /// Nanoseconds for a transfer.
    func transfer(_ level: VerificationLevel, readPercentage: Int) throws -> Double {
        if level == .off { namespace.stopVerification() } else { try namespace.startVerification(level) }
        if level != .off { _ = try run(readPercentage: 0, random: false, count: Self.mediaByteCount / byteCount) }
        return try run(readPercentage: readPercentage, random: true, count: count)
    }

    private func run(readPercentage: Int, random: Bool, count: Int) throws -> Double {
        let blocks = byteCount / media.blockSize
        let worker = try namespace.ioworker(
            ioSize: .fixed(blocks), lbaAlignment: [blocks], lbaRandom: random ? 100 : 0,
            readPercentage: readPercentage, queueDepth: Self.outstanding, ioCount: count,
            region: 0..<media.blockCount)
        return 1e9 / (try worker.run().iops)
    }

    /// Nanoseconds for copying and summing the same bytes in the same pattern, without a driver.
    func copyAndChecksum() -> Double {
        let buffers = UnsafeMutableRawPointer.allocate(byteCount: Self.outstanding * byteCount, alignment: 4096)
        defer { buffers.deallocate() }
        buffers.initializeMemory(as: UInt8.self, repeating: 1, count: Self.outstanding * byteCount)
        var random = WorkloadRandom(seed: 1)
        var checksums: UInt32 = 0
        let start = nvme_monotonic_nanoseconds()
        for index in 0..<count {
            let source = media.base + Int(random.below(UInt64(Self.mediaByteCount / byteCount))) * byteCount
            let place = buffers + index % Self.outstanding * byteCount
            place.copyMemory(from: source, byteCount: byteCount)
            checksums ^= nvme_crc32c(place, byteCount)
        }
        let elapsed = Double(nvme_monotonic_nanoseconds() - start)
        // Somebody has to want the checksums, or the compiler leaves them out.
        return (elapsed + (checksums == 0x1234_5678 ? 1 : 0)) / Double(count)
    }
}

extension Figures {
    static func verification(kibibytes: Int, blockSize: Int) throws {
        let cost = try VerificationCost(kibibytes: kibibytes, blockSize: blockSize)
        let name = "\(kibibytes) KiB of \(blockSize)-byte blocks"
        // Interleaved, so that a machine that changes its speed changes it for both sides.
        var full: [Double] = []
        var stamps: [Double] = []
        var writes: [Double] = []
        for _ in 0..<3 {
            let floor = cost.copyAndChecksum()
            full.append(try cost.transfer(.checksums, readPercentage: 100) / floor)
            writes.append(try cost.transfer(.checksums, readPercentage: 0) / floor)
            let off = try cost.transfer(.off, readPercentage: 100)
            stamps.append(try cost.transfer(.stamps, readPercentage: 100) / off)
        }
        report("read, all verified / copy + CRC, \(name)", full.sorted()[1], "x", limit: 1.3)
        report("write, all verified / copy + CRC, \(name)", writes.sorted()[1], "x", limit: 1.3)
        report("read, stamps verified / not verified, \(name)", stamps.sorted()[1], "x", limit: 1.15)
        try cost.close()
    }
}
