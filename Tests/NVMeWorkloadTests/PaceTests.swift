import Testing

@testable import NVMeWorkload

@Suite struct PaceTests {
    private func due(_ numbers: [UInt64], _ change: (inout Workload) -> Void) -> [UInt64] {
        var workload = Workload()
        change(&workload)
        var pace = Pace(workload, ticksPerSecond: 1_000_000)
        return numbers.map { pace.due($0) }
    }

    @Test func freeRunIsAlwaysDue() { #expect(due([1, 1000]) { _ in } == [0, 0]) }

    @Test func nthCommandIsDueNOverRateSecondsAfterTheStart() {
        #expect(due([1, 2, 10]) { $0.iops = 10 } == [100_000, 200_000, 1_000_000])
    }

    @Test func rateDoesNotDriftOverABillionCommands() {
        #expect(due([3_000_000_000]) { $0.iops = 3 } == [1_000_000_000_000_000])
    }

    @Test func ratesFollowEachOther() {
        let times = due([10, 11, 30]) {
            $0.rateSteps = [RateStep(iops: 10, time: .seconds(1)), RateStep(iops: 20, time: nil)]
        }
        #expect(times == [1_000_000, 1_050_000, 2_000_000])
    }

    @Test func rateBeyondAllCommandsIsNoTrap() {
        let times = due([1, 1000]) {
            $0.rateSteps = [RateStep(iops: .max, time: .seconds(Int64.max)), RateStep(iops: 1, time: nil)]
        }
        #expect(times == [0, 0])
    }

    @Test func timeBeyondAllClocksIsNoTrap() {
        let times = due([1, 2]) {
            $0.sequence = [.seconds(Int64.max), .seconds(-1)].map {
                TimedCommand(time: $0, operation: .read, startingLBA: 0, blocks: 1)
            }
        }
        #expect(times == [.max, .max])
    }

    @Test func sequenceIsDueAtItsOwnTimes() {
        let times = due([1, 2, 3]) {
            $0.sequence = [5, 5, 9].map {
                TimedCommand(time: .milliseconds($0), operation: .read, startingLBA: 0, blocks: 1)
            }
        }
        #expect(times == [5_000, 5_000, 9_000])
    }

    @Test func nothingIsDueBehindTheEndOfASequence() {
        #expect(due([1]) { $0.sequence = [] } == [.max])
    }
}
