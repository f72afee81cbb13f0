import CNVMeHost
import Glibc
import NVMeDriver
import NVMeSpec
import PCIExpress
import Synchronization

/// A load generator on its own thread with its own queue pair: parameters in, statistics out.
///
/// ```swift
/// let worker = try nvme0n1.ioworker(ioSize: 8, readPercentage: 70, time: .seconds(10)).start()
/// let temperature = try nvme0.smartLog().compositeTemperature        // the script goes on
/// let result = try worker.wait()
/// ```
///
/// Methods may be called from any thread. In a test with a device under test, a result that nobody looks at fails the test when it
/// tells of an error; see `WorkloadResult`.
public final class IOWorker: Sendable {
    /// What the worker does, as it took effect.
    public let workload: Workload
    /// The namespaces it drives in turn, all of one controller.
    public let namespaces: [Namespace]
    /// What every namespace has room for: the fewest blocks of them, of the largest size.
    public let target: WorkloadTarget
    /// Seed of every random decision.
    public let seed: UInt64

    let control = WorkerControl()
    private let state = Mutex(State.created)
    private let signal = Signal()
    private let isAcknowledged = Atomic(false)

    private enum State {
        case created
        case running
        case finished(WorkloadResult)
    }

    /// Checks the workload against the namespaces; sends nothing but Identify.
    ///
    /// - Parameter namespaces: one or more of the same controller; commands go to them in turn.
    ///
    /// Throws `WorkloadError` for a parameter that cannot be used, and what Identify throws.
    public init(_ namespaces: [Namespace], _ workload: Workload) throws {
        guard let first = namespaces.first else {
            throw WorkloadError(
                parameter: "namespaces", value: "[]", limit: "a worker drives at least one", fix: "name a namespace")
        }
        guard namespaces.allSatisfy({ $0.controller === first.controller }) else {
            throw WorkloadError(
                parameter: "namespaces", value: "of several controllers", limit: "a worker has one queue pair",
                fix: "use one worker for each controller")
        }
        let targets = try namespaces.map { try $0.workloadTarget }
        guard let target = WorkloadTarget(common: targets) else { throw NVMeError.closed }
        var workload = try workload.validated(for: target)
        // As many for each of them.
        if workload.isPass {
            workload.ioCount = workload.ioCount.map { Int(clamping: Int128($0) * Int128(namespaces.count)) }
        }
        self.workload = workload
        self.namespaces = namespaces
        self.target = target
        self.seed = workload.seed ?? UInt64.random(in: 1...UInt64.max)
    }

    /// Reads the geometry of the namespaces again, creates the queue pair and begins. Returns when the first commands are about to be sent.
    ///
    /// Throws `invalidArgument` when called twice, `queueCreation` when there is no queue, and `WorkloadError` for `bufferMemory` when
    /// the buffers do not fit what is left of the controller's DMA memory, or for `namespaces` when these are no longer what the workload
    /// was checked against, as after a format to other blocks.
    @discardableResult
    public func start() throws -> IOWorker {
        try start(behind: nil)
    }

    /// Starts several workers at the same moment, or none: what one of them throws ends those before it, without a command sent.
    public static func start(together workers: [IOWorker]) throws {
        let barrier = StartBarrier()
        defer { barrier.open() }
        var started: [IOWorker] = []
        do {
            for worker in workers {
                _ = try worker.start(behind: barrier)
                started.append(worker)
            }
        } catch {
            // They have sent nothing yet, and end as soon as the barrier opens.
            for worker in started { worker.stop() }
            barrier.open()
            for worker in started { _ = try? worker.wait() }
            throw error
        }
    }

    private func start(behind barrier: StartBarrier?) throws -> IOWorker {
        try state.withLock { state in
            guard case .created = state else {
                throw NVMeError.invalidArgument(
                    name: "worker", value: "started before", limit: "one run", fix: "make a new worker")
            }
            state = .running
        }
        do {
            let run = try WorkerRun(self, barrier: barrier)
            namespaces[0].controller.ledger?.watch(self)
            try WorkerThread.launch {
                Processors.bind(self.workload.processors)
                var result = run.execute()
                result.note(in: self.namespaces[0].controller.ledger)
                self.finish(result)
            }
        } catch {
            finish(WorkerRun.failure(of: self, error: error))
            throw error
        }
        return self
    }

