import NVMe
import Testing

/// Gives a test, or each test of a suite, the device under test; see ``Testing/Trait/deviceUnderTest``.
public struct DeviceUnderTestTrait: TestTrait, SuiteTrait, TestScoping {
    /// The address; nil is that of `NVME_DUT`, or the embedded SSD.
    let address: String?

    public var isRecursive: Bool { true }

    /// Waits until the device is free, checks what the test requires of it, runs the test, then closes everything that it
    /// opened. What went wrong and was not looked at fails the test; on failure the last commands of every queue are shown and attached.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let address = try self.address.map { try DeviceAddress($0) } ?? Device.addressFromEnvironment()
        let session = DeviceSession(address: address)
        let timeout = try DeviceUnderTest.timeout
        try await DeviceGate.shared.withTurn(at: address) {
            let start = ContinuousClock.now
            RunningTests.begin(test)
            defer {
                RunningTests.end(test)
                // The report of a parametrised test has one verdict for all cases, and Swift Testing tells nobody why one was skipped.
                if test.isParameterized, let reason = session.skipReason {
                    session.log(["a case was skipped: \(reason)"])
                }
                publish(session.log, of: test)
                session.close()
                DeviceTestTimes.shared.add(ContinuousClock.now - start, to: test)
            }
            try await Ledger.$current.withValue(session.ledger) {
                try await Controller.$firstTimeout.withValue(timeout) {
                    try Requirements(of: test, at: address).check(session)
                    try await DeviceUnderTest.$session.withValue(session) {
                        try await FailureReport.watch(session, test: test, testCase: testCase, performing: function)
                    }
                }
            }
        }
    }

    private func publish(_ log: [String], of test: Test) {
        guard !log.isEmpty else { return }
        Attachment.record(log.joined(separator: "\n") + "\n", named: "log.txt")
        TestLogs.shared.add(log, to: test)
    }
}

extension Trait where Self == DeviceUnderTestTrait {
    /// The test talks to the device that `NVME_DUT` names, or to an embedded SSD made for it.
    ///
    /// ```swift
    /// @Test(.deviceUnderTest) func helloWorld() throws {
    ///     let nvme0 = try DeviceUnderTest.controller()      // fresh, initialised; closed after the test
    /// ```
    ///
    /// Tests run in parallel where each has a device of its own (`emu`, a few at a time on `qemu`), one at a time where all
    /// share one.
    public static var deviceUnderTest: Self { Self(address: nil) }

    /// The test talks to this device whatever `NVME_DUT` says, as in `.deviceUnderTest("emu:?lba=4096")`.
    public static func deviceUnderTest(_ address: String) -> Self { Self(address: address) }
}
