import NVMe
import NVMeReport
import NVMeWorkload

/// A region written once and read back, past the first mismatch until enough of them are known.
struct VerificationRun {
    let run: WorkloadRun
    /// The reading ends when so many blocks differ.
    let limit: Int

    /// - Parameter settings: the writing; a sequential pass over a region.
    init(_ settings: JobSettings, on device: DrivenDevice, limit: Int) throws {
        var reading = settings
        reading.name = "read"
        reading.access = AccessMode(isRandom: false, operations: [.read: 100])
        reading.waits = true
        self.limit = limit
        run = try WorkloadRun([settings, reading], on: device, mismatchLimit: limit)
    }

    func perform() throws -> PerformanceReport {
        var report = try run.perform()
        while let worker = try nextWorker(report), let results = try run.run([worker], of: run.jobs[1].settings),
            let result = results.first
        {
            report.jobs[1].workers[0] = report.jobs[1].workers[0].followed(by: result)
            guard result.outcome == .finished || result.outcome == .dataMismatch else { break }
        }
        report.isInterrupted = run.isInterrupted
        report.mismatches = run.mismatches.descriptions
        if run.mismatches.count >= limit {
            report.notes.append("reading ended at \(run.mismatches.count) blocks; --mismatches goes on to more")
        }
        report.notes += run.mismatches.unverified.notes
        return report
    }

    /// The first mismatch ends a worker; this one reads what it has left. nil when there is nothing left, or no need to go on.
    private func nextWorker(_ report: PerformanceReport) throws -> IOWorker? {
        guard let job = run.jobs.last, report.jobs.count == run.jobs.count,
            let result = report.jobs.last?.workers.first,
            result.outcome == .dataMismatch, run.mismatches.count < limit, let region = result.configuration.region
        else { return nil }
        // All commands that were sent have completed, in whatever order: the next one is behind the last of them.
        let size = UInt64(result.configuration.ioSize.largest)
        let first = region.lowerBound + result.completed * size
        guard first < region.upperBound else { return nil }
        var workload = result.configuration
        workload.region = first..<region.upperBound
        // One pass over what is left.
        workload.ioCount = nil
        return try IOWorker([job.namespace], workload)
    }
}
