import Testing

@testable import NVMeWorkload

/// The seconds of a run, ticked by hand: 1000 ticks are a second.
@Suite struct RecorderTests {
    private func recorder(rampUp: Duration = .zero) -> Recorder {
        var workload = Workload()
        workload.rampUp = rampUp
        var recorder = Recorder(workload, control: WorkerControl(), ticksPerSecond: 1000)
        recorder.begin(at: 5000)
        return recorder
    }

    @Test func idleTimeInProgressCountsUpToTheSecondsEnd() {
        var recorder = recorder()
        recorder.tick(6001, idle: IdleTime(ended: 100, openSince: 5800))
        #expect(recorder.seconds.map(\.cpuUsage) == [0.7])
    }

    @Test func idleTimeBehindTheSecondsEndBelongsToTheNext() {
        var recorder = recorder()
        recorder.tick(6300, idle: IdleTime(ended: 0, openSince: 5900))
        // The period ends at 6300: 100 ticks of it lie in the first second and 300 in the next.
        recorder.tick(7000, idle: IdleTime(ended: 400))
        #expect(recorder.seconds.map(\.cpuUsage) == [0.9, 0.7])
    }

    @Test func secondsOfOneLongWaitAreAllIdle() {
        var recorder = recorder()
        recorder.tick(8500, idle: IdleTime(ended: 0, openSince: 5000))
        #expect(recorder.seconds.map(\.cpuUsage) == [0, 0, 0])
    }

    @Test func busySecondsAreBusy() {
        var recorder = recorder()
        recorder.tick(7000, idle: IdleTime(ended: 0))
        #expect(recorder.seconds.map(\.cpuUsage) == [1, 1])
    }

    @Test func secondsAddUpToTheWholeRun() {
        var recorder = recorder()
        var ended: UInt64 = 0
        // Idle for 300 of every 700 ticks.
        for start in stride(from: UInt64(5000), to: 15_500, by: 700) {
            recorder.tick(start + 300, idle: IdleTime(ended: ended, openSince: start))
            ended += 300
            recorder.tick(start + 700, idle: IdleTime(ended: ended))
        }
        let idle = recorder.seconds.prefix(7).reduce(0) { $0 + 1 - $1.cpuUsage }
        #expect(abs(idle - 3) < 1e-9)
    }

    @Test func idleTimeOfTheRampUpIsNotTheRuns() {
        var recorder = recorder(rampUp: .seconds(1))
        recorder.tick(6200, idle: IdleTime(ended: 0, openSince: 5500))
        #expect(recorder.idleBefore == 500)
        #expect(recorder.measuredFrom == 6000)
        #expect(recorder.seconds.isEmpty)
    }
}
