import NVMeSpec

/// One data structure of Identify: its CNS value and how it is made (NVMe Base 2.0 §5.17).
struct IdentifyRow: Sendable {
    typealias Make = @Sendable (Request, EmulatedController) -> Result<[UInt8], Refusal>

    struct Refusal: Error { let code: StatusCode }

    let cns: IdentifyCNS
    /// Whether NSID is used (NVMe Base 2.3 figure 326); where it is not, it has to be 0.
    let usesNamespaceIdentifier: Bool
    /// Always 4096 bytes.
    let make: Make

    init(_ cns: IdentifyCNS, usesNamespaceIdentifier: Bool = true, make: @escaping Make) {
        self.cns = cns
        self.usesNamespaceIdentifier = usesNamespaceIdentifier
        self.make = make
    }
}

/// Identify (NVMe Base 2.0 §5.17).
enum IdentifyCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let cns = request.sqe.cdw10[as: IdentifyDword10.self].cns
        guard let row = IdentifyRow.table.first(where: { $0.cns == cns }) else { return .failure(.invalidField) }
        guard row.usesNamespaceIdentifier || request.nsid == 0 else {
            return request.refuse(.invalidField, at: ParameterLocation.namespaceID)
        }
        switch row.make(request, controller) {
        case .failure(let refusal): return .failure(refusal.code)
        case .success(let bytes):
            let code = request.send(bytes, byteCount: 4096, in: controller)
            return code == .success ? .success : .failure(code)
        }
    }
}
