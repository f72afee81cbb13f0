import Glibc
import Synchronization
import Testing

/// The tests that are at a device at this moment: named when the process ends under them.
///
/// A test that calls `exit(0)` would make a run of many tests look green, and a trap would leave nothing but its exit code.
///
/// Unsafe inside: `text` has `capacity` bytes as long as the process lives, and the last of them is 0. A signal handler may read it while
/// another thread writes: then a name is garbled.
package enum RunningTests {
    private static let names = Mutex<[String]>([])
    private static let process = getpid()
    private static let capacity = 4096
    nonisolated(unsafe) private static let text = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    /// What a signal did before.
    nonisolated(unsafe) private static let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 32)
    private static let fatalSignals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]
    private static let watch: Void = install()

    /// Called with the names of the tests under which `exit` was called, before the process ends with 1.
    package static let onExit = Mutex<(@Sendable ([String]) -> Void)?>(nil)

    static func begin(_ test: Test) { begin("\(test.id)") }

    static func begin(_ name: String) {
        _ = watch
        change { $0.append(name) }
    }

    static func end(_ test: Test) { end("\(test.id)") }

    static func end(_ name: String) {
        change { if let index = $0.firstIndex(of: name) { $0.remove(at: index) } }
    }

    private static func change(_ body: (inout sending [String]) -> Void) {
        names.withLock { names in
            body(&names)
            let bytes = Array(names.joined(separator: ", ").utf8.prefix(capacity - 1))
            for (index, byte) in bytes.enumerated() { text[index] = CChar(bitPattern: byte) }
            text[bytes.count] = 0
        }
    }

    private static func install() {
        text.initialize(repeating: 0, count: capacity)
        actions.initialize(repeating: sigaction(), count: 32)
        _ = process
        atexit { RunningTests.exits() }
        for signal in fatalSignals {
            var action = sigaction()
            action.__sigaction_handler.sa_sigaction = { signal, information, _ in
                RunningTests.tell("nvme: the process dies by a signal; tests that were running: ")
                // What would have happened without this handler happens now: a fault comes again, a signal that was sent is sent again.
                sigaction(signal, &RunningTests.actions[Int(signal)], nil)
                if let information, information.pointee.si_code <= 0 { raise(signal) }
            }
            action.sa_flags = CInt(SA_SIGINFO) | CInt(SA_ONSTACK)
            sigaction(signal, &action, &actions[Int(signal)])
        }
    }

    /// Writes the sentence and the names; calls nothing that a signal handler must not.
    private static func tell(_ sentence: StaticString) {
        guard text[0] != 0 else { return }
        let lineEnd: StaticString = "\n"
        _ = write(STDERR_FILENO, sentence.utf8Start, sentence.utf8CodeUnitCount)
        _ = write(STDERR_FILENO, text, strlen(text))
        _ = write(STDERR_FILENO, lineEnd.utf8Start, 1)
    }

    /// By `exit` and by a return from `main`; a child process that was forked off has no say.
    private static func exits() {
        let running = names.withLock { $0 }
        guard !running.isEmpty, getpid() == process else { return }
        tell("nvme: exit() was called inside of a test, which fails the run; tests that were running: ")
        onExit.withLock { $0 }?(running)
        fflush(nil)
        _exit(1)
    }
}
