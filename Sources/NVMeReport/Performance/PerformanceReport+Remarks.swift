import NVMeWorkload

extension PerformanceReport {
    /// What a reader of the figures has to know to take them for what they are; one line each.
    public var remarks: [String] {
        jobs.flatMap { job in
            let figures = Measurement(job.workers)
            let found = [Self.stall(figures), Self.overrun(job, figures), Self.dataless(figures), locks(job, figures)]
            return found.compactMap(\.self).map { jobs.count > 1 ? "\(job.name): \($0)" : $0 }
        }
    }

    /// Fewer commands than these say little of a share.
    private static let fewCommands: UInt64 = 100

    /// One command that took a tenth of the time, and was not one of many: it stands in the percentiles as one of thousands.
    private static func stall(_ figures: Measurement) -> String? {
        let slowest = Double(figures.latency.maximum) / 1e9
        let share = figures.duration > .zero ? slowest / figures.duration.inSeconds : 0
        guard figures.completed >= fewCommands, share >= 0.1, slowest * 1e9 >= 20 * figures.latency.mean else {
            return nil
        }
        return
            "the slowest command took \(Figures.duration(slowest)), \(Figures.decimal(min(100, share * 100), places: 0)) % of the "
            + "time measured: IOPS and bandwidth are those of the whole time, stall included"
    }

    /// The rate is taken over the whole duration, and that of a timed worker lasts until its last command has completed.
    private static func overrun(_ job: Job, _ figures: Measurement) -> String? {
        guard let time = job.workers.compactMap(\.configuration.time).max(), figures.duration > time * 1.1,
            figures.duration - time > .milliseconds(100)
        else { return nil }
        return
            "measured for \(Figures.duration(figures.duration.inSeconds)) instead of \(Figures.duration(time.inSeconds)): the last "
            + "commands took that long, and IOPS and bandwidth are those of the whole time"
    }

    /// Flushes beside reads are commands, but no transfers.
    private static func dataless(_ figures: Measurement) -> String? {
        let without = figures.completions.filter { !$0.key.movesBlocks && $0.value > 0 }
        guard !without.isEmpty, without.count < figures.completions.count else { return nil }
        let names = without.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\(Figures.grouped($0.value)) \($0.key.name)" }
        return "IOPS and latencies count \(names.joined(separator: ", ")), which move no blocks; the bandwidth does not"
    }

    /// Commands for the same blocks wait for each other where their data is checked, so that a small region keeps few in flight.
    private func locks(_ job: Job, _ figures: Measurement) -> String? {
        let depth = job.workers.reduce(0) { $0 + $1.configuration.queueDepth }
        let isFree = job.workers.allSatisfy { $0.configuration.isFree }
        guard verification != "off", isFree,
            figures.completed >= UInt64(clamping: depth).multipliedReportingOverflow(by: 20).partialValue,
            figures.meanInFlight < 0.75 * Double(depth)
        else { return nil }
        return
            "\(Figures.decimal(figures.meanInFlight, places: 1)) of \(depth) commands were in flight on average: verified commands "
            + "for the same blocks wait for each other; a larger region keeps more of them in flight"
    }
}

extension Workload {
    /// Nothing but the device and the depth limits how many commands are in flight.
    fileprivate var isFree: Bool { iops == nil && rateSteps.isEmpty && thinkTime <= .zero && sequence == nil }
}
