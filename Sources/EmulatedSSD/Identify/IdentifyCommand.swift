import NVMeSpec

/// One data structure of Identify: its CNS value and how it is made (NVMe Base 2.0 §5.17).
struct IdentifyRow: Sendable {
    typealias Make = @Sendable (Request, EmulatedController) -> Result<[UInt8], Refusal>

    struct Refusal: Error { let code: StatusCode }

    let cns: IdentifyCNS
    /// Always 4096 bytes.
    let make: Make

    init(_ cns: IdentifyCNS, make: @escaping Make) {
        self.cns = cns
        self.make = make
    }
}

/// Identify (NVMe Base 2.0 §5.17).
enum IdentifyCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let cns = request.sqe.cdw10[as: IdentifyDword10.self].cns
        guard let row = IdentifyRow.table.first(where: { $0.cns == cns }) else { return .failure(.invalidField) }
        switch row.make(request, controller) {
        case .failure(let refusal): return .failure(refusal.code)
        case .success(let bytes):
            let code = request.send(bytes, byteCount: 4096, in: controller)
            return code == .success ? .success : .failure(code)
        }
    }
}
