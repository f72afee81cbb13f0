import NVMeSpec

/// Device self-test: the operation and its results (NVMe Base 2.0 §5.9, §5.16.1.7, §8.6).
struct SelfTest {
    private struct Entry {
        var code: SelfTestCode
        var result: SelfTestResult
        var powerOnHours: UInt64
        var nsid: UInt32
    }

    /// The running test: what it tests, and the device's time of its begin and its end.
    private struct Run {
        var code: SelfTestCode
        var nsid: UInt32
        var number: UInt32
        var began: UInt64
        var ends: UInt64
    }

    private var running: Run?
    /// Device time at which the power went.
    private var suspended: UInt64 = 0
    private var results: [Entry] = []
    private var lastNumber: UInt32 = 0

    var isRunning: Bool { running != nil }

    mutating func start(code: SelfTestCode, nsid: UInt32, _ controller: EmulatedController) {
        let latency = controller.profile.latency
        let duration = code == .short ? latency.shortSelfTest : latency.extendedSelfTest
        let now = controller.clock.now
        lastNumber &+= 1
        let test = Run(code: code, nsid: nsid, number: lastNumber, began: now, ends: now &+ duration)
        running = test
        schedule(test, controller)
    }

    private func schedule(_ test: Run, _ controller: EmulatedController) {
        controller.timedEvents.insert(
            TimedEvent(
                due: test.ends, generation: controller.engine.pointee.generation, kind: .selfTestEnd,
                subject: test.number))
    }

    /// Ends the running test with a result; nothing happens when none runs.
    mutating func finish(_ result: SelfTestResult, _ controller: EmulatedController) {
        guard let test = running else { return }
        running = nil
        results.insert(
            Entry(code: test.code, result: result, powerOnHours: controller.powerOnHours, nsid: test.nsid), at: 0)
        if results.count > 20 { results.removeLast() }
    }

    mutating func ended(_ number: UInt32, _ controller: EmulatedController) {
        if running?.number == number { finish(.completed, controller) }
    }

    /// A controller level reset ends a short test; an extended one goes on.
    mutating func controllerReset(_ controller: EmulatedController) {
        if running?.code == .short { finish(.abortedByReset, controller) }
    }

    /// Format NVM begins: it ends the test of a namespace that it formats (NVMe Base 2.1 §8.1.7, figure 596).
    mutating func formatBegins(nsid: UInt32, _ controller: EmulatedController) {
        guard let test = running, test.nsid != 0 else { return }
        if nsid == .max || test.nsid == .max || test.nsid == nsid { finish(.abortedByFormat, controller) }
    }

    /// Power is gone: an extended test stands still.
    mutating func suspend(_ controller: EmulatedController) {
        suspended = controller.clock.now
        controller.timedEvents.removeAll { $0.kind == .selfTestEnd }
    }

    /// Power is back: an extended test goes on where it was.
    mutating func resume(_ controller: EmulatedController) {
        guard var test = running else { return }
        let pause = controller.clock.now &- suspended
        test.began &+= pause
        test.ends &+= pause
        running = test
        schedule(test, controller)
    }

    /// The Device Self-test log page.
    func logPage(now: UInt64) -> [UInt8] {
        var log = DeviceSelfTestLog()
        if let test = running {
            log.currentOperation = test.code.rawValue
            let span = max(1, test.ends &- test.began)
            log.currentCompletion = UInt8(min(99, (now &- test.began) &* 100 / span))
        }
        let entries = (0..<20).map { index in
            var row = SelfTestResultEntry()
            row.status.result = .entryUnused
            guard index < results.count else { return row }
            row.status.code = results[index].code
            row.status.result = results[index].result
            row.powerOnHours = results[index].powerOnHours
            row.namespaceID = results[index].nsid
            return row
        }
        log.results = FieldArray(entries)
        return log.bytes
    }
}

/// Device Self-test (NVMe Base 2.0 §5.9).
enum SelfTestCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let code = request.sqe.cdw10[as: DeviceSelfTestDword10.self].code
        let isKnown = request.nsid == 0 || request.nsid == .max || controller.namespace(request.nsid) != nil
        guard isKnown else { return .failure(.invalidNamespaceOrFormat) }
        switch code {
        case .short, .extended:
            guard !controller.selfTest.isRunning else { return .failure(.deviceSelfTestInProgress) }
            controller.selfTest.start(code: code, nsid: request.nsid, controller)
            return .success
        case .abort:
            controller.selfTest.finish(.abortedByCommand, controller)
            return .success
        default: return .failure(.invalidField)
        }
    }
}

extension EmulatedController {
    func selfTestEnded(_ event: TimedEvent) { selfTest.ended(event.subject, self) }
}
