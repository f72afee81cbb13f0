import Foundation
import NVMeReport
import NVMeSpec
import Testing

@testable import NVMeWorkload

/// Results that no device is needed for: the same on every machine.
enum Fixture {
    /// A worker that completed `rate` commands of 4 KiB in each of `seconds` seconds, 7 of 10 of them reads.
    static func worker(
        seconds: Int, rate: UInt64 = 100_000, seed: UInt64 = 1, outcome: WorkloadOutcome = .finished, errors: UInt64 = 0
    ) -> WorkloadResult {
        var workload = Workload()
        workload.operations = [.read: 70, .write: 30]
        workload.time = .seconds(seconds)
        workload.queueDepth = 128
        workload.region = 0..<2_097_152
        var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> Double {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Double(random >> 11) / Double(1 << 53)
        }
        let samples = (0..<seconds).map { second in
            sample(rate: rate, second: second, wobble: next(), isSlow: next() > 0.99)
        }
        let total = rate * UInt64(seconds)
        let reads = total * 7 / 10
        return WorkloadResult(
            outcome: outcome, configuration: workload,
            target: WorkloadTarget(
                blocks: 134_217_728, blockSize: 512, maximumTransfer: 131_072, maximumQueueDepth: 1023),
            seed: seed, duration: .seconds(seconds), completions: [.read: reads, .write: total - reads],
            bytesRead: reads * 4096, bytesWritten: (total - reads) * 4096, errors: errors,
            firstError: errors > 0 ? Status(.unrecoveredReadError) : nil, latency: latency(count: total),
            scheduledLatency: nil, cpuUsage: 0.25, seconds: samples, lastCommands: [])
    }

    private static func sample(rate: UInt64, second: Int, wobble: Double, isSlow: Bool) -> SecondSample {
        let factor = (isSlow ? 0.4 : 0.9 + wobble * 0.2) * (second < 3 ? 1.3 : 1)
        let completions = UInt64(Double(rate) * factor)
        let mean = 103_000 / factor
        return SecondSample(
            completions: completions, bytes: completions * 4096, latencyMean: mean, latencyP50: UInt64(mean * 0.9),
            latencyP99: UInt64(mean * (isSlow ? 14 : 2.5 + wobble)), latencyMaximum: UInt64(mean * (20 + wobble * 60)),
            cpuUsage: 0.2 + wobble / 10)
    }

    /// In ticks of 0.4 ns: most around 100 µs, a tail up to 8 ms.
    static func latency(count: UInt64) -> LatencyStatistics {
        var counts = [UInt64](repeating: 0, count: LatencyHistogram.bucketCount)
        var shape: [(nanoseconds: Double, share: Double)] = []
        for step in 0..<60 {
            let distance = (Double(step) - 18) / 8
            shape.append((60_000 + Double(step) * 2_000, exp(-distance * distance / 2)))
        }
        for step in 0..<40 { shape.append((180_000 * pow(1.1, Double(step)), 0.02 * exp(-Double(step) / 4))) }
        let sum = shape.reduce(0) { $0 + $1.share }
        for (nanoseconds, share) in shape {
            counts[LatencyHistogram.bucket(of: UInt64(nanoseconds * 2.5))] += UInt64(Double(count) * share / sum)
        }
        let missing = count - counts.reduce(0, +)
        counts[LatencyHistogram.bucket(of: 250_000)] += missing
        return LatencyStatistics(histogram: LatencyHistogram(counts: counts), nanosecondsPerUnit: 0.4)
    }

    static func report(_ jobs: [PerformanceReport.Job], model: String = "Embedded SSD") -> PerformanceReport {
        PerformanceReport(
            tool: .init(version: "0.1.0", startedAt: "2026-01-02T03:04:05Z"),
            device: .init(address: "emu", model: model, serialNumber: "S1", firmwareRevision: "1.0"),
            verification: "stamp", jobs: jobs)
    }

    static func report(seconds: Int, workers: Int = 1) -> PerformanceReport {
        let workers = (0..<workers).map { worker(seconds: seconds, seed: UInt64($0 + 1)) }
        return report([.init(name: "mix", workers: workers)])
    }
}

/// Compares text with a file in `Golden`; with UPDATE_GOLDEN in the environment, writes the file instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Golden")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(golden.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
    #expect(
        golden == text, "differs from \(name) at: \(difference.map { "\($0.0) | \($0.1)" } ?? "its end")",
        sourceLocation: sourceLocation)
}
