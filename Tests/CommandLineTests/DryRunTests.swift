import Testing

@Suite struct DryRunTests {
    private let line = [
        "send", "io", "--opcode", "0x02", "--nsid", "1", "--cdw10", "0x12345678", "--cdw12", "7", "--data-length", "4k",
        "--dry-run",
    ]

    @Test func dryRunPrintsTheSixtyFourBytesInHexadecimal() throws {
        let outcome = try Tool.run(line)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("00:  02 00 00 00 01 00 00 00 00"))
        #expect(outcome.output.contains("20:  00 00 00 00 00 00 00 00 78 56 34 12 00 00 00 00"))
        #expect(outcome.output.contains("30:  07 00 00 00"))
    }

    @Test func dryRunNamesTheCommandAndItsData() throws {
        let output = try Tool.run(line).output
        #expect(output.contains("Read (02)"))
        #expect(output.contains("bytes from the device"))
        #expect(output.contains("Nothing was sent"))
    }

    @Test func dryRunAsJSONHasTheEntryAndItsDwords() throws {
        let document = try Tool.run(line + ["--output", "json"]).document()
        #expect(document["schemaVersion"] as? Int == 1)
        #expect((document["sqe"] as? String)?.count == 128)
        #expect((document["dwords"] as? [Int])?[10] == 0x1234_5678)
        #expect(document["destructive"] as? Bool == false)
    }

    @Test func dryRunNamesTheFieldsOfTheDwords() throws {
        let output = try Tool.run(
            "send", "admin", "--opcode", "0x06", "--cdw10", "0x00070001", "--cdw11", "0x02000000", "--dry-run"
        ).output
        #expect(output.contains(/CNS +1 +Controller or Namespace Structure: Identify Controller/))
        #expect(output.contains(/CNTID +7 +Controller Identifier/))
        #expect(output.contains(/CSI +2 +Command Set Identifier: Zoned Namespace/))
    }

    @Test func dryRunAsJSONHasTheFieldsOfTheDwords() throws {
        let document = try Tool.run(line + ["--output", "json"]).document()
        let parameters = try #require(document["parameters"] as? [String: [String: Any]])
        #expect(parameters["cdw10"]?["startingLBA"] as? Int == 0x1234_5678)
        #expect(parameters["cdw12"]?["blockCount"] as? Int == 7)
    }

    @Test func dryRunOpensNoDevice() throws {
        #expect(try Tool.run(line + ["--dut", "ffff:ff:1f.7"]).status == 0)
    }

    @Test(arguments: [
        (["admin", "0x80"], true), (["admin", "0x06"], false), (["io", "0x01"], true), (["admin", "0xc0"], true),
    ])
    func formatWritesAndVendorCommandsCountAsDestructive(command: [String], expected: Bool) throws {
        let document = try Tool.run(["send", command[0], "--opcode", command[1], "--dry-run", "--output", "json"])
            .document()
        #expect(document["destructive"] as? Bool == expected)
    }

    @Test func inputFileShorterThanTheDataIsRefusedAsTruncated() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("image.bin", [1, 2, 3])
        let outcome = try Tool.run(
            "send", "admin", "--opcode", "0x11", "--input-file", file, "--data-length", "4k", "--dry-run")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("truncated"))
    }
}
