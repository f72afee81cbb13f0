import PCIExpress
import Testing

@Suite struct QEMUOptionsTests {
    @Test func nothingGivenIsTheDefaultProfile() throws {
        #expect(try QEMUOptions(profile: nil, parameters: [:]) == QEMUOptions())
    }

    @Test func parametersChangeTheirValues() throws {
        let options = try QEMUOptions(
            parameters: [
                "mdts": "128k", "namespaces": "2", "lba": "4096", "size": "2G", "cmb": "16M", "zoned": "1",
                "serial": "S1",
                "queues": "8", "vectors": "9", "memory": "64M", "zonesize": "1M", "maxopen": "4",
            ])
        #expect(options.maximumDataTransferSize == 5)
        #expect(options.namespaces.count == 2)
        #expect(options.namespaces.allSatisfy { $0.blockSize == 4096 && $0.byteCount == 2 << 30 })
        #expect(options.namespaces.allSatisfy { $0.zones?.byteCount == 1 << 20 && $0.zones?.maximumOpen == 4 })
        #expect(options.controllerMemoryBufferMiB == 16)
        #expect(options.serial == "S1")
        #expect(options.ioQueuePairs == 8)
        #expect(options.interruptVectors == 9)
        #expect(options.memoryByteCount == 64 << 20)
    }

    /// As on the embedded SSD: bytes, of which Identify Controller makes a power of two.
    @Test(arguments: [("0", 0), ("8k", 1), ("512K", 7), ("128M", 15)])
    func largestTransferIsASize(text: String, exponent: Int) throws {
        #expect(try QEMUOptions(parameters: ["mdts": text]).maximumDataTransferSize == exponent)
    }

    @Test func unknownParameterIsNamedTogetherWithTheKnownOnes() throws {
        #expect {
            try QEMUOptions(parameters: ["mtds": "5"])
        } throws: { error in
            "\(error)".contains("'mtds' is unknown") && "\(error)".contains("mdts")
        }
    }

    @Test func unknownProfileIsNamedTogetherWithTheKnownOnes() throws {
        #expect {
            try QEMUOptions(profile: "fast")
        } throws: { error in
            "\(error)".contains("'fast' is no profile") && "\(error)".contains("zoned")
        }
    }

    @Test(arguments: [
        ("mdts", "5"), ("mdts", "4k"), ("mdts", "24k"), ("mdts", "256M"), ("mdts", "-1"), ("mdts", "seven"),
        ("mdts", ""), ("lba", "513"), ("size", "0"), ("size", "1P"),
        ("namespaces", "33"), ("zoned", "maybe"), ("cmb", "3M"), ("cmb", "512M"), ("cmb", "1000"), ("serial", ""),
        ("serial", "123456789012345678901"), ("serial", "bell\u{7}"), ("memory", "2T"), ("memory", "1048577"),
        ("queues", "0"), ("vectors", "2049"), ("subsystem", "two words"), ("zonesize", "1M"),
        ("size", "99999999999999999999"),
    ])
    func valueThatCannotBeIsRefused(name: String, value: String) throws {
        #expect {
            try QEMUOptions(parameters: [name: value])
        } throws: { error in
            if case .invalidParameter = error as? PCIeError { true } else { false }
        }
    }

    @Test(.needsQEMU, arguments: QEMUOptions.profiles.map(\.name))
    func everyProfileStarts(name: String) throws {
        let function = try QEMUFunction(QEMUOptions(profile: name))
        defer { function.close() }
        _ = try HandDrivenController(function).identify()
    }

    @Test(.needsQEMU) func controllerIsWhatTheOptionsSay() throws {
        let options = try QEMUOptions(
            parameters: ["mdts": "128k", "namespaces": "3", "serial": "A,B", "vectors": "4", "queues": "3"])
        let function = try QEMUFunction(options)
        defer { function.close() }
        let data = try HandDrivenController(function).identify()
        #expect(data.text(4..<24) == "A,B                 ")
        #expect(data.pointer.load(fromByteOffset: 77, as: UInt8.self) == 5, "MDTS")
        #expect(data.pointer.load(fromByteOffset: 259, as: UInt8.self) == 3, "AERL")
        #expect(function.interrupts.count == 4)
    }

    @Test(.needsQEMU) func namespacesAreWhatTheOptionsSay() throws {
        let options = try QEMUOptions(parameters: ["namespaces": "3", "lba": "4096", "size": "64M"])
        let function = try QEMUFunction(options)
        defer { function.close() }
        let controller = try HandDrivenController(function)
        let list = try function.memory.allocate(4096)
        _ = try controller.run(0, opcode: 0x06, data: list, dwords: [2])
        #expect((0..<4).map { list.pointer.load(fromByteOffset: $0 * 4, as: UInt32.self) } == [1, 2, 3, 0])
        let namespace = try function.memory.allocate(4096)
        _ = try controller.run(0, opcode: 0x06, namespace: 3, data: namespace, dwords: [0])
        #expect(namespace.pointer.load(as: UInt64.self) == 16384, "NSZE")
        let format = Int(namespace.pointer.load(fromByteOffset: 26, as: UInt8.self) & 0xF)
        #expect(namespace.pointer.load(fromByteOffset: 130 + format * 4, as: UInt8.self) == 12, "LBADS")
    }

    @Test(.needsQEMU) func controllerMemoryBufferIsABAR() throws {
        let function = try QEMUFunction(QEMUOptions(profile: "cmb"))
        defer { function.close() }
        #expect(function.size(ofBAR: 2) == 16 << 20)
        // CMBMSC: enable the registers that describe the buffer.
        try function.setRegister64(1, at: 0x50)
        #expect(try function.register32(at: 0x38) & 7 == 2, "CMBLOC.BIR")
    }

    @Test(.needsQEMU) func whatQEMURefusesIsReportedInItsOwnWords() throws {
        var options = QEMUOptions()
        options.namespaces[0].byteCount = 1 << 20
        options.namespaces[0].zones = QEMUZones()
        #expect {
            try QEMUFunction(options)
        } throws: { error in
            if case .transport(_, let problem) = error as? PCIeError { problem.contains("zone") } else { false }
        }
    }
}
