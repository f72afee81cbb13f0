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
    /// Running: its code, namespace, number, and when it began and ends.
    private var running: (code: UInt8, nsid: UInt32, number: UInt32, began: UInt64, ends: UInt64)?
    private var results: [Entry] = []
    private var lastNumber: UInt32 = 0

    var isRunning: Bool { running != nil }

    mutating func start(code: UInt8, nsid: UInt32, _ controller: EmulatedController) {
        let latency = controller.profile.latency
        let duration = code == Self.shortTest ? latency.shortSelfTest : latency.extendedSelfTest
        let now = controller.clock.now
        lastNumber &+= 1
        running = (code, nsid, lastNumber, now, now &+ duration)
        controller.timedEvents.insert(
            TimedEvent(
                due: now &+ duration, generation: controller.engine.pointee.generation, kind: .selfTestEnd,
                subject: lastNumber))
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

    mutating func abort(_ result: Result, _ controller: EmulatedController) { finish(result, controller) }

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
