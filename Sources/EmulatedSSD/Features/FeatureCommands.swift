import NVMeSpec

/// Get Features and Set Features (NVMe Base 2.0 §5.15 and §5.27).
enum FeatureCommands {
    static func get(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let id = UInt8(truncatingIfNeeded: request.sqe.cdw10)
        guard let row = FeatureRow.row(id, of: controller.profile) else { return .failure(.invalidField) }
        // Also of a feature of the controller: the command uses NSID, so an invalid one ends it (NVMe Base 2.3 §3.2.1.5).
        guard request.nsid == 0 || request.nsid == .max || controller.isValid(nsid: request.nsid) else {
            return .failure(.invalidNamespaceOrFormat)
        }
        let select = request.sqe.cdw10 >> 8 & 0b111
        if select == 0b011 {
            return .success(
                dw0: (row.isSaveable ? 1 : 0) | (row.isNamespaceSpecific ? 2 : 0) | (row.isChangeable ? 4 : 0))
        }
        if row.isNamespaceSpecific, controller.namespace(request.nsid) == nil {
            return .failure(.invalidNamespaceOrFormat)
        }
        let code = row.validateGet(request.sqe.cdw11, controller)
        guard code == .success else { return .failure(code) }
        let key = FeatureStore.Key(
            id: id, subject: row.subject(request.sqe.cdw11), nsid: row.isNamespaceSpecific ? request.nsid : 0)
        let value: FeatureStore.Value
        switch select {
        case 0b000: value = controller.features.currentValue(row, key)
        case 0b001: value = controller.features.defaultValue(row, key)
        case 0b010: value = controller.features.savedValue(row, key)
        default: return .failure(.invalidField)
        }
        guard row.dataByteCount > 0 else { return .success(dw0: value.word) }
        let data = select == 0 ? row.currentData?(controller) ?? value.data : value.data
        let padded = data + Array(repeating: 0, count: max(0, row.dataByteCount - data.count))
        let sent = request.send(padded, byteCount: row.dataByteCount(request.sqe.cdw11), in: controller)
        return sent == .success ? .success(dw0: value.word) : .failure(sent)
    }

    static func set(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let id = UInt8(truncatingIfNeeded: request.sqe.cdw10)
        guard let row = FeatureRow.row(id, of: controller.profile) else { return .failure(.invalidField) }
        guard row.isChangeable else { return .failure(.featureNotChangeable) }
        let save = request.sqe.cdw10 & 1 << 31 != 0
        if save, !row.isSaveable { return .failure(.featureIdentifierNotSaveable) }
        let scope = namespaces(of: row, request, controller)
        guard scope.code == .success else { return .failure(scope.code) }
        var data: [UInt8] = []
        if row.dataByteCount > 0 {
            let (code, bytes) = request.receive(row.dataByteCount(request.sqe.cdw11), in: controller)
            guard code == .success else { return .failure(code) }
            data = bytes
        }
        let asked = FeatureRequest(value: request.sqe.cdw11, data: data, nsid: request.nsid, cdw12: request.sqe.cdw12)
        let code = row.validate(asked, controller)
        guard code == .success else { return .failure(code) }
        let value = FeatureStore.Value(word: row.stored(request.sqe.cdw11, controller), data: data)
        let subjects = row.subjects?(request.sqe.cdw11) ?? [row.subject(request.sqe.cdw11)]
        for nsid in scope.nsids {
            for subject in subjects {
                controller.features.set(FeatureStore.Key(id: id, subject: subject, nsid: nsid), value, save: save)
            }
        }
        if id == 0x0E { controller.setTimestamp(data) }
        for subject in subjects { row.apply(value.word, subject, controller) }
        // Number of Queues tells at once what has been allocated.
        return .success(dw0: id == 0x07 ? value.word : 0)
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
    fileprivate func dataByteCount(_ value: UInt32) -> Int { id == 0x81 && value & 1 == 0 ? 8 : dataByteCount }
}

extension EmulatedController {
    fileprivate func setTimestamp(_ data: [UInt8]) {
        let milliseconds = littleEndian(data, at: 0, as: UInt64.self) & 0xFFFF_FFFF_FFFF
        features.timestamp = (milliseconds, clock.now, true)
    }
}
