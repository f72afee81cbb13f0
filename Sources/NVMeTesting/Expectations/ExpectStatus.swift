import NVMe
import Testing

/// Expects a command to end with one of these status codes, and records what came instead.
///
/// ```swift
/// expectStatus(.lbaOutOfRange) { try namespace.read(qpair, buffer, lba: namespace.blockCount).completion() }
/// ```
///
/// - Parameters:
///   - codes: one, or several where the standard leaves the choice to the controller; `.success` is one of them.
///   - body: sends the command and returns its completion; an error status that a `wait` throws counts as well.
/// - Returns: the completion; nil when there was none.
@discardableResult
public func expectStatus(
    _ codes: StatusCode..., sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Completion
) -> Completion? {
    do {
        return judge(try body(), codes, sourceLocation)
    } catch NVMeError.status(let completion) {
        return judge(completion, codes, sourceLocation)
    } catch {
        Issue.record(error, "expected \(names(codes))", sourceLocation: sourceLocation)
        return nil
    }
}

/// Expects success; see ``expectStatus(_:sourceLocation:_:)``.
@discardableResult
public func expectSuccess(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Completion
) -> Completion? {
    expectStatus(.success, sourceLocation: sourceLocation, body)
}

private func judge(_ completion: Completion, _ codes: [StatusCode], _ location: SourceLocation) -> Completion {
    if completion.isTimeout || !codes.contains(completion.code) {
        let result = completion.isTimeout ? "no answer in time" : name(completion.code)
        Issue.record("expected \(names(codes)), got \(result): \(completion)", sourceLocation: location)
    }
    return completion
}

private func names(_ codes: [StatusCode]) -> String { codes.map(name).joined(separator: " or ") }

private func name(_ code: StatusCode) -> String { "\(code.name) (\(code.pair))" }
