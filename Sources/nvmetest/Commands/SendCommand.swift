import ArgumentParser

/// `nvmetest send`
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send one command as it is, and show its completion.",
        discussion: """
            Numbers may be decimal or hexadecimal (0x…), sizes may end in k, M, G. With --dry-run nothing is sent and no \
            device is opened: the 64 bytes are printed and explained.
            """,
        subcommands: [Admin.self, IO.self])

    struct Admin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "admin", abstract: "Send a command to the admin queue.")
        @OptionGroup var command: RawCommandOptions
        @OptionGroup var permission: PermissionOptions
        @OptionGroup var device: DeviceOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            try RawCommand(options: command, isAdmin: true)
                .perform(on: device, permission: permission, output: output.output, name: "send admin")
        }
    }

    struct IO: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "io", abstract: "Send a command to an I/O queue made for it.")
        @OptionGroup var command: RawCommandOptions
        @OptionGroup var permission: PermissionOptions
        @OptionGroup var device: DeviceOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            try RawCommand(options: command, isAdmin: false)
                .perform(on: device, permission: permission, output: output.output, name: "send io")
        }
    }
}
