import Glibc
import NVMeTesting
import Testing

/// A device in a process of its own that stops or dies while a command is outstanding.
@Suite(.deviceUnderTest("qemu"), .enabled(if: QEMUFunction.isInstalled, "QEMU is not installed"))
struct QEMUTroubleTests {
    /// A controller whose process has been stopped, and a read that it has not seen.
    private func stopped() throws -> (process: pid_t, qpair: QueuePair) {
        let controller = try DeviceUnderTest.controller()
        controller.timeout = .milliseconds(50)
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(512)
        let process = try #require((controller.function as? QEMUFunction)?.processIdentifier)
        kill(process, SIGSTOP)
        try namespace.read(qpair, buffer, lba: 0)
        return (process, qpair)
    }

    @Test func deathUnderACommandIsARemoval() throws {
        let (process, qpair) = try stopped()
        kill(process, SIGKILL)
        #expect(throws: NVMeError.removed(address: "qemu")) { try qpair.wait() }
    }

    @Test func silenceUnderACommandEndsInAnErrorOfTheLink() throws {
        let (process, qpair) = try stopped()
        let start = ContinuousClock.now
        let error = #expect(throws: NVMeError.self) { try qpair.wait() }
        // A second for the process at least, whatever the time-out of commands is; it was ten.
        #expect(ContinuousClock.now - start < .seconds(8))
        let isKnown =
            switch error {
            case .commandTimeout, .waitTimeout, .pcie(.transport): true
            default: false
            }
        #expect(isKnown, "\(String(describing: error))")
        kill(process, SIGCONT)
    }
}
