import Testing

/// What a wrong command line gets: exit code 2, one line that says what and what to do.
@Suite struct UsageTests {
    @Test(arguments: [
        ["bogus"], ["list", "--bogus"], ["list", "--output", "xml"], ["send", "admin"],
        ["send", "admin", "--opcode", "0x100"], ["send", "admin", "--opcode", "six"],
        ["send", "admin", "--opcode", "2", "--cdw10", "0x100000000", "--dry-run"],
        ["send", "admin", "--opcode", "2", "--read", "--write"],
        ["send", "io", "--opcode", "1", "--data-length", "1T", "--dry-run"],
        ["registers", "--timeout", "0"], ["registers", "--timeout", "soon"],
        ["registers", "--dut", "nvme0"], ["registers", "--dut", "01:00.9"], ["registers", "--dut", "emu:?x"],
        ["registers", "--dut", "emu:no-such-profile"], ["registers", "--dut", "emu:?no-such-key=1"],
        ["registers", "--dut", "emu:?capacity=huge"], ["registers", "--dut", "tcp://h:0"],
        ["run", "a("], ["init", "/proc"], ["init", "/tmp/x", "--package", "/nowhere"],
    ])
    func wrongUsageEndsWithTwoAndOneLine(arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("nvmetest: "))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test func unknownAddressListsTheForms() throws {
        let outcome = try Tool.run("registers", "--dut", "sda")
        for form in ["emu", "qemu", "0000:01:00.0", "vfio-user:", "tcp://"] { #expect(outcome.errors.contains(form)) }
    }

    @Test func addressOfTheEnvironmentIsUsed() throws {
        let outcome = try Tool.run("registers", environment: ["NVME_DUT": "sda"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("'sda'"))
    }

    @Test func errorIsAlsoADocumentWhenJSONWasAskedFor() throws {
        let outcome = try Tool.run("registers", "--dut", "sda", "--output", "json")
        let document = try outcome.document()
        #expect(outcome.status == 2)
        #expect(document["schemaVersion"] as? Int == 1)
        #expect((document["error"] as? [String: Any])?["exitCode"] as? Int == 2)
    }

    @Test(arguments: ["--help", "list --help", "send admin --help", "--version"])
    func helpIsNoError(line: String) throws {
        let outcome = try Tool.run(line.split(separator: " ").map(String.init))
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
    }

    @Test func shellCompletionsAreGenerated() throws {
        #expect(try Tool.run("--generate-completion-script", "bash").output.contains("nvmetest"))
    }
}
