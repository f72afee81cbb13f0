import ArgumentParser
import NVMe

/// Leave to destroy what a real device holds.
struct PermissionOptions: ParsableArguments {
    @Flag(help: "Allow commands that destroy data or firmware of a real device.")
    var yes = false

    @Option(help: ArgumentHelp("Allow them on the device with this serial number only.", valueName: "sn"))
    var serial: String?

    /// Value for the environment of tests; nil allows nothing.
    var environmentValue: String? { serial ?? (yes ? "yes" : nil) }

    /// Whether the device with this serial number may be harmed.
    func covers(serialNumber: String) -> Bool { serial.map { $0 == serialNumber } ?? yes }
}
