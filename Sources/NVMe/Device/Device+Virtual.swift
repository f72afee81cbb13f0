extension Device {
    static func openEmbedded(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        throw notBuilt(address, link: "the embedded SSD")
    }

    static func openQEMU(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        let options = try QEMUOptions(
            profile: device.profile, mediaPath: device.mediaPath, parameters: device.parameters)
        return try QEMUFunction(options, address: "\(address)")
    }
}
