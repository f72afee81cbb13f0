import Foundation
import Synchronization

/// What the process says when it dies of a trap: how to see it again.
///
/// Unsafe inside: a signal handler may only touch memory that is there already, so the words lie in two buffers that are never
/// freed, of which `current` names the one that is complete.
enum LastWords {
    private static let capacity = 512
    private nonisolated(unsafe) static let words = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity)
    private nonisolated(unsafe) static let lengths = UnsafeMutablePointer<Int>.allocate(capacity: 2)
    private nonisolated(unsafe) static let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: Int(NSIG))
    private static let current = Atomic<Int>(0)

    /// Has the words said at each signal that a bug can raise.
    static func arm() {
        lengths.initialize(repeating: 0, count: 2)
        prepare("")
        previous.initialize(repeating: sigaction(), count: Int(NSIG))
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                LastWords.say()
                // Whoever listened before (Swift's backtraces, a sanitizer) hears of it as soon as this handler returns.
                sigaction(number, LastWords.previous + Int(number), nil)
                raise(number)
            }
            sigaction(number, &action, previous + Int(number))
        }
    }

    static func prepare(_ text: String) {
        let next = 1 - current.load(ordering: .relaxed)
        let bytes = Array(text.utf8.prefix(capacity))
        for (index, byte) in bytes.enumerated() { words[next * capacity + index] = byte }
        lengths[next] = bytes.count
        current.store(next, ordering: .releasing)
    }

    static func say() {
        let index = current.load(ordering: .acquiring)
        _ = write(STDERR_FILENO, words + index * capacity, lengths[index])
    }
}
