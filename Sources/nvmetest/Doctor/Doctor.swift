import Foundation
import NVMe

/// What a machine needs for which kind of device.
enum Doctor {
    /// All findings, in the order of what most people need first.
    static func findings() -> [Finding] {
        [
            embeddedSSD(), processors(), swift(), qemu(), kvm(), nvmeFunctions(), vfio(), iommu(), lockedMemory(),
            hugePages(), deviceUnderTest(),
        ]
    }

    private static func embeddedSSD() -> Finding {
        do {
            let function = try Device.open(.default)
            function.close()
            return Finding("embedded SSD", .ok, "opens; no root, no hardware needed")
        } catch {
            return Finding(
                "embedded SSD", .broken, "\(error)", fix: "allow this process memory and threads (ulimit -a)")
        }
    }

    private static func processors() -> Finding {
        let count = ProcessInfo.processInfo.activeProcessorCount
        return count > 1
            ? Finding("processors", .ok, "\(count); the driver and the embedded SSD poll on one each")
            : Finding(
                "processors", .note, "1; the driver and the embedded SSD share it, so latencies mean little")
    }

    private static func swift() -> Finding {
        guard let path = Executable.path(of: "swift") else {
            return Finding(
                "Swift", .missing, "no 'swift' in PATH; needed to build tests of your own",
                fix: "install Swift 6.3 from https://www.swift.org/install/linux/")
        }
        return Finding("Swift", .ok, path)
    }

    private static func qemu() -> Finding {
        guard let path = Executable.path(of: "qemu-system-x86_64") else {
            return Finding(
                "QEMU", .missing, "no 'qemu-system-x86_64' in PATH; needed for --dut qemu",
                fix: "apt-get install qemu-system-x86")
        }
        let version = Executable.output(of: path, "--version")?.split(separator: "\n").first
        return Finding("QEMU", .ok, version.map(String.init) ?? path)
    }

    private static func kvm() -> Finding {
        let present = FileManager.default.fileExists(atPath: "/dev/kvm")
        return Finding("KVM", .note, present ? "present, but not used" : "absent, and not needed: no guest is ever run")
    }

    private static func nvmeFunctions() -> Finding {
        let functions = PCIBus.functions().filter(\.isNVMe)
        guard !functions.isEmpty else {
            return Finding("NVMe functions", .note, "none on the PCIe bus of this machine")
        }
        let names = functions.map { "\($0.address) (\($0.driver ?? "no driver"))" }
        return Finding("NVMe functions", .ok, names.joined(separator: ", "))
    }
}
