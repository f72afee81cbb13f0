import Glibc

/// Opens devices by address.
public enum Device {
    /// Name of the environment variable that holds the address of the device under test.
    public static var environmentVariable: String { "NVME_DUT" }

    /// The address in `NVME_DUT`; the embedded SSD when it is unset or empty.
    public static func addressFromEnvironment() throws(DeviceAddressError) -> DeviceAddress {
        guard let text = getenv(environmentVariable) else { return .default }
        return try DeviceAddress(String(cString: text))
    }

    /// Opens the device at an address; the caller closes it.
    ///
    /// Throws `DeviceAddressError` for an address that is wrong or of a link that is not built yet, `PCIeError` where the
    /// device is absent, is no NVMe controller, or the machine lacks what the link needs.
    public static func open(_ address: DeviceAddress) throws -> any PCIeFunction {
        let function = try link(to: address)
        OpenDevices.shared.add(function)
        return function
    }

    /// Opens the device at an address given as text.
    public static func open(_ address: String) throws -> any PCIeFunction {
        try open(DeviceAddress(address))
    }

    private static func link(to address: DeviceAddress) throws -> any PCIeFunction {
        switch address {
        case .embedded(let device): try openEmbedded(device, address: address)
        case .qemu(let device): try openQEMU(device, address: address)
        case .pcie(let place): try openPCIe(place)
        case .vfioUser: throw notBuilt(address, link: "vfio-user")
        case .tcp: throw notBuilt(address, link: "NVMe/TCP")
        }
    }

    private static func openPCIe(_ place: PCIeAddress) throws -> any PCIeFunction {
        guard let function = PCIBus.function(at: place) else {
            throw PCIeError.deviceNotFound(
                address: "\(place)", hint: "`nvmetest list` shows the NVMe functions of this machine")
        }
        guard function.isNVMe else { throw PCIeError.notNVMe(address: "\(place)", classCode: function.classCode) }
        throw notBuilt(.pcie(place), link: "VFIO")
    }

    static func notBuilt(_ address: DeviceAddress, link: String) -> DeviceAddressError {
        .linkNotBuilt(address: "\(address)", link: link, instead: "use 'emu' or 'qemu'")
    }
}
