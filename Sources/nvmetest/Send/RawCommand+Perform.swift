extension RawCommand {
    func perform(on device: DeviceOptions, permission: PermissionOptions, output: OutputFormat, name: String) throws {
        if isDryRun { return Terminal.print(dryRunReport.text(output, command: name)) }
    }
}
