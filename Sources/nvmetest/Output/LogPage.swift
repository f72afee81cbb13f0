import NVMe

/// A log page that has a name on the command line, and how to show it.
struct LogPage: Sendable {
    let name: String
    let identifier: LogPageIdentifier
    /// What lies in it; nil is shown as bytes.
    let structure: (any SpecStructure.Type)?
    /// True where the structure is repeated, as in the error log.
    var isList = false

    static let table: [LogPage] = [
        LogPage(name: "smart", identifier: .smart, structure: SMARTLog.self),
        LogPage(name: "error", identifier: .errorInformation, structure: ErrorInformationEntry.self, isList: true),
        LogPage(name: "firmware", identifier: .firmwareSlot, structure: FirmwareSlotLog.self),
        LogPage(
            name: "effects", identifier: .commandsSupportedAndEffects, structure: CommandsSupportedAndEffectsLog.self),
        LogPage(name: "self-test", identifier: .deviceSelfTest, structure: DeviceSelfTestLog.self),
        LogPage(name: "sanitize", identifier: .sanitizeStatus, structure: SanitizeStatusLog.self),
        LogPage(name: "changed-namespaces", identifier: .changedAttachedNamespaceList, structure: NamespaceList.self),
        LogPage(name: "supported", identifier: .supportedLogPages, structure: SupportedLogPagesLog.self),
        LogPage(
            name: "features", identifier: .featureIdentifiersSupportedAndEffects,
            structure: FeatureIdentifiersSupportedAndEffectsLog.self),
        LogPage(name: "telemetry-host", identifier: .telemetryHostInitiated, structure: TelemetryLogHeader.self),
        LogPage(
            name: "telemetry-controller", identifier: .telemetryControllerInitiated, structure: TelemetryLogHeader.self),
        LogPage(name: "endurance", identifier: .enduranceGroupInformation, structure: EnduranceGroupLog.self),
        LogPage(name: "persistent-event", identifier: .persistentEvent, structure: PersistentEventLogHeader.self),
    ]

    /// A name of the table, or a number.
    init(_ text: String) throws {
        if let known = Self.table.first(where: { $0.name == text }) {
            self = known
            return
        }
        guard let number = BinarySize(parsing: text), let value = UInt8(exactly: number.count) else {
            throw UsageError(
                "there is no log page '\(text)'; known are \(Self.table.map(\.name).joined(separator: ", ")), and numbers to 0xff"
            )
        }
        let identifier = LogPageIdentifier(rawValue: value)
        self =
            Self.table.first { $0.identifier == identifier }
            ?? LogPage(name: text, identifier: identifier, structure: nil)
    }

    private init(
        name: String, identifier: LogPageIdentifier, structure: (any SpecStructure.Type)?, isList: Bool = false
    ) {
        self.name = name
        self.identifier = identifier
        self.structure = structure
        self.isList = isList
    }

    /// Bytes of the whole page.
    func byteCount(_ controller: Controller) throws -> Int {
        let size = structure?.byteCount ?? 512
        return isList ? size * (Int(try controller.identifyController().errorLogPageEntries) + 1) : size
    }

    func report(_ bytes: [UInt8], controller: Controller, isWhole: Bool) -> Report {
        var report = Report([
            "device": .string(controller.address), "page": .count(identifier.rawValue),
            "name": .optional(identifier.knownName),
        ])
        let title = "\(identifier) of \(controller.address)"
        guard isList, isWhole, let structure else {
            report.add(page: bytes, as: isWhole ? structure : nil, title: title)
            return report
        }
        let size = structure.byteCount
        let entries = stride(from: 0, to: bytes.count - bytes.count % size, by: size).map {
            structure.init(bytes: bytes[$0..<$0 + size])
        }
        let used = entries.filter { entry in entry.bytes.contains { $0 != 0 } }
        report.add("data", .array(used.map { JSONValue($0) }))
        report.lines.append(title + (used.isEmpty ? ": empty" : ""))
        for entry in used { report.addTable(of: entry) }
        return report
    }
}

extension Report {
    fileprivate mutating func addTable(of structure: some SpecStructure) {
        lines.append("")
        add(Table(fieldsOf: structure))
    }
}
