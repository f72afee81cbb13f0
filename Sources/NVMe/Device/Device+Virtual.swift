extension Device {
    static func openEmbedded(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        throw notBuilt(address, link: "the embedded SSD")
    }

    static func openQEMU(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        throw notBuilt(address, link: "QEMU")
    }
}
