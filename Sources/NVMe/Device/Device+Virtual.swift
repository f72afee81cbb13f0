extension Device {
    static func openEmbedded(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        guard device.mediaPath == nil else { throw notBuilt(address, link: "an embedded SSD with its media in a file") }
        let profile: SSDProfile
        do {
            profile = try SSDProfile(address: "\(address)")
        } catch PCIeError.deviceNotFound(_, let hint) {
            // An unknown profile or parameter is a mistake in the address, not an absent device.
            throw DeviceAddressError.malformed(address: "\(address)", problem: hint)
        }
        return try EmulatedSSD(profile: profile, address: "\(address)")
    }

    static func openQEMU(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        let options = try QEMUOptions(
            profile: device.profile, mediaPath: device.mediaPath, parameters: device.parameters)
        return try QEMUFunction(options, address: "\(address)")
    }
}
