import Foundation
import Testing

/// The commands that open a device, on the embedded SSD.
@Suite struct DeviceCommandTests {
    @Test func identifyShowsWhatTheAddressAskedFor() throws {
        let document = try Tool.run("identify", "--dut", "emu:small?serial=ABC123", "--output", "json").document()
        let data = try #require(document["data"] as? [String: Any])
        #expect(data["sn"] as? String == "ABC123")
        #expect(document["schemaVersion"] as? Int == 1)
    }

    @Test func identifyOfANamespaceShowsItsSize() throws {
        let line = ["identify", "--namespace", "1", "--dut", "emu:small?capacity=1G", "--output", "json"]
        let data = try #require(try Tool.run(line).document()["data"] as? [String: Any])
        #expect(data["nsze"] as? Int == (1 << 30) / 512)
    }

    @Test func unknownStructureIsShownAsBytesOrRefusedByTheDevice() throws {
        let outcome = try Tool.run("identify", "--cns", "0xff", "--dut", "emu:small")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("Invalid Field in Command"))
    }

    @Test(arguments: ["smart", "error", "firmware", "effects", "sanitize", "changed-namespaces", "0x02"])
    func logPageIsShownAsTableAndAsDocument(page: String) throws {
        let table = try Tool.run("log", page, "--dut", "emu:small")
        #expect(table.status == 0)
        for line in table.output.split(separator: "\n") { #expect(line.count <= 100) }
        let document = try Tool.run("log", page, "--dut", "emu:small", "--output", "json").document()
        #expect(document["data"] != nil)
    }

    @Test func temperatureIsInTheSMARTDocument() throws {
        let data = try Tool.run("log", "smart", "--dut", "emu:small", "--output", "json").document()["data"]
        #expect(try #require((data as? [String: Any])?["temperature"] as? Int) > 200)
    }

    @Test func featuresAreListedWithTheirNames() throws {
        let outcome = try Tool.run("features", "--dut", "emu:small")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Number of Queues"))
    }

    @Test func oneFeatureCanBeAskedForItsCapabilities() throws {
        let outcome = try Tool.run("features", "--id", "4", "--select", "capabilities", "--dut", "emu:small")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("changeable"))
    }

    /// NVMe Base 2.0 §5.27.1.11: the timestamp is in the data, dword 0 says nothing.
    @Test func featureWhoseValueIsInItsDataIsDecoded() throws {
        let line = ["features", "--id", "0x0e", "--dut", "emu:small"]
        #expect(try Tool.run(line).output.contains("Timestamp: "))
        let document = try Tool.run(line + ["--output", "json"]).document()
        let feature = try #require((document["features"] as? [[String: Any]])?.first)
        let data = try #require(feature["data"] as? [String: Any])
        #expect(data.count > 1)
    }

    @Test func featureThatIsNotThereEndsWithOne() throws {
        #expect(try Tool.run("features", "--id", "0xbf", "--dut", "emu:small").status == 1)
    }

    @Test func registersAreThoseOfAControllerThatIsDisabled() throws {
        let registers = try Tool.run("registers", "--dut", "emu:small", "--output", "json").document()["registers"]
        let status = try #require((registers as? [String: Any])?["csts"] as? [String: Any])
        #expect(status["ready"] as? Bool == false)
    }

    @Test func rawCommandShowsItsCompletionAndData() throws {
        let line = [
            "send", "admin", "--opcode", "6", "--cdw10", "1", "--data-length", "4k", "--dut", "emu:small?serial=RAW1",
        ]
        let outcome = try Tool.run(line)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("SUCCESS"))
        #expect(outcome.output.contains("RAW1"))
    }

    @Test func dataOfARawCommandCanGoToAFile() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("out.bin").path
        let line = ["send", "io", "--opcode", "2", "--nsid", "1", "--data-length", "512", "--output-file", file]
        #expect(try Tool.run(line + ["--dut", "emu:small"]).status == 0)
        #expect(try folder.contents("out.bin").count == 512)
    }

    @Test(arguments: [["--data-length", "512"], []])
    func commandThatMovesMoreThanTheBufferHoldsIsRefused(length: [String]) throws {
        let line = ["send", "io", "--opcode", "2", "--nsid", "1", "--cdw12", "7", "--dut", "emu:small"] + length
        let outcome = try Tool.run(line)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("Read (02) moves 4096 bytes"))
        #expect(outcome.errors.contains("--move-beyond-buffer"))
    }

    /// Blocks of 4 KiB: one of them is more than 512 bytes.
    @Test func transferOfARawCommandIsCountedInBlocksOfTheNamespace() throws {
        let line = ["send", "io", "--opcode", "2", "--nsid", "1", "--data-length", "512", "--dut", "emu:4k"]
        #expect(try Tool.run(line).errors.contains("moves 4096 bytes"))
    }

    @Test func commandThatMovesTooMuchIsSentOnRequest() throws {
        let line = ["send", "io", "--opcode", "2", "--nsid", "1", "--cdw12", "7", "--data-length", "512"]
        #expect(try Tool.run(line + ["--move-beyond-buffer", "--dut", "emu:small"]).status == 0)
    }

    @Test func logPageLongerThanTheBufferIsRefused() throws {
        let line = ["send", "admin", "--opcode", "2", "--nsid", "0xffffffff", "--cdw10", "0x00ff0002"]
        let outcome = try Tool.run(line + ["--data-length", "512", "--dut", "emu:small"])
        #expect(outcome.errors.contains("moves 1024 bytes"))
    }

    @Test func lbaOutOfRangeEndsWithOneAndIsNamed() throws {
        let line = ["send", "io", "--opcode", "2", "--nsid", "1", "--cdw11", "0xff", "--data-length", "512"]
        let outcome = try Tool.run(line + ["--dut", "emu:small"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("LBA OUT OF RANGE (00/80)"))
    }

    @Test func deviceThatStopsAnsweringEndsWithThreeInTime() throws {
        let outcome = try Tool.run("identify", "--dut", "emu:small?admin=60s", "--timeout", "0.1")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("the device does not answer"))
        #expect(outcome.errors.contains("then raise --timeout"))
    }

    @Test func timeOutOfTheEnvironmentIsTheDefault() throws {
        let line = ["identify", "--dut", "emu:small?admin=60s"]
        #expect(try Tool.run(line, environment: ["NVME_TIMEOUT": "0.1"]).errors.contains("within 0.1 seconds"))
        let both = try Tool.run(line + ["--timeout", "0.2"], environment: ["NVME_TIMEOUT": "60"])
        #expect(both.errors.contains("within 0.2 seconds"))
    }

    @Test(arguments: ["soon", "0", "-1", "nan", "1e9"]) func wrongTimeOutOfTheEnvironmentIsRefused(text: String) throws
    {
        for command in ["identify", "run"] {
            let outcome = try Tool.run(command, environment: ["NVME_TIMEOUT": text])
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("NVME_TIMEOUT cannot be '\(text)'"))
        }
    }
}
