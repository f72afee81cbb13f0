import NVMe
import Synchronization
import Testing

/// Everything that one test has open.
final class DeviceSession: Sendable {
    let address: DeviceAddress
    /// What went wrong, until the test looks at it.
    let ledger = Ledger()

    private struct State {
        var functions: [any PCIeFunction] = []
        var controllers: [Controller] = []
        /// Made before the test began, for its first `controller()`.
        var prepared: Controller?
        var hasFailed = false
        /// What the test told its readers.
        var log: [String] = []
        var skipReason: String?
    }

    private let state = Mutex(State())

    init(address: DeviceAddress) { self.address = address }

    var controllers: [Controller] { state.withLock(\.controllers) }

    func log(_ lines: [String]) { state.withLock { $0.log += lines } }

    /// What the test told its readers so far.
    var log: [String] { state.withLock(\.log) }

    /// Ends the test as skipped.
    func skip(_ reason: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Never {
        state.withLock { $0.skipReason = reason }
        try Test.cancel(Comment(rawValue: reason), sourceLocation: sourceLocation)
    }

    /// Why the test was skipped, if it was.
    var skipReason: String? { state.withLock(\.skipReason) }

    /// True the first time it is called.
    func noteFailure() -> Bool {
        state.withLock { state in
            defer { state.hasFailed = true }
            return !state.hasFailed
        }
    }

    func open(_ address: DeviceAddress) throws -> any PCIeFunction {
        try giveBackPrepared()
        return try openNew(address)
    }

    /// A controller over a function of its own; initialised by `procedure`, or the standard's when nil.
    func controller(
        at address: DeviceAddress, _ procedure: ((Controller) throws -> Void)? = nil
    ) throws -> Controller {
        if procedure == nil, address == self.address, let prepared = takePrepared() { return prepared }
        try giveBackPrepared()
        let controller = Controller(try openNew(address))
        state.withLock { $0.controllers.append(controller) }
        if let procedure { try controller.initialise(procedure) } else { try controller.initialise() }
        return controller
    }

    /// The controller that tells what the device can do; the test gets the same one.
    func prepare() throws -> Controller {
        let controller = try controller(at: address)
        state.withLock { $0.prepared = controller }
        return controller
    }

    private func takePrepared() -> Controller? {
        state.withLock { state in
            defer { state.prepared = nil }
            return state.prepared
        }
    }

    /// A test that wants the device untouched gets it so.
    private func giveBackPrepared() throws {
        guard let controller = takePrepared() else { return }
        try controller.close()
        controller.function.close()
        state.withLock { state in
            state.controllers.removeAll { $0 === controller }
            state.functions.removeAll { $0 === controller.function }
        }
    }

    private func openNew(_ address: DeviceAddress) throws -> any PCIeFunction {
        if address.isShared {
            let isOpen = state.withLock { $0.functions.contains { $0.isPresent && $0.address == "\(address)" } }
            guard !isOpen else { throw DeviceUnderTestError.inUse(address: "\(address)") }
        }
        let function = try Device.open(address)
        state.withLock { $0.functions.append(function) }
        return function
    }

    /// Closes all that the test opened, the newest first. A controller that does not become disabled is told as a warning.
    func close() {
        let state = self.state.withLock { state in
            defer { state = State() }
            return state
        }
        for controller in state.controllers.reversed() {
            do { try controller.close() } catch {
                Issue.record("the controller could not be disabled after the test: \(error)", severity: .warning)
            }
        }
        for function in state.functions.reversed() { function.close() }
    }
}
