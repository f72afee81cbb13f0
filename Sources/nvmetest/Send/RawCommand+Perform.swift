import ArgumentParser
import NVMe

extension RawCommand {
    /// Sends the command, or shows what it would be, and prints the report. Ends with 1 on an error status.
    func perform(on device: DeviceOptions, permission: PermissionOptions, output: OutputFormat, name: String) throws {
        if isDryRun { return Terminal.print(dryRunReport.text(output, command: name)) }
        let address = try device.address
        let report = try Session.with(device) { controller in
            try check(permission, address: address, controller)
            try checkTransfer(controller)
            let buffer = try makeBuffer(controller)
            let completion = try send(buffer, controller)
            return try answer(completion, buffer, controller)
        }
        Terminal.print(report.text(output, command: name))
        if report.status != .passed { throw ExitCode(report.status.rawValue) }
    }

    /// A command that may destroy what a real device holds needs to be allowed.
    private func check(_ permission: PermissionOptions, address: DeviceAddress, _ controller: Controller) throws {
        guard address.isHardware, isDestructive else { return }
        let serial = try controller.identifyController().serialNumber.description
        guard permission.covers(serialNumber: serial) else {
            throw UsageError(
                "\(self.name) may destroy data on '\(address)'; to send it, add --serial \(serial), or --yes")
        }
    }

    private func makeBuffer(_ controller: Controller) throws -> Buffer? {
        guard dataLength > 0 else { return nil }
        let buffer = try controller.makeBuffer(dataLength)
        try buffer.store(input, at: 0)
        return buffer
    }

    private func send(_ buffer: Buffer?, _ controller: Controller) throws -> Completion {
        if isAdmin { return try controller.makeAdminChannel().send(entry, buffer).completion() }
        let qpair = try controller.makeQueuePair(depth: 2)
        defer { try? qpair.delete() }
        guard let buffer else { return try qpair.send(entry).completion() }
        // Any namespace will do to describe the buffer; the command keeps its own NSID, right or wrong.
        let first = try controller.activeNamespaces().first ?? 1
        return try controller.namespace(first).send(qpair, entry, buffer).completion()
    }

    private func answer(_ completion: Completion, _ buffer: Buffer?, _ controller: Controller) throws -> Report {
        var report = Report(["device": .string(controller.address), "name": .string(name), "dryRun": false])
        report.add("completion", JSONValue(completion.entry))
        report.lines = [
            CommandDescription.line(of: completion.command, queueID: completion.queueID, isAdmin: isAdmin),
            CommandDescription.line(of: completion.entry), completion.code.description,
        ]
        report.status = completion.isSuccess ? .passed : .failed
        guard let buffer, completion.isSuccess, direction != .hostToController else { return report }
        let bytes = buffer[...].bytes
        report.add("data", .string(hexText(bytes)))
        if let outputFile {
            try HostFile.write(bytes, to: outputFile)
            report.lines += ["", "\(bytes.count) bytes written to \(outputFile)"]
        } else {
            report.lines += [""] + Report.dump(bytes)
        }
        return report
    }
}
