import ArgumentParser

/// The root of the command line.
struct NVMeTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nvmetest",
        abstract: "Talk to an NVMe SSD, and test it.",
        discussion: """
            A device is named by --dut or by NVME_DUT: 'emu' (an SSD in software, the default), 'qemu' (QEMU's NVMe \
            controller), or a PCIe address as 0000:01:00.0.

            Exit codes: 0 passed, 1 a test or command failed, 2 wrong usage, 3 environment or tool error, 4 nothing ran \
            or everything was skipped, 130 interrupted, 128 and a signal's number (132 a trap) when it died.
            """,
        version: "0.1.0",
        subcommands: [
            ListCommand.self, DoctorCommand.self, IdentifyCommand.self, RegistersCommand.self, LogCommand.self,
            FeaturesCommand.self,
            SendCommand.self, RunCommand.self, PerfCommand.self, VerifyCommand.self, InitCommand.self,
        ])
}
