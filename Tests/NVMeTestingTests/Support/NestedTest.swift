import Synchronization
import Testing

@testable import NVMeTesting

/// Runs a body as a test with a device under test, inside of the running test, and returns what it failed for.
func failures(
    on address: String = "emu:small", _ body: @escaping @Sendable () async throws -> Void
) async throws -> [String] {
    let test = try #require(Test.current)
    let found = Mutex<[String]>([])
    try await withKnownIssue(isIntermittent: true) {
        try await DeviceUnderTestTrait(address: address)
            .provideScope(for: test, testCase: Test.Case.current, performing: body)
    } matching: { issue in
        let text = issue.comments.first?.rawValue ?? "\(issue)"
        found.withLock { $0.append(issue.error.map { "\($0)" } ?? text) }
        return true
    }
    return found.withLock { $0 }
}
