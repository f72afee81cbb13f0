import Foundation
import Synchronization

/// Ends the process when a round lasts too long: a hang is a bug like a crash.
enum Watchdog {
    private static let deadline = Mutex<(instant: ContinuousClock.Instant, what: String)?>(nil)

    static func start() {
        let thread = Thread {
            while true {
                usleep(200_000)
                let late = deadline.withLock { $0.flatMap { ContinuousClock.now > $0.instant ? $0.what : nil } }
                guard let late else { continue }
                print("HANG \(late)")
                fflush(nil)
                // The signal's handler says how to replay; a core or a debugger shows the threads.
                abort()
            }
        }
        thread.start()
    }

    /// Expects `body` to end within the limit.
    static func watch<Result>(_ what: String, limit: Duration, _ body: () throws -> Result) rethrows -> Result {
        deadline.withLock { $0 = (ContinuousClock.now + limit, what) }
        defer { deadline.withLock { $0 = nil } }
        return try body()
    }
}
