import NVMeWorkload
import Testing

/// Rounds that are repeated until they are steady.
@Suite struct SteadyStateRunTests {
    private func run(_ values: [Double], maximum: Int = 25) -> SteadyStateRun<Double> {
        SteadyState().repeatRounds(maximum: maximum, of: { $0 }) { values[min($0, values.count) - 1] }
    }

    @Test func settlingRowStopsAtItsFirstSteadyWindow() {
        let run = run([1000, 600, 300, 150, 101, 100, 99, 100, 101, 100])
        #expect(run.isSteady)
        #expect(run.rounds.count == 9)
        #expect(run.finding?.mean == 100.2)
    }

    @Test func rowThatNeverSettlesStopsAtTheMaximum() {
        let values = (0..<30).map { $0 % 2 == 0 ? 100.0 : 200 }
        let run = run(values, maximum: 12)
        #expect(!run.isSteady)
        #expect(run.rounds.count == 12)
        #expect(run.steadyRounds(window: 5).isEmpty)
    }

    @Test func fewerRoundsThanTheWindowAreNotSteady() {
        let run = run([100], maximum: 3)
        #expect(run.finding == nil)
        #expect(run.values == [100, 100, 100])
    }

    @Test func errorOfARoundEndsTheRun() {
        struct Failure: Error {}
        #expect(throws: Failure.self) {
            try SteadyState().repeatRounds(of: { $0 }) { (number: Int) throws(Failure) -> Double in
                guard number < 3 else { throw Failure() }
                return 1
            }
        }
    }

    @Test func embeddedDriveOnAVirtualClockIsSteadyAtOnce() throws {
        let bench = try Bench("emu:flash?clock=virtual")
        var workload = Workload()
        workload.ioCount = 500
        let run = try SteadyState().repeatRounds(of: bench.namespace, workload)
        #expect(run.isSteady)
        #expect(run.rounds.allSatisfy { $0.completed == 500 })
    }
}
