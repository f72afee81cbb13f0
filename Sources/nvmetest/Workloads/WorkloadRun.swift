import ArgumentParser
import Foundation
import NVMe
import NVMeReport
import NVMeWorkload
import Synchronization

/// Jobs that run together or in groups one after the other, watched until they end.
final class WorkloadRun: Sendable {
    /// A job with its workers. Jobs of one group run at the same time.
    struct Job: Sendable {
        let settings: JobSettings
        let group: Int
        let namespace: Namespace
        let workers: [IOWorker]

        func overlaps(_ other: Job) -> Bool {
            workers.contains { worker in
                other.workers.contains { ($0.workload.region ?? 0..<0).overlaps(worker.workload.region ?? 0..<0) }
            }
        }
    }

    private struct State {
        var isInterrupted = false
        /// Why not all groups ran, although what came before them was measured.
        var failure: (any Error)?
        /// What is running at present.
        var workers: [IOWorker] = []
    }

    let jobs: [Job]
    /// What verified namespaces turned out to hold instead of what was written.
    let mismatches: MismatchCollection
    private let device: PerformanceReport.Device
    private let state = Mutex(State())
    private let published = DispatchSemaphore(value: 0)

    /// Whether Ctrl-C ended it.
    var isInterrupted: Bool { state.withLock(\.isInterrupted) }

    /// What kept a group from running; the groups before it are in the report.
    var failure: (any Error)? { state.withLock(\.failure) }

    /// Prepares the workers of all jobs; nothing is sent but Identify and Get Features.
    ///
    /// - Parameter mismatchLimit: blocks that are described, of those that are not what was written.
    ///
    /// Throws `UsageError` for what does not fit the device.
    init(_ jobs: [JobSettings], on device: DrivenDevice, mismatchLimit: Int = 16) throws {
        let mismatches = MismatchCollection(limit: mismatchLimit)
        self.mismatches = mismatches
        self.device = device.description
        if let ranked = jobs.first(where: { $0.workload.priority > 0 }), try !device.enablePriorities() {
            throw ranked.refusal(
                ["priority"], "a priority", "the device has no weighted round robin arbitration (CAP.AMS)",
                fix: "leave it out")
        }
        let verified = Set(jobs.filter { $0.verification != .off }.map(\.namespaceID))
        var group = 0
        self.jobs = try jobs.enumerated().map { index, settings in
            if settings.waits, index > 0 { group += 1 }
            let namespace = try Self.namespace(settings, on: device.controller)
            if settings.verification != .off {
                mismatches.watch(try namespace.startVerification(settings.verification))
            }
            return Job(
                settings: settings, group: group, namespace: namespace,
                workers: try Self.workers(
                    settings, on: namespace, apart: settings.writesTogether && verified.contains(settings.namespaceID)))
        }
        try checkQueues(of: device.controller)
        for group in groups { try Self.checkOverlaps(group.filter { verified.contains($0.settings.namespaceID) }) }
    }

    private static func namespace(_ settings: JobSettings, on controller: Controller) throws -> Namespace {
        do {
            return try controller.namespace(settings.namespaceID)
        } catch NVMeError.inactiveNamespace(let id) {
            let active = try controller.activeNamespaces().map(String.init).joined(separator: ", ")
            throw settings.refusal(
                ["namespace"], "namespace \(id)", "active on this device are: \(active.isEmpty ? "none" : active)",
                fix: "use one of those")
        }
    }

    /// - Parameter apart: each worker has a part of the region of its own.
    private static func workers(
        _ settings: JobSettings, on namespace: Namespace, apart: Bool
    ) throws -> [IOWorker] {
        var workload = try settings.workload(on: namespace)
        let regions = apart ? try settings.parts(of: workload, blockCount: namespace.blockCount) : []
        // Short enough to be typed again.
        let seed = workload.seed ?? UInt64(UInt32.random(in: 0 ... .max))
        return try (0..<settings.workers).map { index in
            // Workers with one seed would all do the same.
            workload.seed = seed &+ UInt64(index)
            if apart { workload.region = regions[index] }
            do {
                return try IOWorker([namespace], workload)
            } catch let error as WorkloadError {
                throw settings.refusal(error)
            }
        }
    }

