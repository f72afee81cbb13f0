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
                let (completion, bytes) = try value(of: feature, nsid: nsid, controller)
                // Of all features, only those that are there are of interest; of a chosen one, why it is not.
                guard completion.isSuccess || chosen != nil else { continue }
                if chosen != nil, !completion.isSuccess { throw NVMeError.status(completion) }
                let data = select == .capabilities ? nil : feature.data(bytes)
                table.add(feature, completion.dw0, data, isCapabilities: select == .capabilities)
                features.append(Self.json(feature, completion.dw0, data, isCapabilities: select == .capabilities))
            }
            report.add("features", .array(features))
            report.add(table)
            return report
        }
        Terminal.print(report.text(output.output, command: "features"))
    }

    private func value(
        of feature: FeatureIdentifier, nsid: UInt32, _ controller: Controller
    ) throws -> (Completion, [UInt8]) {
        let buffer = try controller.makeBuffer(4096)
        let completion = try controller.makeAdminChannel()
            .getFeatures(feature, select: select.value, nsid: nsid, buffer: buffer).completion()
        return (completion, buffer[...].bytes)
    }

    private static func json(
        _ feature: FeatureIdentifier, _ value: UInt32, _ data: DecodedValue?, isCapabilities: Bool
    ) -> JSONValue {
        let structure = isCapabilities ? nil : feature.dword?.type
        return [
            "id": .count(feature.rawValue), "name": .optional(feature.knownName), "value": .count(value),
            "fields": structure.map { JSONValue($0.decode(value)) } ?? .null,
            "data": data.map { JSONValue($0) } ?? .null,
        ]
    }
}

extension FeatureIdentifier {
    /// The value of a feature that has it in its data rather than in dword 0; nil where it is in dword 0.
    fileprivate func data(_ bytes: [UInt8]) -> DecodedValue? {
        if let structure = dataStructure { return structure.init(bytes: bytes).decoded }
        // The command is sent without EXHID, which asks for 8 bytes.
        return self == .hostIdentifier ? .bytes(Array(bytes.prefix(8))) : nil
    }
}

extension BitStructure {
    /// Dword 0 of Get Features, read as this structure.
    static func decode(_ value: UInt32) -> DecodedValue { Self(rawValue: RawValue(truncatingIfNeeded: value)).decoded }
}

extension Table {
    fileprivate mutating func add(
        _ feature: FeatureIdentifier, _ value: UInt32, _ data: DecodedValue?, isCapabilities: Bool
    ) {
        let name = feature.knownName ?? "vendor specific"
        guard !isCapabilities else {
            let words = [(0, "saveable"), (1, "per namespace"), (2, "changeable")].filter { value.bit($0.0) }.map(\.1)
            return add(hex(feature.rawValue), name, hex(value), words.joined(separator: ", "))
        }
        add(hex(feature.rawValue), name, hex(value), "")
        if case .bits(_, let fields)? = feature.dword?.type.decode(value) { add(bits: fields) }
        if let data { add(data: data, named: "data") }
    }

    /// A row for each part of a feature's data that is not zero.
    private mutating func add(data: DecodedValue, named name: String) {
        switch data {
        case .structure(let fields):
            for field in fields { add(data: field.value, named: field.field.title) }
        case .list(let elements):
            for (index, element) in elements.enumerated() where !element.isBlank {
                add(data: element, named: "\(name) \(index)")
            }
        case .bits(let raw, let fields):
            add("", "", "", "· \(name): 0x\(String(raw, radix: 16))")
            add(bits: fields)
        case .bytes(let bytes): add("", "", "", "· \(name): \(data.isBlank ? "all zero" : hexText(bytes))")
        case .number(let number): add("", "", "", "· \(name): \(number)")
        case .text(let text): add("", "", "", "· \(name): \(text)")
        case .named(let number, let meaning): add("", "", "", "· \(name): \(number) (\(meaning ?? "unknown"))")
        }
    }
}
