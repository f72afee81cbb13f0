extension Device {
    static func openEmbedded(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        throw notBuilt(address, link: "the embedded SSD")
    }

    static func openQEMU(_ device: VirtualDevice, address: DeviceAddress) throws -> any PCIeFunction {
        guard device.mediaPath == nil else { throw notBuilt(address, link: "media in a file") }
        let options: QEMUOptions
        do {
            options = try QEMUOptions(profile: device.profile, parameters: device.parameters)
        } catch {
            throw DeviceAddressError(error, in: address)
        }
        return try QEMUFunction(options, address: "\(address)")
    }
}

extension DeviceAddressError {
    /// What is wrong with a profile or a parameter is wrong with the address.
    init(_ error: PCIeError, in address: DeviceAddress) {
        self = .malformed(address: "\(address)", problem: "\(error)")
    }
}
