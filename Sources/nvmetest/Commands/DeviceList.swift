import NVMe

/// The devices that an address could name on this machine.
enum DeviceList {
    struct Row {
        let address: String
        let kind: String
        var driver: String?
        let detail: String
        /// False where the link to it is not built or not installed.
        let isUsable: Bool
    }

    static var rows: [Row] { embedded + qemu + hardware }

    private static var embedded: [Row] {
        SSDProfile.named.map { name, purpose, _ in
            Row(address: name == "default" ? "emu" : "emu:\(name)", kind: "embedded", detail: purpose, isUsable: true)
        }
    }

    private static var qemu: [Row] {
        let isInstalled = QEMUFunction.isInstalled
        return QEMUOptions.profiles.map { name, meaning, _ in
            Row(
                address: name == "default" ? "qemu" : "qemu:\(name)", kind: "qemu",
                detail: isInstalled ? meaning : "not installed: apt-get install qemu-system-x86", isUsable: isInstalled)
        }
    }

    private static var hardware: [Row] {
        PCIBus.functions().filter(\.isNVMe).map { function in
            Row(
                address: "\(function.address)", kind: "pcie", driver: function.driver,
                detail: "vendor \(hex(function.vendorID)), device \(hex(function.deviceID))"
                    + (function.iommuGroup.map { ", IOMMU group \($0)" } ?? ", no IOMMU group") + "; needs VFIO",
                isUsable: false)
        }
    }
}

/// `0x` and all digits of the type.
func hex<Number: FixedWidthInteger & UnsignedInteger>(_ value: Number) -> String {
    let text = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: Number.bitWidth / 4 - text.count) + text
}
