import Glibc
import Synchronization

/// Standard output and standard error, written whole, so that lines of several threads do not mix.
enum Terminal {
    private struct State {
        var isMuted = false
        /// Whether standard output was given anything.
        var hasPrinted = false
        /// Why standard output did not take everything; the first reason only.
        var outputError: CInt?
    }

    private static let state = Mutex(State())

    /// Makes sure that numbers 0 to 2 are taken: a closed one would be given to the next file that is opened, QEMU's connection
    /// for example, and what is printed would go there. A reader that goes away must not end the program with devices open.
    static func prepare() {
        for descriptor in CInt(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDWR)
        }
        signal(SIGPIPE, SIG_IGN)
    }

    static func print(_ text: String) {
        state.withLock { state in
            guard !state.isMuted else { return }
            state.hasPrinted = true
            let error = write(text, to: STDOUT_FILENO)
            // A reader that went away (`nvmetest … | head`) is no reason to fail.
            if error != 0, error != EPIPE, state.outputError == nil { state.outputError = error }
        }
    }

    /// Whether anything was printed on standard output.
    static var hasPrinted: Bool { state.withLock(\.hasPrinted) }

    static func printError(_ text: String) {
        state.withLock { state in
            if !state.isMuted { write(text, to: STDERR_FILENO) }
        }
    }

    /// Prints a last word; nothing that other threads say after it is shown.
    static func printLast(_ text: String) {
        state.withLock { state in
            guard !state.isMuted else { return }
            write(text, to: STDERR_FILENO)
            state.isMuted = true
        }
    }

    /// Says on standard error when standard output is incomplete; a success is none then.
    static func check(_ status: ExitStatus) -> ExitStatus {
        guard let error = state.withLock(\.outputError) else { return status }
        printError("nvmetest: cannot write to standard output: \(String(cString: strerror(error)))\n")
        return status == .passed ? .environment : status
    }

    /// Writes all of it; the error number, or 0.
    @discardableResult
    private static func write(_ text: String, to descriptor: CInt) -> CInt {
        var text = text
        return text.withUTF8 { HostFile.write(UnsafeRawBufferPointer($0), to: descriptor) }
    }
}
