import Foundation
import Synchronization

/// Threads of a round that start together and are waited for together.
final class Crew: @unchecked Sendable {
    private let running = Atomic<Int>(0)
    private let stop = Atomic<Bool>(false)

    /// True once the members shall come to their end.
    var isOver: Bool { stop.load(ordering: .relaxed) }

    func start(_ body: @escaping @Sendable () -> Void) {
        running.wrappingAdd(1, ordering: .relaxed)
        let thread = Thread {
            body()
            self.running.wrappingSubtract(1, ordering: .releasing)
        }
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Waits for all members, and tells them after a time that it is enough.
    func join(tellingAfter limit: Duration) {
        let end = ContinuousClock.now + limit
        while running.load(ordering: .acquiring) > 0 {
            if ContinuousClock.now > end { stop.store(true, ordering: .relaxed) }
            usleep(1000)
        }
    }
}
