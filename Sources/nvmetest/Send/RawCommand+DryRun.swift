import NVMe

extension RawCommand {
    /// The 64 bytes, and what they say.
    var dryRunReport: Report {
        let bytes = withUnsafeBytes(of: entry) { Array($0) }
        var report = Report([
            "dryRun": true, "queue": .string(isAdmin ? "admin" : "io"), "name": .string(name),
            "sqe": .string(hexText(bytes)), "dwords": .array(entry.dwords.map { .count($0) }),
            "dataLength": .count(dataLength), "direction": .string(directionText), "destructive": .bool(isDestructive),
        ])
        report.lines = stride(from: 0, to: bytes.count, by: 16).map { offset in
            let row = bytes[offset..<offset + 16].map { hexText([$0]) }
            return "\(offset < 16 ? "0" : "")\(String(offset, radix: 16)):  \(row.joined(separator: " "))"
        }
        var table = Table("Field", "Value", "Meaning")
        for row in rows { table.add(row.name, row.value, row.meaning) }
        report.lines.append("")
        report.add(table)
        report.lines += ["", "Nothing was sent. Command identifier and data pointers are filled in when it is."]
        return report
    }

    private var rows: [(name: String, value: String, meaning: String)] {
        let dwords = entry.dwords
        let parameters = (10...15).map { ("CDW\($0)", hex(dwords[$0]), "") }
        return [
            ("OPC", hex(entry.opcode), "\(isAdmin ? "admin" : "NVM") command: \(name)"),
            ("FUSE", "\(entry.fusedOperation.rawValue)", "fused operation"),
            ("PSDT", "\(entry.dataTransfer.rawValue)", "data pointers: PRPs"),
            ("NSID", hex(entry.nsid), entry.nsid == .max ? "all namespaces" : "namespace"),
            ("CDW2", hex(entry.cdw2), ""), ("CDW3", hex(entry.cdw3), ""),
        ] + parameters + [("data", "\(dataLength)", dataLength == 0 ? "no buffer" : "bytes \(directionText)")]
    }

    var directionText: String {
        switch direction {
        case .hostToController: "to the device"
        case .controllerToHost: "from the device"
        case .bidirectional: "both ways"
        default: "none"
        }
    }
}
