import Glibc
import NVMe
import Synchronization

/// Leaves in order on SIGINT and SIGTERM: partial results printed, controllers disabled, devices closed.
enum Interruption {
    /// Written by the signal handler, read by the thread that tidies up. Set once, before the handler is installed.
    nonisolated(unsafe) private static var pipeEnd: CInt = -1

    private static let partialResults = Mutex<(@Sendable () -> Void)?>(nil)

    /// Sets what prints the results so far.
    static func onInterrupt(_ print: (@Sendable () -> Void)?) {
        partialResults.withLock { $0 = print }
    }

    /// Installs the handlers. A handler may do next to nothing, so it only wakes a thread. Signals that end a child process
    /// (QEMU) keep their meaning there, since handlers do not survive `exec`.
    static func install() {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        pipeEnd = ends[1]
        let readEnd = ends[0]
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            var byte: UInt8 = 0
            _ = write(Interruption.pipeEnd, &byte, 1)
        }
        action.sa_flags = SA_RESTART
        sigaction(SIGINT, &action, nil)
        sigaction(SIGTERM, &action, nil)
        startThread {
            var byte: UInt8 = 0
            while read(readEnd, &byte, 1) < 0 {}
            leave()
        }
    }

    private static func leave() -> Never {
        partialResults.withLock { $0?() }
        Terminal.printLast("nvmetest: interrupted; disabling the controller and closing the device\n")
        OpenDevices.shared.shutDown()
        _exit(ExitStatus.interrupted.rawValue)
    }
}

/// A detached thread with a small closure; it inherits nothing and is never waited for.
func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Box(body)).toOpaque()
    let failed = pthread_create(
        &thread, nil,
        { context in
            guard let context else { return nil }
            Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
            return nil
        }, context)
    if failed == 0 { pthread_detach(thread) } else { Unmanaged<Box>.fromOpaque(context).release() }
}
