import NVMe

/// Lets as many tests at a device as it can bear: one where all share it, a few where each is a process, any number where
/// each is a thread.
actor DeviceGate {
    static let shared = DeviceGate()

    /// QEMU processes at one time.
    static let qemuLimit = 2

    private var inside: [String: Int] = [:]
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

    /// Runs `body` when it is this test's turn.
    nonisolated func withTurn(at address: DeviceAddress, _ body: @Sendable () async throws -> Void) async throws {
        guard let (key, limit) = Self.limit(at: address) else { return try await body() }
        await enter(key, limit: limit)
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        await leave(key)
        try result.get()
    }

    private static func limit(at address: DeviceAddress) -> (key: String, limit: Int)? {
        if address.isShared { return ("\(address)", 1) }
        if case .qemu = address { return ("qemu", qemuLimit) }
        return nil
    }

    private func enter(_ key: String, limit: Int) async {
        guard inside[key, default: 0] >= limit else {
            inside[key, default: 0] += 1
            return
        }
        await withCheckedContinuation { waiting[key, default: []].append($0) }
    }

    /// Hands the place to the next in line, or gives it back.
    private func leave(_ key: String) {
        if waiting[key]?.isEmpty == false, let next = waiting[key]?.removeFirst() {
            next.resume()
        } else {
            inside[key, default: 1] -= 1
        }
    }
}
