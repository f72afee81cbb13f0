import NVMeTesting
import Testing

/// What the device tells of its health while it works.
@Suite(.tags(.stress, .mandatory, .admin, .destructive), .requires(.realTime, .randomWrites))
struct TemperatureWhileWriting {
    /// Reference: NVMe Base 2.0 §5.16.1.3 (SMART / Health Information), §5.27.1.3 (Temperature Threshold).
    ///
    /// Steps:
    /// 1. Start a worker that writes 128 KiB sequentially for ten minutes.
    /// 2. Read the SMART log page every second until it ends.
    /// 3. Expect a temperature at which a drive can live, no critical warning but that of the temperature, and counters that
    ///    never fall.
    /// 4. Expect the worker to have finished without errors, and the counter of writes to have grown.
    @Test(.deviceUnderTest) func logPageIsPlausibleEverySecond() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let scale = try DeviceUnderTest.scale
        let period = scale.time(.seconds(1), atLeast: .milliseconds(50))
        let worker = try nvme0n1.ioworker(
            ioSize: .fixed(nvme0n1.blocks(ofBytes: 128 << 10)), lbaRandom: false, readPercentage: 0,
            queueDepth: nvme0n1.queueDepth(for: 32),
            time: scale.time(.seconds(600)), region: scale.region(of: nvme0n1), seed: 1)
        let before = try nvme0.smartLog()
        try worker.start()

        var last = before
        var lines = ["   time   °C      MB/s  critical warning"]
        var progress = worker.progress
        repeat {
            let log = try nvme0.smartLog()
            let celsius = Int(log.compositeTemperature) - 273
            #expect((-40...125).contains(celsius))
            var others = log.criticalWarning
            others.temperatureThreshold = false
            #expect(others == before.criticalWarning)
            #expect(log.hostWriteCommands >= last.hostWriteCommands)
            #expect(log.dataUnitsWritten >= last.dataUnitsWritten)
            last = log
            let now = worker.progress
            lines.append(Self.line(now, since: progress, celsius, log.criticalWarning))
            progress = now
        } while worker.wait(atMost: period) == nil

        let result = try worker.wait()
        expectSound(result)
        #expect(try nvme0.smartLog().hostWriteCommands > before.hostWriteCommands)
        var table = WorkloadTable("sequential write")
        table.add("all", result)
        try table.log()
        try DeviceUnderTest.log(lines)
    }

    private static func line(
        _ now: WorkerProgress, since earlier: WorkerProgress, _ celsius: Int, _ warning: CriticalWarning
    ) -> String {
        func cell(_ value: Int64, _ width: Int) -> String {
            let text = "\(value)"
            return String(repeating: " ", count: max(0, width - text.count)) + text
        }
        let rate = now.rates(since: earlier).bandwidth / 1e6
        return cell(Int64(now.elapsed / .milliseconds(1)), 4) + " ms" + cell(Int64(celsius), 5)
            + cell(Int64(rate), 10) + "  " + String(warning.rawValue, radix: 2)
    }
}
