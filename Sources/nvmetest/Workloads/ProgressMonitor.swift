import Glibc
import NVMeWorkload

/// Shows how far workers are: one line in place on a terminal; elsewhere a line every second at first, every five seconds later.
struct ProgressMonitor {
    let workers: [IOWorker]
    /// A terminal whose cursor can be moved.
    private let isTerminal: Bool

    init(workers: [IOWorker]) {
        self.workers = workers
        let kind = getenv("TERM").map { String(cString: $0) } ?? ""
        isTerminal = isatty(STDERR_FILENO) == 1 && !kind.isEmpty && kind != "dumb"
    }

    private func period(after elapsed: Duration) -> Duration {
        isTerminal ? .milliseconds(500) : elapsed < .seconds(10) ? .seconds(1) : .seconds(5)
    }

    /// Returns when all workers have ended.
    func watch() {
        var last = ProgressLine.sum(workers.map(\.progress))
        var next = ContinuousClock.now + period(after: .zero)
        var isShown = false
        while let running = workers.first(where: \.isRunning) {
            _ = running.wait(atMost: .milliseconds(100))
            guard ContinuousClock.now >= next, running.isRunning else { continue }
            let now = ProgressLine.sum(workers.map(\.progress))
            next = ContinuousClock.now + period(after: now.elapsed)
            show(ProgressLine.text(now, since: last))
            isShown = true
            last = now
        }
        // What follows begins on a line of its own; the last progress stays.
        if isTerminal, isShown { Terminal.printError("\n") }
    }

    private func show(_ line: String) {
        Terminal.printError(isTerminal ? ProgressLine.inPlace(line, columns: Self.columns) : line + "\n")
    }

    /// Width of the terminal.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
