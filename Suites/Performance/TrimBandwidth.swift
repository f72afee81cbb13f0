import NVMeTesting
import Testing

extension Measurements {
    /// How fast the device gives blocks back.
    @Suite struct TrimBandwidth {
        /// Blocks in one range: a quarter of what every drive is known to take in one go.
        private static let rangeBytes: UInt64 = 8 << 20

        /// Reference: NVM Command Set 1.0 §3.2.3 (Dataset Management), §3.2.3.2.1 (deallocated blocks).
        ///
        /// Steps:
        /// 1. Write 10 GB from the start of the namespace, and a little behind.
        /// 2. Deallocate the 10 GB, 256 ranges of 8 MiB in a command, and log bytes per second.
        /// 3. Read all: trimmed blocks are as DLFEAT says, those behind are untouched.
        @Test(.deviceUnderTest, .requires(.datasetManagement, .media)) func trimOfTenGigabytes() throws {
            let nvme0 = try DeviceUnderTest.controller()
            let nvme0n1 = try nvme0.namespace(1)
            let size = IOSize.fixed(try nvme0n1.blocks(ofBytes: 128 << 10))
            let all = try DeviceUnderTest.scale.region(of: nvme0n1, bytes: 10_000_000_000)
            let trimmed = all.lowerBound..<all.upperBound - UInt64(size.largest)
            try nvme0n1.startVerification()
            let written = try nvme0n1.ioworker(
                ioSize: size, lbaRandom: false, readPercentage: 0, queueDepth: nvme0n1.queueDepth(for: 32), region: all,
                seed: 1
            ).run()
            expectSound(written)

            let start = nvme0.function.nanoseconds
            let commands = try deallocate(trimmed, of: nvme0n1)
            let seconds = Double(max(1, nvme0.function.nanoseconds &- start)) / 1e9

            let read = try nvme0n1.ioworker(
                ioSize: size, lbaRandom: false, queueDepth: nvme0n1.queueDepth(for: 32), region: all, seed: 1
            ).run()
            expectSound(read)  // every block behind the trimmed ones has the checksum it was written with
            try expectDeallocated(trimmed, of: nvme0n1)

            var table = WorkloadTable("sequential")
            table.add("write", written)
            table.add("read after trim", read)
            try table.log()
            let bytes = Double(trimmed.upperBound - trimmed.lowerBound) * Double(nvme0n1.blockSize)
            let rate = Int64((bytes / seconds / 1e6).rounded())
            try DeviceUnderTest.log(
                "trim: \(rate) MB/s, \(Int64(bytes)) bytes in \(commands) commands of up to 256 ranges of 8 MiB")
        }

        /// One command at a time. Returns how many there were.
        private func deallocate(_ region: Range<UInt64>, of namespace: Namespace) throws -> Int {
            let qpair = try namespace.controller.makeQueuePair(depth: 2)
            let ranges = try namespace.controller.makeBuffer(4096)
            let length = Self.rangeBytes / UInt64(namespace.blockSize)
            var next = region.lowerBound
            var commands = 0
            while next < region.upperBound {
                var count = 0
                while count < 256, next < region.upperBound {
                    let blocks = min(length, region.upperBound - next)
                    try ranges.setDSMRange(count, lba: next, count: UInt32(blocks))
                    next += blocks
                    count += 1
                }
                try namespace.datasetManagement(qpair, ranges, rangeCount: count).wait()
                commands += 1
            }
            return commands
        }

        /// Looks at the first, the middle and the last block.
        private func expectDeallocated(_ region: Range<UInt64>, of namespace: Namespace) throws {
            let fill: UInt8
            switch try namespace.identify().deallocateFeatures.rawValue & 0b111 {
            case 0b001: fill = 0x00
            case 0b010: fill = 0xFF
            default: return  // the device does not say
            }
            let qpair = try namespace.controller.makeQueuePair(depth: 2)
            let block = try namespace.controller.makeBuffer(namespace.transferSize)
            let expected = [UInt8](repeating: fill, count: namespace.blockSize)
            for lba in [region.lowerBound, (region.lowerBound + region.upperBound) / 2, region.upperBound - 1] {
                try namespace.read(qpair, block, lba: lba).wait()
                let isDeallocated = block[0..<namespace.blockSize] == expected
                #expect(isDeallocated, "LBA \(lba) is not filled with \(fill)")
            }
        }
    }
}
