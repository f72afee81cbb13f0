import Glibc
import Synchronization

/// Threads of the operating system, for code that blocks.
enum Threads {
    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs the body on that many threads at once, waits for all, and throws what the first to fail threw.
    static func run(_ count: Int, _ body: @Sendable @escaping (Int) throws -> Void) throws {
        let results = Results()
        var threads: [pthread_t] = []
        for index in 0..<count {
            let work = Work {
                do { try body(index) } catch { results.note(error) }
            }
            var thread = pthread_t()
            pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                    return nil
                }, Unmanaged.passRetained(work).toOpaque())
            threads.append(thread)
        }
        for thread in threads { pthread_join(thread, nil) }
        if let error = results.first { throw error }
    }

    private final class Results: Sendable {
        private let error = Mutex<(any Error)?>(nil)
        var first: (any Error)? { error.withLock { $0 } }
        func note(_ new: any Error) { error.withLock { if $0 == nil { $0 = new } } }
    }
}
