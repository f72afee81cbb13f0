import Synchronization
import Testing

/// How long tests were at their device: Swift Testing's own times include the wait for a turn and for a free thread.
package final class DeviceTestTimes: Sendable {
    package static let shared = DeviceTestTimes()

    private let times = Mutex<[String: Duration]>([:])

    /// Time of a test, all its cases together.
    ///
    /// - Parameter id: the test's identifier as the event stream has it.
    package subscript(id: String) -> Duration? { times.withLock { $0[id] } }

    func add(_ duration: Duration, to test: Test) {
        times.withLock { $0["\(test.id)", default: .zero] += duration }
    }
}