    /// Every worker has a queue pair, of which the controller grants so many (NVMe Base 2.0 §5.27.1.5).
    private func checkQueues(of controller: Controller) throws {
        let granted = try controller.makeAdminChannel().getFeatures(.numberOfQueues).wait().dw0
        let limit = Int(min(granted & 0xFFFF, granted >> 16)) + 1
        for group in groups {
            let count = group.reduce(0) { $0 + $1.workers.count }
            guard count > limit, let largest = group.max(by: { $0.workers.count < $1.workers.count }) else { continue }
            throw largest.settings.refusal(
                ["jobs"], "\(count) workers at once", "the device grants \(limit) I/O queues, one for each worker",
                fix: "use fewer workers, or jobs one after the other (stonewall)")
        }
    }

    /// What one worker writes while another reads it cannot be verified: nobody knows which came first.
    private static func checkOverlaps(_ jobs: [Job]) throws {
        for (index, job) in jobs.enumerated() {
            for other in jobs.dropFirst(index + 1) where job.settings.namespaceID == other.settings.namespaceID {
                guard job.settings.isDestructive || other.settings.isDestructive, job.overlaps(other) else { continue }
                throw UsageError(
                    "jobs '\(job.settings.name)' and '\(other.settings.name)' cannot be verified: they use the same blocks "
                        + "at the same time; give each a region of its own, or let one wait (stonewall)")
            }
        }
    }

    private var groups: [[Job]] {
        jobs.isEmpty ? [] : (0...jobs[jobs.count - 1].group).map { group in jobs.filter { $0.group == group } }
    }

    /// Runs to the end, or until Ctrl-C; shows progress on standard error meanwhile.
    ///
    /// A group whose device failed is the last one; a note tells of the jobs that did not run.
    func perform() throws -> PerformanceReport {
        Interruption.onInterrupt { [weak self] in self?.interrupt() }
        let startedAt = Date().ISO8601Format()
        var done: [PerformanceReport.Job] = []
        for group in groups {
            guard done.allSatisfy(\.isSuccess), var results = try start(group, behind: done)?[...] else { break }
            for job in group {
                done.append(
                    PerformanceReport.Job(
                        name: job.settings.name, namespaceID: job.settings.namespaceID,
                        workers: Array(results.prefix(job.workers.count)), group: job.group))
                results = results.dropFirst(job.workers.count)
            }
        }
        return report(done, startedAt)
    }

    /// The results of a group; nil when Ctrl-C came first, or when it could not run and others have results already.
    private func start(_ group: [Job], behind done: [PerformanceReport.Job]) throws -> [WorkloadResult]? {
        do {
            return try run(group.flatMap(\.workers), of: group[0].settings)
        } catch {
            guard !done.isEmpty else { throw error }
            state.withLock { $0.failure = error }
            return nil
        }
    }

    /// Starts workers together and returns their results; nil when Ctrl-C came first.
    ///
    /// - Parameter settings: whose parameters an error is about.
    func run(_ workers: [IOWorker], of settings: JobSettings) throws -> [WorkloadResult]? {
        let isWanted = state.withLock { state in
            if !state.isInterrupted { state.workers = workers }
            return !state.isInterrupted
        }
        guard isWanted else { return nil }
        do {
            try IOWorker.start(together: workers)
        } catch let error as WorkloadError {
            throw settings.refusal(error)
        }
        ProgressMonitor(workers: workers).watch()
        return try workers.map { try $0.wait() }
    }

    private func report(_ done: [PerformanceReport.Job], _ startedAt: String) -> PerformanceReport {
        var report = PerformanceReport(
            tool: .init(version: NVMeTest.configuration.version, startedAt: startedAt), device: device,
            verification: (jobs.map(\.settings.verification).max() ?? .off).name, jobs: done)
        report.isInterrupted = isInterrupted
        report.notes = jobs.flatMap { job in
            (job.settings.notes + job.settings.idleNotes).map { jobs.count > 1 ? "\(job.settings.name): \($0)" : $0 }
        }
        if jobs.contains(where: { Set($0.workers.map(\.workload.region)).count > 1 }) {
            report.notes.append("to be verified, each worker has a part of the region of its own")
        }
        report.notes += report.remarks
        report.notes += jobs.dropFirst(done.count).map { "job '\($0.settings.name)' did not run" }
        report.mismatches = mismatches.descriptions
        return report
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
        let workers = state.withLock { state in
            state.isInterrupted = true
            return state.workers
        }
        for worker in workers { worker.stop() }
        if published.wait(timeout: .now() + 2) == .success { return }
        // A command that is not answered would keep its worker until it times out; without queues it ends at once.
        for job in jobs { try? job.namespace.controller.close() }
        if published.wait(timeout: .now() + 10) == .timedOut {
            Terminal.printError("nvmetest: the workers did not end in time; there are no results\n")
        }
    }
}
