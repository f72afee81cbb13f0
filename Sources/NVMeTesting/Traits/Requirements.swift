import NVMe
import Testing

/// Marks a test that makes sense only on devices with certain capabilities; works together with `.deviceUnderTest`.
public struct RequirementTrait: TestTrait, SuiteTrait {
    let capabilities: [Capability]

    public var isRecursive: Bool { true }
}

extension Trait where Self == RequirementTrait {
    /// The test is skipped, with the capability bit as reason, on a device that lacks one of these.
    ///
    /// ```swift
    /// @Test(.deviceUnderTest, .requires(.firmwareUpdate)) func firmwareDownload() throws {
    /// ```
    public static func requires(_ capabilities: Capability...) -> Self { Self(capabilities: capabilities) }
}

/// What has to be true before a test may begin.
struct Requirements {
    private let capabilities: [Capability]
    /// The test would destroy what a real device holds.
    private let needsPermission: Bool

    init(of test: Test, at address: DeviceAddress) {
        capabilities = test.traits.compactMap { $0 as? RequirementTrait }.flatMap(\.capabilities)
        needsPermission = address.isHardware && test.tags.contains(.destructive)
    }

    /// Cancels the test when something is missing.
    func check(_ session: DeviceSession) throws {
        guard needsPermission || !capabilities.isEmpty else { return }
        let controller = try session.prepare()
        if needsPermission {
            let serial = "\(try controller.identifyController().serialNumber)"
            guard DestructivePermission.covers(serialNumber: serial) else {
                try session.skip(
                    "destroys data on '\(session.address)'; to allow it, set "
                        + "\(DestructivePermission.environmentVariable)=\(serial), or use 'nvmetest run --serial \(serial)'"
                )
            }
        }
        for capability in capabilities where try !capability.isPresent(controller) {
            try session.skip(capability.absence)
        }
    }
}
