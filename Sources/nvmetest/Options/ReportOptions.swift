import ArgumentParser
import Foundation
import NVMe
import NVMeReport

/// Where the results go besides standard output, and what they must reach.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write a page with plots, which needs no network.", valueName: "file"))
    var html: String?

    @Option(
        help: ArgumentHelp(
            "Write the latency distribution: FILE.hgrm, .hlog (HdrHistogram) or .csv.", valueName: "file"))
    var histogram: String?

    @Option(
        help: ArgumentHelp(
            "End with 1 unless these hold, e.g. 'iops>=1M,p99<200us,errors==0,bandwidth>=2GB/s'.",
            valueName: "thresholds"))
    var require: [String] = []

    /// The thresholds, understood before anything runs.
    func thresholds() throws -> [Threshold] {
        do {
            return try require.flatMap { try Threshold.parse($0) }
        } catch {
            throw UsageError("--require: \(error)")
        }
    }

    func validate() throws {
        if let histogram, HistogramFormat(path: histogram) == nil {
            throw ValidationError("--histogram takes a file that ends in .hgrm, .hlog or .csv, not '\(histogram)'")
        }
        for path in [html, histogram].compactMap(\.self) {
            let folder = URL(filePath: path).deletingLastPathComponent().path
            guard FileManager.default.fileExists(atPath: folder) else {
                throw ValidationError("'\(folder)' for '\(path)' does not exist; create it first")
            }
        }
    }

    /// Judges the results, prints them, writes the files, and lets an interrupted run go on to its end.
    ///
    /// Throws what kept a file from being written or a group of jobs from running, `ExitCode` 1 for a result that is no success.
    func publish(_ result: inout PerformanceReport, of run: WorkloadRun, _ print: (PerformanceReport) -> Void) throws {
        result.judge(try thresholds())
        print(result)
        let failures = write(result) + [run.failure].compactMap(\.self)
        // The last one is said where all errors are, unless the program ends before it comes there.
        for failure in run.isInterrupted ? failures[...] : failures.dropLast() {
            Terminal.printError("nvmetest: \(Program.inOptions("\(failure)"))\n")
        }
        run.finish()
        if let failure = failures.last { throw failure }
        if !result.isSuccess { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    /// Writes every file that can be written; the errors of the others.
    private func write(_ report: PerformanceReport) -> [any Error] {
        var failures: [any Error] = []
        func attempt(_ path: String, _ text: String) {
            do { try AtomicFile.write(text, to: path) } catch { failures.append(error) }
        }
        if let html { attempt(html, report.html) }
        if let histogram, let format = HistogramFormat(path: histogram) {
            attempt(histogram, format.text(report.total))
        }
        return failures
    }
}