    private func finish(_ result: WorkloadResult) {
        state.withLock { $0 = .finished(result) }
        signal.raise()
    }

    /// Starts no commands until `resume`; outstanding ones complete. The clock of a timed workload goes on.
    public func pause() { control.ask(.pause) }

    /// Goes on after `pause`.
    public func resume() { control.ask(.run) }

    /// Ends the worker once its outstanding commands have completed; `wait` returns what was measured.
    public func stop() { control.ask(.stop) }

    /// Whether the worker is between `start` and its result.
    public var isRunning: Bool {
        state.withLock { if case .running = $0 { true } else { false } }
    }

    /// The result, once there is one.
    public var result: WorkloadResult? {
        state.withLock { if case .finished(let result) = $0 { result } else { nil } }
    }

    /// Waits for the end and returns the result; again and again the same one.
    ///
    /// Throws `invalidArgument` when the worker was never started.
    public func wait() throws -> WorkloadResult {
        if state.withLock({ if case .created = $0 { true } else { false } }) {
            throw NVMeError.invalidArgument(
                name: "worker", value: "not started", limit: "a started worker has a result", fix: "call start() first")
        }
        signal.wait()
        guard let result else { throw NVMeError.closed }
        return result
    }

    /// Waits at most that long, not at all for a limit below zero; nil when the worker is still running.
    public func wait(atMost limit: Duration) -> WorkloadResult? {
        let nanoseconds = max(0, limit.inSeconds * 1e9)
        signal.wait(nanoseconds: nanoseconds < 0x1p63 ? Int64(nanoseconds) : .max)
        return result
    }

    /// `start` and `wait`.
    public func run() throws -> WorkloadResult {
        try start().wait()
    }
}

extension IOWorker: LooseEnd, Acknowledgeable {
    /// The script knows that the worker runs, and will not wait for it.
    public func acknowledge() { isAcknowledged.store(true, ordering: .relaxed) }

    package var unwaited: [String] {
        guard isRunning, !isAcknowledged.load(ordering: .relaxed) else { return [] }
        let targets = namespaces.map { "\($0.id)" }.joined(separator: ", ")
        return [
            "a worker on namespace \(targets) with \(workload.queueDepth) commands in flight is still running; wait for it (stop() ends it"
                + " sooner), or acknowledge it"
        ]
    }
}

/// A one-time signal that any number of threads wait for.
///
/// Unsafe inside: `word` lives as long as the object.
final class Signal: @unchecked Sendable {
    private let word: UnsafeMutablePointer<UInt32>

    init() {
        word = .allocate(capacity: 1)
        word.initialize(to: 0)
    }

    deinit { word.deallocate() }

    func raise() {
        nvme_store_release32(word, 1)
        nvme_futex_wake(word)
    }

    /// Returns when the signal is raised, or after the given time. Negative: no limit.
    func wait(nanoseconds: Int64 = -1) {
        let end = nanoseconds < 0 ? UInt64.max : nvme_monotonic_nanoseconds() &+ UInt64(nanoseconds)
        while nvme_load_acquire32(word) == 0 {
            let now = nvme_monotonic_nanoseconds()
            guard now < end else { return }
            nvme_futex_wait(word, 0, end == .max ? -1 : Int64(clamping: end - now))
        }
    }
}

/// Holds prepared workers back until all of them are ready.
final class StartBarrier: Sendable {
    private let signal = Signal()
    func open() { signal.raise() }
    func wait() { signal.wait() }
}

/// A thread of its own for work that spins.
enum WorkerThread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    static func launch(_ run: @escaping @Sendable () -> Void) throws {
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(run))
        let error = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, body.toOpaque())
        guard error == 0 else {
            body.release()
            throw PCIeError.environment(
                problem: "cannot start a thread (error \(error))", fix: "raise the limit of processes (ulimit -u)")
        }
        pthread_detach(thread)
    }
}
