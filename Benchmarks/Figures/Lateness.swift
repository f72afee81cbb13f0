import CNVMeHost
import Foundation
import NVMe
import NVMeWorkload

/// How late commands are sent at 100,000 a second.
extension Figures {
    private static let runs = 10
    private static let commandsPerRun = 8_000
    private static let interval = 10_000.0

    static func throttled() throws {
        // What the machine does to a loop that does nothing else: interrupts, other tenants.
        report("a bare loop", bareLoop())
        report("worker, device in its thread", try (0..<runs).flatMap { _ in try workerLateness(echo: true) })
        report("worker, device in a thread", try (0..<runs).flatMap { _ in try workerLateness(echo: false) })
    }

    private static func report(_ name: String, _ lateness: [Double]) {
        guard !lateness.isEmpty else { return print("100 k/s, \(name): the command log is empty") }
        let sorted = lateness.sorted()
        for (share, label) in [(0.5, "p50"), (0.99, "p99"), (0.999, "p99.9"), (1, "latest")] {
            let value = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
            report("100 k/s, \(name): late, \(label)", value / 1000, "µs", limit: 50)
        }
    }

    /// Nanoseconds, one for each time that has come.
    private static func bareLoop() -> [Double] {
        let start = Double(nvme_monotonic_nanoseconds())
        return (0..<runs * commandsPerRun).map { number in
            let due = start + Double(number) * interval
            var now = 0.0
            repeat { now = Double(nvme_monotonic_nanoseconds()) } while now < due
            return now - due
        }
    }

    /// Nanoseconds, one for each command of a short run, by the time stamps of the command log.
    private static func workerLateness(echo: Bool) throws -> [Double] {
        let device = try Device.open("emu:null")
        defer { device.close() }
        let controller = Controller(echo ? EchoFunction(device) : device)
        try controller.initialise()
        let namespace = try controller.namespace(1)
        // The log holds at least twice as many commands as the queue does: nobody has to read it while the worker runs.
        _ = try namespace.ioworker(queueDepth: 4095, ioCount: commandsPerRun, iops: Int(1e9 / interval)).run()
        let entries = controller.commandLogs.filter { $0.queueID > 0 }.flatMap { $0.entries() }
        try controller.close()
        // Command n is due n intervals after the start, and none is early: the start is the earliest that any of them admits.
        let starts = entries.map { Double($0.submittedNanoseconds) - Double($0.number) * interval }
        let start = starts.min() ?? 0
        return starts.map { $0 - start }
    }
}
