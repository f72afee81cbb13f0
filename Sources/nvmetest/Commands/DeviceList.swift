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
        [Row(address: "emu", kind: "embedded", detail: "an SSD in software, in this process", isUsable: true)]
    }

    private static var qemu: [Row] {
        guard let path = Executable.path(of: "qemu-system-x86_64") else { return [] }
        return [Row(address: "qemu", kind: "qemu", detail: "QEMU's NVMe controller (\(path))", isUsable: true)]
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
