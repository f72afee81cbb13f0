import Testing

/// Standard output that is full, closed, or not read, and files that are no files.
@Suite struct StreamTests {
    @Test(arguments: ["list", "identify --output json", "run helloWorld"])
    func fullDiskEndsWithThree(command: String) throws {
        let outcome = try Tool.shell("\"$nvmetest\" \(command) > /dev/full")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("cannot write to standard output: No space left on device"))
    }

    @Test func readerThatGoesAwayDoesNotEndTheRun() throws {
        let outcome = try Tool.shell("(\"$nvmetest\" run helloWorld; echo $? >&2) | true")
        #expect(outcome.errors == "0\n")
    }

    @Test func closedOutputIsNotTakenByTheDevice() throws {
        let outcome = try Tool.shell("\"$nvmetest\" identify --dut qemu <&- >&-")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
    }

    @Test func inputFromAPipeIsSent() throws {
        let outcome = try Tool.shell(
            "printf 123 | \"$nvmetest\" send io --opcode 1 --input-file /dev/stdin --dry-run --output json")
        #expect(try outcome.document()["dataLength"] as? Int == 3)
    }

    @Test func endlessInputFileIsRefused() throws {
        let outcome = try Tool.run("send", "io", "--opcode", "1", "--input-file", "/dev/zero", "--dry-run")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("'/dev/zero' has more than 16777216 bytes"))
    }

    @Test func folderAsInputFileEndsWithThree() throws {
        let outcome = try Tool.run("send", "io", "--opcode", "1", "--input-file", "/tmp", "--dry-run")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("cannot read '/tmp': Is a directory"))
    }

    @Test func fullDiskForTheOutputFileEndsWithThree() throws {
        let outcome = try Tool.run(
            "send", "io", "--opcode", "2", "--nsid", "1", "--data-length", "512", "--output-file", "/dev/full")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("cannot write '/dev/full': No space left on device"))
    }
}
