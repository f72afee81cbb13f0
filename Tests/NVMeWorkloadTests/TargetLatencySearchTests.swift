import NVMeSpec
import NVMeWorkload
import Testing

/// The search for the highest rate within a latency limit, on devices that are functions.
@Suite struct TargetLatencySearchTests {
    private typealias Sample = TargetLatencySearch.Sample

    /// A queue that saturates at 100,000 commands per second: 10 µs of service, and waiting that grows without bound.
    private func saturating(_ rate: Int?, noise: Double = 1) -> Sample {
        guard let rate, rate < 100_000 else { return Sample(iops: 100_000, latency: .milliseconds(20)) }
        let nanoseconds = 10_000 / (1 - Double(rate) / 100_000) * noise
        return Sample(iops: Double(rate), latency: .nanoseconds(Int64(nanoseconds)))
    }

    @Test func bestRateLiesAtTheBorder() throws {
        // 50 µs are reached at 80,000 commands per second.
        let finding = try TargetLatencySearch(limit: .microseconds(50)).search { saturating($0) }
        let rate = try #require(finding.best?.rate)
        #expect(finding.end == .found)
        #expect(rate <= 80_000 && rate > 78_000)
    }

    @Test func givenHighestRateStandsForTheFreeRun() throws {
        let finding = try TargetLatencySearch(limit: .microseconds(50), rates: 1000...90_000).search { saturating($0) }
        #expect(finding.rounds.allSatisfy { $0.rate != nil })
        #expect((78_000...80_000).contains(finding.best?.rate ?? 0))
    }

    @Test func noiseCostsPrecisionButNeverALimit() throws {
        var random = SystemRandomNumberGenerator()
        let finding = try TargetLatencySearch(limit: .microseconds(50)).search {
            saturating($0, noise: .random(in: 0.9...1.1, using: &random))
        }
        let best = try #require(finding.best)
        #expect(best.sample.latency <= .microseconds(50))
        #expect((76_000...83_000).contains(best.rate ?? 0))
    }

    @Test func limitThatIsNeverMetEndsAfterTwoRounds() throws {
        let finding = try TargetLatencySearch(limit: .microseconds(5)).search { saturating($0) }
        #expect(finding.end == .neverMet)
        #expect(finding.best == nil)
        #expect(finding.rounds.count == 2)
    }

    @Test func limitThatIsAlwaysMetEndsWithTheFreeRun() throws {
        let finding = try TargetLatencySearch(limit: .seconds(1)).search { saturating($0) }
        #expect(finding.end == .alwaysMet)
        #expect(finding.rounds.map(\.rate) == [nil])
    }

    @Test func roundsAreBounded() throws {
        let search = try TargetLatencySearch(limit: .microseconds(50), precision: 0.001, maximumRounds: 5)
        let finding = search.search { saturating($0) }
        #expect(finding.end == .roundsUsedUp)
        #expect(finding.rounds.count == 5)
    }

    @Test func rateThatTheDeviceDoesNotReachIsNotKept() throws {
        let finding = try TargetLatencySearch(limit: .seconds(1), rates: 1000...200_000).search { rate in
            Sample(iops: min(Double(rate ?? 0), 50_000), latency: .microseconds(10))
        }
        #expect((49_000...53_000).contains(finding.best?.rate ?? 0))
    }

    @Test func errorOfARoundEndsTheSearch() throws {
        struct Failure: Error {}
        let search = try TargetLatencySearch(limit: .seconds(1))
        #expect(throws: Failure.self) {
            try search.search { (_: Int?) throws(Failure) -> TargetLatencySearch.Sample in throw Failure() }
        }
    }

    @Test func unusableParametersAreNamed() {
        func refused(_ make: () throws(WorkloadError) -> TargetLatencySearch) -> String? {
            do throws(WorkloadError) {
                _ = try make()
                return nil
            } catch { return error.parameter }
        }
        #expect(refused { () throws(WorkloadError) in try .init(percentile: 100, limit: .seconds(1)) } == "percentile")
        #expect(refused { () throws(WorkloadError) in try .init(limit: .zero) } == "limit")
        #expect(refused { () throws(WorkloadError) in try .init(limit: .seconds(1), lowest: 0) } == "rates")
        #expect(refused { () throws(WorkloadError) in try .init(limit: .seconds(1), rates: 1...Int.max) } == "rates")
        #expect(refused { () throws(WorkloadError) in try .init(limit: .seconds(1), precision: 0) } == "precision")
        #expect(
            refused { () throws(WorkloadError) in try .init(limit: .seconds(1), maximumRounds: 1) } == "maximumRounds")
    }

    @Test func embeddedDriveIsSearchedOnItsVirtualClock() throws {
        let bench = try Bench("emu:flash?clock=virtual")
        var workload = Workload()
        workload.ioCount = 300
        workload.queueDepth = 7
        workload.seed = 1
        // A read takes 71 µs and up to a fifth more: seven at a time are fewer than 100,000 in a second.
        let search = try TargetLatencySearch(limit: .microseconds(120), lowest: 1000, precision: 0.05)
        let finding = try search.search(bench.namespace, workload)
        let best = try #require(finding.best)
        #expect(best.sample.latency <= .microseconds(120))
        #expect(best.sample.iops > 5000 && best.sample.iops < 120_000)
    }

    @Test func roundThatFailsOnTheDeviceIsReportedWithItsResult() throws {
        let bench = try Bench("emu:small?clock=virtual")
        try bench.writeUncorrectable(lba: 0, count: 1)
        var workload = Workload()
        workload.ioCount = 10
        workload.lbaRandom = false
        let search = try TargetLatencySearch(limit: .seconds(1))
        let failure = #expect(throws: RoundFailure.self) { try search.search(bench.namespace, workload) }
        #expect(failure?.result.firstError?.code == .unrecoveredReadError)
    }
}
