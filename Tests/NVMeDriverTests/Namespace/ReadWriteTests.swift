import NVMe
import Testing

@Suite("Reading and writing a namespace", .serialized)
struct ReadWriteTests {
    @Test(arguments: TestDevice.allCases)
    func readInTheClosureOfAWriteReturnsWhatWasWritten(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            bench.first[10..<21] = "hello world"
            try bench.namespace.write(bench.queue, bench.first, lba: 0) { _ in
                try bench.namespace.read(bench.queue, bench.second, lba: 0)
            }
            try bench.queue.wait(2)
            #expect(bench.second[10..<21] == "hello world")
        }
    }

    /// From one page to lists of PRPs, with buffers that start anywhere in a page.
    @Test(
        arguments: TestDevice.allCases, [(1, 0), (8, 0), (8, 4), (9, 512), (16, 0), (17, 0), (64, 2048), (128, 4092)])
    func anyTransferShapeComesBackAsItWent(device: TestDevice, shape: (blocks: Int, offset: Int)) throws {
        try device.runIO { (bench) throws in
            let bytes = shape.blocks * bench.namespace.blockSize
            let room = try bench.controller.makeBuffer(bytes + 4096, pattern: .random(seed: 7))
            let back = try bench.controller.makeBuffer(bytes + 4096)
            for buffer in [room, back] { buffer.offset = shape.offset }
            try bench.namespace.write(bench.queue, room, lba: 64, count: shape.blocks)
            try bench.queue.wait()
            try bench.namespace.read(bench.queue, back, lba: 64, count: shape.blocks).wait()
            let range = shape.offset..<shape.offset + bytes
            #expect(back[range] == room[range])
            #expect(back[(range.upperBound)...].allSatisfy { $0 == 0 })
        }
    }

    @Test(arguments: TestDevice.allCases)
    func sglMovesTheSameDataAsPRPs(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            guard try bench.controller.identifyData(.controller)[536] & 0b11 != 0 else {
                try Test.cancel("SGLS is 0: no SGLs")
            }
            try bench.first.fill(with: .random(seed: 3))
            try bench.namespace.write(bench.queue, bench.first, lba: 5).wait()
            bench.queue.dataTransfer = .sgl
            try bench.namespace.read(bench.queue, bench.second, lba: 5).wait()
            #expect(bench.second[...] == bench.first[...])
        }
    }

    @Test(arguments: TestDevice.allCases)
    func lbaBeyondTheEndIsRefusedByTheDevice(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            let completion = try bench.namespace.read(bench.queue, bench.first, lba: bench.namespace.blockCount)
                .completion()
            #expect(completion.code == .lbaOutOfRange)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func bufferSmallerThanTheTransferIsRefusedByTheDriver(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            let error = #expect(throws: NVMeError.self) {
                try bench.namespace.read(bench.queue, bench.first, lba: 0, count: 2)
            }
            guard case .invalidArgument = error else { throw try #require(error) }
        }
    }

    @Test(arguments: TestDevice.allCases, [0, -1, 65_537, Int.max])
    func impossibleBlockCountIsRefusedByTheDriver(device: TestDevice, count: Int) throws {
        try device.runIO { (bench) throws in
            let error = #expect(throws: NVMeError.self) {
                try bench.namespace.read(bench.queue, bench.first, lba: 0, count: count)
            }
            guard case .invalidArgument(name: "lba count", _, _, _) = error else { throw try #require(error) }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func misalignedBufferIsRefusedByTheDriver(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            bench.first.offset = 2
            let error = #expect(throws: NVMeError.self) { try bench.namespace.read(bench.queue, bench.first, lba: 0) }
            guard case .invalidArgument(name: "buffer address", _, _, _) = error else { throw try #require(error) }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func writeZeroesLeavesZeros(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            try bench.first.fill(with: .ones)
            try bench.namespace.write(bench.queue, bench.first, lba: 9).wait()
            try bench.namespace.writeZeroes(bench.queue, lba: 9).wait()
            try bench.second.fill(with: .ones)
            try bench.namespace.read(bench.queue, bench.second, lba: 9).wait()
            #expect(bench.second[...].allSatisfy { $0 == 0 })
        }
    }

    @Test(arguments: TestDevice.allCases)
    func compareOfOtherDataFails(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            try bench.namespace.write(bench.queue, bench.first, lba: 3).wait()
            try bench.second.fill(with: .ones)
            #expect(try bench.namespace.compare(bench.queue, bench.second, lba: 3).completion().code == .compareFailure)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func rangesOfADatasetManagementCommandAreDeallocated(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            let ranges = try bench.controller.makeBuffer(4096)
            try ranges.setDSMRange(0, lba: 0, count: 8)
            try bench.namespace.datasetManagement(bench.queue, ranges, rangeCount: 1).wait()
            try bench.namespace.flush(bench.queue).wait()
            #expect(bench.queue.outstanding == 0)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func inactiveNamespaceIsRefused(device: TestDevice) throws {
        try device.run { (controller) throws in
            #expect(throws: NVMeError.inactiveNamespace(id: 200)) { try controller.namespace(200) }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func pointersAimedAtNothingHurtNobody(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            var command = SubmissionQueueEntry(NVMOpcode.read, nsid: 1)
            command.prp1 = 0x00F0_0000_0000_0000
            // The bus of QEMU's machine swallows such writes; a device behind an IOMMU reports them.
            let isReported = try !bench.namespace.send(bench.queue, command).completion().isSuccess
            #expect(isReported || device == .qemu)
            #expect(try bench.namespace.read(bench.queue, bench.first, lba: 0).completion().isSuccess)
        }
    }
}
