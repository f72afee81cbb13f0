import ArgumentParser
import NVMe
import NVMeTesting

/// `--output`, for every command.
struct OutputOptions: ParsableArguments {
    @Option(help: "Print a table for people, or one JSON document (\"schemaVersion\": \(Report.schemaVersion)).")
    var output: OutputFormat = .human
}

/// Which device, and how long to wait for it: for every command that opens one.
struct DeviceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The device: emu, emu:PROFILE?capacity=64G, qemu, 0000:01:00.0. Default: $NVME_DUT, or emu.",
            valueName: "address"))
    var dut: String?

    @Option(
        name: .customLong("timeout"),
        help: ArgumentHelp(
            "Give up on a command after this many seconds. Default: $NVME_TIMEOUT, or 10.", valueName: "seconds"))
    var seconds: Double?

    /// How long to wait for a command. Throws `UsageError` for a wrong number in the environment.
    var timeout: Duration {
        get throws {
            do {
                return try seconds.map { .seconds($0) } ?? DeviceUnderTest.timeout ?? .seconds(10)
            } catch let error as DeviceUnderTestError {
                throw UsageError("\(error)")
            }
        }
    }

    /// The address that was chosen.
    var address: DeviceAddress {
        get throws {
            if let dut { try DeviceAddress(dut) } else { try Device.addressFromEnvironment() }
        }
    }

    func validate() throws {
        guard let seconds else { return }
        guard seconds > 0, seconds <= 86_400 else {
            throw ValidationError("--timeout takes seconds between 0 and 86400, not \(seconds)")
        }
    }
}

extension DeviceOptions {
    /// Opens the device and closes it again, so that what is wrong with it is said once, before anything else begins.
    func check() throws { try Device.open(address).close() }
}
