import NVMeSpec

/// Device self-test: the operation and its results (NVMe Base 2.0 §5.9, §5.16.1.7, §8.6).
struct SelfTest {
    enum Result: UInt8 {
        case passed = 0x0
        case byCommand = 0x1
        case byControllerReset = 0x2
        case byFormat = 0x4
        case bySanitize = 0x9
    }

    private struct Entry {
        var code: UInt8
        var result: Result
        var powerOnHours: UInt64
        var nsid: UInt32
    }

    private static let shortTest: UInt8 = 1
    /// The running test: what it tests, and the device's time of its begin and its end.
    private struct Run {
        var code: UInt8
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

    mutating func start(code: UInt8, nsid: UInt32, _ controller: EmulatedController) {
        let latency = controller.profile.latency
        let duration = code == Self.shortTest ? latency.shortSelfTest : latency.extendedSelfTest
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
    mutating func finish(_ result: Result, _ controller: EmulatedController) {
        guard let test = running else { return }
        running = nil
        results.insert(
            Entry(code: test.code, result: result, powerOnHours: controller.powerOnHours, nsid: test.nsid), at: 0)
        if results.count > 20 { results.removeLast() }
    }

    mutating func ended(_ number: UInt32, _ controller: EmulatedController) {
        if running?.number == number { finish(.passed, controller) }
    }

    /// A controller level reset ends a short test; an extended one goes on.
    mutating func controllerReset(_ controller: EmulatedController) {
        if running?.code == Self.shortTest { finish(.byControllerReset, controller) }
    }

    /// Format NVM begins: it ends the test of a namespace that it formats (NVMe Base 2.1 §8.1.7, figure 596).
    mutating func formatBegins(nsid: UInt32, _ controller: EmulatedController) {
        guard let test = running, test.nsid != 0 else { return }
        if nsid == .max || test.nsid == .max || test.nsid == nsid { finish(.byFormat, controller) }
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
        var page = ByteLayout(count: 564)
        if let test = running {
            page.put(test.code, at: 0)
            let span = max(1, test.ends &- test.began)
            page.put(UInt8(min(99, (now &- test.began) &* 100 / span)), at: 1)
        }
        for index in 0..<20 {
            let base = 4 + 28 * index
            guard index < results.count else {
                // 1111b: this entry holds no result.
                page.put(UInt8(0xF), at: base)
                continue
            }
            let entry = results[index]
            page.put(entry.code << 4 | entry.result.rawValue, at: base)
            page.put(entry.powerOnHours, at: base + 4)
            page.put(entry.nsid, at: base + 12)
        }
        return page.bytes
    }
}

/// Device Self-test (NVMe Base 2.0 §5.9).
enum SelfTestCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let code = UInt8(request.sqe.cdw10 & 0xF)
        let isKnown = request.nsid == 0 || request.nsid == .max || controller.namespace(request.nsid) != nil
        guard isKnown else { return .failure(.invalidNamespaceOrFormat) }
        switch code {
        case 0x1, 0x2:
            guard !controller.selfTest.isRunning else { return .failure(.deviceSelfTestInProgress) }
            controller.selfTest.start(code: code, nsid: request.nsid, controller)
            return .success
        case 0xF:
            controller.selfTest.finish(.byCommand, controller)
            return .success
        default: return .failure(.invalidField)
        }
    }
}

extension EmulatedController {
    func selfTestEnded(_ event: TimedEvent) { selfTest.ended(event.subject, self) }
}
