import CNVMeHost
import Synchronization

/// A QEMU process and the bus inside it, for any number of threads; starts it, notices its death, starts it again.
final class QEMUMachine: FunctionAccess {
    private enum Phase {
        case running(ChildProcess, QEMUBus)
        /// Removed, without power, or dead: reads as all ones.
        case absent
        case closed
    }

    let address: String
    private let options: QEMUOptions
    private let memory: DMAPool
    private let firmware: OwnedDescriptor
    private let media: [OwnedDescriptor]
    private let barSizes: [Int]
    private let phase: Mutex<Phase>
    /// Of an access, in nanoseconds; nil is that of the start.
    private let answerLimit = Mutex<UInt64?>(nil)

    /// Memory and media outlive the process, so that it can lose its power.
    init(_ options: QEMUOptions, address: String, memory: DMAPool) throws(PCIeError) {
        self.address = address
        self.options = options
        self.memory = memory
        firmware = try SleepingFirmware.makeFile()
        var media: [OwnedDescriptor] = []
        for namespace in options.namespaces {
            media.append(try namespace.openMedia())
        }
        self.media = media
        let launch = QEMULaunch(
            options: options, address: address, memory: memory, firmware: firmware, media: media)
        let (process, bus) = try launch.start()
        barSizes = bus.barSizes
        phase = Mutex(.running(process, bus))
    }

    // MARK: Life

    /// The process; nil while there is none.
    var process: ChildProcess? {
        phase.withLock { if case .running(let process, _) = $0 { process } else { nil } }
    }

    var isPresent: Bool {
        phase.withLock {
            guard case .running(let process, let bus) = $0 else { return false }
            return bus.qtest.isConnected && process.isRunning
        }
    }

    /// Ends the process; the function reads as all ones from then on.
    func remove() {
        phase.withLock {
            guard case .running(let process, _) = $0 else { return }
            process.kill()
            $0 = .absent
        }
    }

    /// Starts a new process over the old memory and media, unless one is running.
    func start() throws(PCIeError) {
        try phase.withLock { phase throws(PCIeError) in
            switch phase {
            case .running(let process, let bus) where bus.qtest.isConnected && process.isRunning: return
            case .running, .absent: break
            case .closed: throw .closed(address: address)
            }
            phase = .absent
            let launch = QEMULaunch(
                options: options, address: address, memory: memory, firmware: firmware, media: media)
            let (process, bus) = try launch.start()
            if let limit = answerLimit.withLock({ $0 }) { bus.qtest.timeLimitNanoseconds = limit }
            phase = .running(process, bus)
        }
    }

    func limitAnswers(to limit: Duration) {
        let nanoseconds = UInt64(min(limit / .nanoseconds(1), 9e18))
        answerLimit.withLock { $0 = nanoseconds }
        phase.withLock { if case .running(_, let bus) = $0 { bus.qtest.timeLimitNanoseconds = nanoseconds } }
    }

    func close() {
        phase.withLock {
            if case .running(let process, _) = $0 { process.kill() }
            $0 = .closed
        }
    }

    // MARK: Accesses

    func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32 {
        try width.checkConfiguration(offset: offset)
        let absent = UInt32(truncatingIfNeeded: width.allOnes)
        return try withBus(absent: absent) { bus throws(QTest.Failure) in
            try bus.readConfiguration(offset, width)
        }
    }

    func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try width.checkConfiguration(offset: offset)
        try withBus(absent: ()) { bus throws(QTest.Failure) in
            try bus.writeConfiguration(offset, value, width)
        }
    }

    func size(ofBAR bar: Int) -> Int {
        barSizes.indices.contains(bar) ? barSizes[bar] : 0
    }

    func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64 {
        try width.check("register offset", offset: offset, limit: size(ofBAR: bar))
        return try withBus(absent: width.allOnes) { bus throws(QTest.Failure) in
            guard let base = bus.barAddresses[bar] else { return width.allOnes }
            return try bus.qtest.read(base + UInt64(offset), width)
        }
    }

    func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try width.check("register offset", offset: offset, limit: size(ofBAR: bar))
        try withBus(absent: ()) { bus throws(QTest.Failure) in
            guard let base = bus.barAddresses[bar] else { return }
            try bus.qtest.write(base + UInt64(offset), value, width)
        }
    }

    /// Resets the function and restores its configuration space in one go: nobody sees the state between.
    func reset(_ kind: ResetKind) throws(PCIeError) {
        let express = kind == .functionLevel ? try offset(of: CapabilityID.pciExpress) : nil
        try withBus(absent: ()) { bus throws(QTest.Failure) in
            switch (kind, express) {
            case (.hot, _): try bus.resetBus()
            case (.functionLevel, let express?):
                let control = try bus.readConfiguration(express + 8, .word)
                try bus.writeConfiguration(express + 8, control | 1 << 15, .word)
                try bus.setUpFunction()
            case (.functionLevel, nil): break
            }
        }
    }

    /// Runs `body` with the bus, alone; gives `absent` when there is none, or when QEMU dies meanwhile.
    private func withBus<Result: Sendable>(
        absent: Result, _ body: (inout QEMUBus) throws(QTest.Failure) -> Result
    ) throws(PCIeError) -> Result {
        try phase.withLock { phase throws(PCIeError) in
            switch phase {
            case .closed: throw .closed(address: address)
            case .absent: return absent
            case .running(let process, var bus):
                do throws(QTest.Failure) {
                    let result = try body(&bus)
                    phase = .running(process, bus)
                    return result
                } catch {
                    // After a failure nobody knows which answer belongs to which question.
                    process.kill()
                    phase = .absent
                    switch error {
                    case .hungUp: return absent
                    case .timedOut: throw .transport(address: address, problem: "QEMU did not answer in time")
                    case .refused(let text): throw .transport(address: address, problem: "QEMU answered '\(text)'")
                    }
                }
            }
        }
    }
}
