import Foundation
import NVMe
import NVMeReport
import NVMeWorkload
import Synchronization

/// Workers that run together, watched until they end.
final class WorkloadRun: Sendable {
    let jobs: [(settings: JobSettings, workers: [IOWorker])]
    private let interrupted = Atomic(false)
    private let published = DispatchSemaphore(value: 0)

    var workers: [IOWorker] { jobs.flatMap(\.workers) }

    /// Whether Ctrl-C ended it.
    var isInterrupted: Bool { interrupted.load(ordering: .acquiring) }

    /// Prepares the workers; nothing is sent but Identify.
    init(_ jobs: [JobSettings], on device: DrivenDevice) throws {
        self.jobs = try jobs.map { settings in
            let namespace = try device.controller.namespace(settings.namespaceID)
            if settings.verification != .off { try namespace.startVerification(settings.verification) }
            var workload = try settings.workload(on: namespace)
            // Short enough to be typed again.
            let seed = workload.seed ?? UInt64(UInt32.random(in: 0 ... .max))
            let workers = try (0..<settings.workers).map { index in
                // Workers with one seed would all do the same.
                workload.seed = seed &+ UInt64(index)
                do {
                    return try IOWorker([namespace], workload)
                } catch let error as WorkloadError {
                    throw UsageError("\(settings.name): \(error)")
                }
            }
            return (settings, workers)
        }
    }

    /// Runs to the end, or until Ctrl-C; shows progress on standard error meanwhile.
    func perform() throws -> [PerformanceReport.Job] {
        Interruption.onInterrupt { [weak self] in self?.interrupt() }
        try IOWorker.start(together: workers)
        ProgressMonitor(workers: workers).watch()
        return try jobs.map { job in
            try PerformanceReport.Job(
                name: job.settings.name, namespaceID: job.settings.namespaceID,
                workers: job.workers.map { try $0.wait() })
        }
    }

    /// Lets the program go on to its end; after Ctrl-C it ends here, by the thread that tidies up.
    func finish() {
        // First, because `interrupt` may be waiting for it inside of what the next line waits for.
        published.signal()
        Interruption.onInterrupt(nil)
        guard isInterrupted else { return }
        while true { sleep(60) }
    }

    /// Runs on the thread that leaves the program: ends the workers and waits until their results have been printed.
    private func interrupt() {
        interrupted.store(true, ordering: .releasing)
        for worker in workers { worker.stop() }
        if published.wait(timeout: .now() + 10) == .timedOut {
            Terminal.printError("nvmetest: the workers did not end in time; there are no results\n")
        }
    }
}

/// Shows how far workers are: one line in place on a terminal; elsewhere a line every second at first, every five seconds later.
struct ProgressMonitor {
    let workers: [IOWorker]
    private let isTerminal = isatty(STDERR_FILENO) == 1

    init(workers: [IOWorker]) { self.workers = workers }

    private func period(after elapsed: Duration) -> Duration {
        isTerminal ? .milliseconds(500) : elapsed < .seconds(10) ? .seconds(1) : .seconds(5)
    }

    /// Returns when all workers have ended.
    func watch() {
        var last = ProgressLine.sum(workers.map(\.progress))
        var next = ContinuousClock.now + period(after: .zero)
        while let running = workers.first(where: \.isRunning) {
            _ = running.wait(atMost: .milliseconds(100))
            guard ContinuousClock.now >= next, running.isRunning else { continue }
            let now = ProgressLine.sum(workers.map(\.progress))
            next = ContinuousClock.now + period(after: now.elapsed)
            show(ProgressLine.text(now, since: last))
            last = now
        }
        if isTerminal { Terminal.printError("\r\u{1B}[K") }
    }

    private func show(_ line: String) {
        Terminal.printError(isTerminal ? "\r\u{1B}[K" + line.prefix(width) : line + "\n")
    }

    /// Columns of the terminal, one less so that the line never wraps.
    private var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 79 }
        return Int(size.ws_col) - 1
    }
}
