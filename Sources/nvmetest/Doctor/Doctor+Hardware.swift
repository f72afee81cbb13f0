import Foundation
import NVMe

/// What only real devices need.
extension Doctor {
    static func vfio() -> Finding {
        FileManager.default.fileExists(atPath: "/dev/vfio/vfio")
            ? Finding("VFIO", .ok, "/dev/vfio/vfio is there")
            : Finding(
                "VFIO", .missing, "/dev/vfio/vfio is absent; needed for real devices", fix: "modprobe vfio-pci")
    }

    static func iommu() -> Finding {
        let groups = (try? FileManager.default.contentsOfDirectory(atPath: "/sys/kernel/iommu_groups")) ?? []
        return groups.isEmpty
            ? Finding(
                "IOMMU", .missing, "no IOMMU groups; needed for real devices",
                fix: "enable VT-d or AMD-Vi in the firmware, and boot with intel_iommu=on or amd_iommu=on")
            : Finding("IOMMU", .ok, "\(groups.count) groups")
    }

    static func lockedMemory() -> Finding {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &limit)
        let wanted: UInt64 = 512 << 20
        if UInt64(limit.rlim_cur) >= wanted || geteuid() == 0 {
            return Finding("locked memory", .ok, geteuid() == 0 ? "unlimited for root" : "enough")
        }
        return Finding(
            "locked memory", .missing,
            "limit \(BinarySize(UInt64(limit.rlim_cur))); real devices need \(BinarySize(wanted))",
            fix: "ulimit -l unlimited (as root, or in /etc/security/limits.conf)")
    }

    static func hugePages() -> Finding {
        let text = (try? String(contentsOfFile: "/proc/sys/vm/nr_hugepages", encoding: .utf8)) ?? "0"
        let count = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        return Finding("huge pages", .note, "\(count) reserved; not needed, ordinary pages are used")
    }

    static func deviceUnderTest() -> Finding {
        do {
            let address = try Device.addressFromEnvironment()
            guard ProcessInfo.processInfo.environment[Device.environmentVariable] != nil else {
                return Finding("NVME_DUT", .ok, "unset: '\(address)' is used")
            }
            // Whoever chose a device wants that one to work, not only some device.
            try Device.open(address).close()
            return Finding("NVME_DUT", .ok, "\(address)")
        } catch {
            return Finding("NVME_DUT", .broken, "\(error)", fix: "export NVME_DUT=emu")
        }
    }
}
