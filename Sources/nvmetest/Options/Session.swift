import NVMe

/// An open, initialised device for the time of one command.
struct Session {
    let controller: Controller

    /// Opens the device, runs `body`, and leaves the controller disabled and the device closed, whatever happens.
    static func with<Result>(_ options: DeviceOptions, _ body: (Controller) throws -> Result) throws -> Result {
        let timeout = try options.timeout
        let function = try Device.open(options.address)
        defer { function.close() }
        let controller = Controller(function)
        controller.timeout = timeout
        defer { try? controller.close() }
        try controller.initialise()
        return try body(controller)
    }
}
