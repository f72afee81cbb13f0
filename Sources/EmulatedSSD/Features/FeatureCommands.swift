import NVMeSpec

/// Get Features and Set Features (NVMe Base 2.0 §5.15 and §5.27).
enum FeatureCommands {
    static func get(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let dword10 = request.sqe.cdw10[as: GetFeaturesDword10.self]
        let id = dword10.feature
        guard let row = FeatureRow.row(id, of: controller.profile) else { return .failure(.invalidField) }
        // Also of a feature of the controller: the command uses NSID, so an invalid one ends it (NVMe Base 2.3 §3.2.1.5).
        guard request.nsid == 0 || request.nsid == .max || controller.isValid(nsid: request.nsid) else {
            return .failure(.invalidNamespaceOrFormat)
        }
        if dword10.select == .supportedCapabilities { return .success(dw0: row.capabilities.rawValue) }
        if row.isNamespaceSpecific, controller.namespace(request.nsid) == nil {
            return .failure(.invalidNamespaceOrFormat)
        }
        let code = row.validateGet(request.sqe.cdw11, controller)
        guard code == .success else { return .failure(code) }
        let key = FeatureStore.Key(
            id: id, subject: row.subject(request.sqe.cdw11), nsid: row.isNamespaceSpecific ? request.nsid : 0)
        let value: FeatureStore.Value
        switch dword10.select {
        case .current: value = controller.features.currentValue(row, key)
        case .defaultValue: value = controller.features.defaultValue(row, key)
        case .saved: value = controller.features.savedValue(row, key)
        default: return .failure(.invalidField)
        }
        guard row.dataByteCount > 0 else { return .success(dw0: value.word) }
        let data = dword10.select == .current ? row.currentData?(controller) ?? value.data : value.data
        let padded = data + Array(repeating: 0, count: max(0, row.dataByteCount - data.count))
        let sent = request.send(padded, byteCount: row.dataByteCount(request.sqe.cdw11), in: controller)
        return sent == .success ? .success(dw0: value.word) : .failure(sent)
    }

    static func set(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let dword10 = request.sqe.cdw10[as: SetFeaturesDword10.self]
        let id = dword10.feature
        guard let row = FeatureRow.row(id, of: controller.profile) else { return .failure(.invalidField) }
        guard row.isChangeable else { return .failure(.featureNotChangeable) }
        let save = dword10.save
        if save, !row.isSaveable { return .failure(.featureIdentifierNotSaveable) }
        let scope = namespaces(of: row, request, controller)
        guard scope.code == .success else { return .failure(scope.code) }
        var data: [UInt8] = []
        if row.dataByteCount > 0 {
            let (code, bytes) = request.receive(row.dataByteCount(request.sqe.cdw11), in: controller)
            guard code == .success else { return .failure(code) }
            data = bytes
        }
        let asked = FeatureRequest(value: request.sqe.cdw11, data: data, nsid: request.nsid)
        let code = row.validate(asked, controller)
        guard code == .success else { return .failure(code) }
        let value = FeatureStore.Value(word: row.stored(request.sqe.cdw11, controller), data: data)
        let subjects = row.subjects?(request.sqe.cdw11) ?? [row.subject(request.sqe.cdw11)]
        for nsid in scope.nsids {
            for subject in subjects {
                controller.features.set(FeatureStore.Key(id: id, subject: subject, nsid: nsid), value, save: save)
            }
        }
        if id == .timestamp { controller.setTimestamp(data) }
        for subject in subjects { row.apply(value.word, subject, controller) }
        // Number of Queues tells at once what has been allocated.
        return .success(dw0: id == .numberOfQueues ? value.word : 0)
    }

    /// The namespaces that a Set Features command is about; 0 for a feature of the controller.
    private static func namespaces(
        of row: FeatureRow, _ request: Request, _ controller: EmulatedController
    ) -> (code: StatusCode, nsids: [UInt32]) {
        if row.isNamespaceSpecific {
            if request.nsid == .max { return (.success, controller.namespaces.map(\.nsid)) }
            guard controller.namespace(request.nsid) != nil else { return (.invalidNamespaceOrFormat, []) }
            return (.success, [request.nsid])
        }
        if request.nsid == 0 || request.nsid == .max { return (.success, [0]) }
        return (controller.isValid(nsid: request.nsid) ? .featureNotNamespaceSpecific : .invalidNamespaceOrFormat, [])
    }
}

extension FeatureRow {
    /// Bytes that move: the host identifier has a short and an extended form (EXHID).
    fileprivate func dataByteCount(_ value: UInt32) -> Int {
        id == .hostIdentifier && !HostIdentifierFeature(rawValue: value).extended ? 8 : dataByteCount
    }

    /// What Get Features, Supported Capabilities, says.
    fileprivate var capabilities: FeatureCapabilities {
        var capabilities = FeatureCapabilities()
        capabilities.saveable = isSaveable
        capabilities.namespaceSpecific = isNamespaceSpecific
        capabilities.changeable = isChangeable
        return capabilities
    }
}

extension EmulatedController {
    fileprivate func setTimestamp(_ data: [UInt8]) {
        let milliseconds = TimestampData(bytes: data).milliseconds
        features.timestamp = (milliseconds, clock.now, true)
    }
}
