import ArgumentParser
import NVMe

/// `nvmetest features`
struct FeaturesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "features", abstract: "Show the values of one feature, or of all.")

    /// SEL of Get Features.
    enum Select: String, CaseIterable, ExpressibleByArgument {
        case current, `default`, saved, capabilities

        var value: UInt8 {
            switch self {
            case .current: 0
            case .default: 1
            case .saved: 2
            case .capabilities: 3
            }
        }
    }

    @Option(
        help: ArgumentHelp("Feature identifier, 0 to 0xff. Default: all that the controller has.", valueName: "fid"))
    var id: Number?
    @Option(help: "Which value.") var select: Select = .current
    @Option(help: ArgumentHelp("Namespace, for features that belong to one.", valueName: "nsid")) var namespace: Number?

    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let chosen = try id.map { FeatureIdentifier(rawValue: try UInt8($0, "--id")) }
        let nsid = try namespace.map { try UInt32($0, "--namespace") } ?? 1
        let report = try Session.with(device) { controller in
            var report = Report(["device": .string(controller.address), "select": .string(select.rawValue)])
            var table = Table("FID", "Feature", "Value", "Meaning")
            var features: [JSONValue] = []
            for feature in chosen.map({ [$0] }) ?? FeatureIdentifier.table.map(\.value) {
                let completion = try value(of: feature, nsid: nsid, controller)
                // Of all features, only those that are there are of interest; of a chosen one, why it is not.
                guard completion.isSuccess || chosen != nil else { continue }
                if chosen != nil, !completion.isSuccess { throw NVMeError.status(completion) }
                table.add(feature, completion.dw0, isCapabilities: select == .capabilities)
                features.append(Self.json(feature, completion.dw0, isCapabilities: select == .capabilities))
            }
            report.add("features", .array(features))
            report.add(table)
            return report
        }
        Terminal.print(report.text(output.output, command: "features"))
    }

    private func value(of feature: FeatureIdentifier, nsid: UInt32, _ controller: Controller) throws -> Completion {
        let buffer = try controller.makeBuffer(4096)
        return try controller.makeAdminChannel().getFeatures(feature, select: select.value, nsid: nsid, buffer: buffer)
            .completion()
    }

    private static func json(_ feature: FeatureIdentifier, _ value: UInt32, isCapabilities: Bool) -> JSONValue {
        let structure = isCapabilities ? nil : StructureTable.features[feature]
        return [
            "id": .count(feature.rawValue), "name": .optional(feature.knownName), "value": .count(value),
            "fields": structure.map { JSONValue($0.decode(value)) } ?? .null,
        ]
    }
}

extension BitStructure {
    /// Dword 0 of Get Features, read as this structure.
    static func decode(_ value: UInt32) -> DecodedValue { Self(rawValue: RawValue(truncatingIfNeeded: value)).decoded }
}

extension Table {
    fileprivate mutating func add(_ feature: FeatureIdentifier, _ value: UInt32, isCapabilities: Bool) {
        let name = feature.knownName ?? "vendor specific"
        guard !isCapabilities else {
            let words = [(0, "saveable"), (1, "per namespace"), (2, "changeable")].filter { value.bit($0.0) }.map(\.1)
            return add(hex(feature.rawValue), name, hex(value), words.joined(separator: ", "))
        }
        add(hex(feature.rawValue), name, hex(value), "")
        if case .bits(_, let fields)? = StructureTable.features[feature]?.decode(value) { add(bits: fields) }
    }
}
