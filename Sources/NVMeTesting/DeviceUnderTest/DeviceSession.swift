import NVMe
import Synchronization
import Testing

/// Everything that one test has open.
final class DeviceSession: Sendable {
    let address: DeviceAddress
    /// The test carries the tag `destructive`.
    let isDestructive: Bool

    private struct State {
        var functions: [any PCIeFunction] = []
    }

    private let state = Mutex(State())

    init(address: DeviceAddress, isDestructive: Bool) {
        self.address = address
        self.isDestructive = isDestructive
    }

    func open(_ address: DeviceAddress) throws -> any PCIeFunction {
        if address.isShared {
            let isOpen = state.withLock { $0.functions.contains { $0.isPresent && $0.address == "\(address)" } }
            guard !isOpen else { throw DeviceUnderTestError.inUse(address: "\(address)") }
        }
        let function = try Device.open(address)
        state.withLock { $0.functions.append(function) }
        return function
    }

    /// Runs the test; whatever happens, everything is closed after it.
    func run(_ test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        defer { close() }
        try await function()
    }

    /// Closes all that the test opened, the newest first.
    func close() {
        let functions = state.withLock { state in
            defer { state.functions = [] }
            return state.functions
        }
        for function in functions.reversed() { function.close() }
    }
}
