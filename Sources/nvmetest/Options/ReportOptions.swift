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
    /// Throws `EnvironmentError` for a file that could not be written, `ExitCode` 1 for a result that is no success.
    func publish(_ result: inout PerformanceReport, of run: WorkloadRun, _ print: (PerformanceReport) -> Void) throws {
        result.judge(try thresholds())
        print(result)
        let written = Result { [result] in try write(result) }
        run.finish()
        try written.get()
        if !result.isSuccess { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    private func write(_ report: PerformanceReport) throws {
        if let html { try AtomicFile.write(report.html, to: html) }
        if let histogram, let format = HistogramFormat(path: histogram) {
            try AtomicFile.write(format.text(report.total), to: histogram)
        }
    }
}
