import Synchronization
import Testing

extension DeviceUnderTest {
    /// Tells the readers of the test's report something, such as figures; it is attached to the test as well.
    public static func log(_ lines: [String]) throws {
        try current.log(lines)
    }

    /// Tells the readers of the test's report one line; see ``log(_:)``.
    public static func log(_ line: String) throws { try log([line]) }
}

/// What tests have told: kept for whoever makes a report, otherwise printed when a test ends.
package final class TestLogs: Sendable {
    package static let shared = TestLogs()

    private struct State {
        var lines: [String: [String]] = [:]
        var isKeeping = false
    }

    private let state = Mutex(State())

    /// From now on nothing is printed.
    package func keep() { state.withLock { $0.isKeeping = true } }

    /// What a test told, all its cases together.
    ///
    /// - Parameter id: the test's identifier as the event stream has it.
    package subscript(id: String) -> [String] { state.withLock { $0.lines[id] ?? [] } }

    func add(_ lines: [String], to test: Test) {
        guard !lines.isEmpty else { return }
        let isKept = state.withLock { state in
            if state.isKeeping { state.lines["\(test.id)", default: []] += lines }
            return state.isKeeping
        }
        // One call, so that tests that end together do not mix their lines.
        if !isKept { print((["\(test.name):"] + lines.map { "    " + $0 }).joined(separator: "\n")) }
    }
}
