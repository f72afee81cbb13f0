import NVMe

extension RawCommand {
    /// The 64 bytes, and what they say.
    var dryRunReport: Report {
        let bytes = withUnsafeBytes(of: entry) { Array($0) }
        var report = Report([
            "dryRun": true, "queue": .string(isAdmin ? "admin" : "io"), "name": .string(name),
            "sqe": .string(hexText(bytes)), "dwords": .array(entry.dwords.map { .count($0) }),
            "parameters": .object(parameters.map { JSONValue.Member("cdw\($0.dword)", JSONValue($0.value.decoded)) }),
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
        let parameterRows = (10...15).flatMap { number in
            [("CDW\(number)", hex(dwords[number]), "")]
                + parameters.filter { $0.dword == number }.flatMap { Self.rows(of: $0.value) }
        }
        return [
            ("OPC", hex(entry.opcode), "\(isAdmin ? "admin" : "NVM") command: \(name)"),
            ("FUSE", "\(entry.fusedOperation.rawValue)", "fused operation"),
            ("PSDT", "\(entry.dataTransfer.rawValue)", "data pointers: PRPs"),
            ("NSID", hex(entry.nsid), entry.nsid == .max ? "all namespaces" : "namespace"),
            ("CDW2", hex(entry.cdw2), ""), ("CDW3", hex(entry.cdw3), ""),
        ] + parameterRows + [("data", "\(dataLength)", dataLength == 0 ? "no buffer" : "bytes \(directionText)")]
    }

    private var parameters: [CommandParameter] { entry.parameters(isAdmin: isAdmin) }

    /// The bits that say something: those that are not zero, and those whose zero has a name.
    private static func rows(of dwords: some BitStructure) -> [(name: String, value: String, meaning: String)] {
        dwords.namedBits.compactMap { field, value in
            let name = dwords.valueName(of: field)
            guard value != 0 || name != nil else { return nil }
            let meaning = name.map { "\(field.title): \($0)" } ?? field.title
            return ("· " + (field.shortName.isEmpty ? field.name : field.shortName), "\(value)", meaning)
        }
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
