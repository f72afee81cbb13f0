import NVMeReport
import NVMeWorkload
import Testing

/// Expects a worker to have ended like this, without an error status, and its figures to agree with each other.
///
/// How fast the device was is not judged.
public func expectSound(
    _ result: WorkloadResult, ends outcome: WorkloadOutcome = .finished,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    func expect(_ isTrue: Bool, _ complaint: @autoclosure () -> String) {
        if !isTrue { Issue.record(Comment(rawValue: complaint()), sourceLocation: sourceLocation) }
    }
    expect(result.outcome == outcome, "expected a worker that \(outcome.sentence), got: \(result.outcome.sentence)")
    let first = result.firstError.map { ", the first: \($0.code.name) (\($0.code.pair))" } ?? ""
    expect(result.errors == 0, "\(result.errors) commands ended with an error status\(first)")
    expect(
        result.latency.count == result.completed,
        "\(result.completed) commands completed, but \(result.latency.count) latencies were recorded")
    let percentiles = [50, 90, 99, 99.9, 99.99].map { result.latency.percentile($0) }
    expect(percentiles == percentiles.sorted(), "percentiles fall: \(percentiles) ns")
    // Buckets are 1 % wide.
    let inFlight = result.meanInFlight
    let depth = Double(result.configuration.queueDepth)
    expect(
        inFlight <= depth * 1.05 || result.configuration.rampUp > .zero,
        "\(inFlight) commands were in flight on average, but the depth is \(depth)")
}
