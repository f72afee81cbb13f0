import NVMe
import Testing

/// What a right command line gets on a machine that cannot do it: exit code 3.
@Suite struct EnvironmentTests {
    @Test func absentFunctionEndsWithThree() throws {
        let outcome = try Tool.run("registers", "--dut", "ffff:ff:1f.7")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("no device at 'ffff:ff:1f.7'"))
        #expect(outcome.errors.contains("nvmetest list"))
    }

    @Test(.enabled(if: !PCIBus.functions().filter { !$0.isNVMe }.isEmpty, "this machine shows no PCIe functions"))
    func functionOfAnotherClassEndsWithThree() throws {
        let function = try #require(PCIBus.functions().first { !$0.isNVMe })
        let outcome = try Tool.run("registers", "--dut", "\(function.address)")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("is not an NVMe controller"))
    }

    @Test(arguments: ["vfio-user:/run/ssd.sock", "tcp://127.0.0.1", "127.0.0.1:4420"])
    func linkThatIsNotBuiltEndsWithThreeAndSaysWhatToUse(address: String) throws {
        let outcome = try Tool.run("registers", "--dut", address)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("does not have yet"))
        #expect(outcome.errors.contains("'emu'"))
    }

    @Test func mediaFileIsNotBuiltYet() throws {
        let outcome = try Tool.run("registers", "--dut", "emu:/tmp/disk.img")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("does not have yet"))
    }

    @Test func absentQEMUEndsWithThreeAndNamesThePackage() throws {
        let outcome = try Tool.run("registers", "--dut", "qemu", environment: ["PATH": "/nowhere"])
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("qemu-system-x86"))
    }

    @Test func absentInputFileEndsWithThree() throws {
        let outcome = try Tool.run("send", "io", "--opcode", "1", "--input-file", "/nowhere/x", "--dry-run")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("/nowhere/x"))
    }
}
