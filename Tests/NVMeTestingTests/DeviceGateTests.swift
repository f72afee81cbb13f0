import NVMe
import Synchronization
import Testing

@testable import NVMeTesting

@Suite struct DeviceGateTests {
    /// Most visitors at one time when twenty come at once.
    private func mostAtOnce(at address: String) async throws -> Int {
        let gate = DeviceGate()
        let address = try DeviceAddress(address)
        let counts = Counts()
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 {
                group.addTask {
                    try await gate.withTurn(at: address) {
                        counts.enter()
                        for _ in 0..<5 { await Task.yield() }
                        counts.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        return counts.most
    }

    private final class Counts: Sendable {
        private let state = Mutex((now: 0, most: 0))
        var most: Int { state.withLock(\.most) }
        func enter() { state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func leave() { state.withLock { $0.now -= 1 } }
    }

    @Test func hardwareTakesOneTestAtATime() async throws {
        #expect(try await mostAtOnce(at: "0000:01:00.0") == 1)
    }

    @Test func mediaFileTakesOneTestAtATime() async throws {
        #expect(try await mostAtOnce(at: "emu:/tmp/disk.img") == 1)
    }

    @Test func qemuTakesAFewTestsAtATime() async throws {
        #expect(try await mostAtOnce(at: "qemu") <= DeviceGate.qemuLimit)
    }

    @Test func turnIsGivenBackWhenATestThrows() async throws {
        struct Failure: Error {}
        let gate = DeviceGate()
        let address = try DeviceAddress("01:00.0")
        await #expect(throws: Failure.self) { try await gate.withTurn(at: address) { throw Failure() } }
        try await gate.withTurn(at: address) {}
    }
}
