import Glibc
import NVMe
import Testing

/// The device that the running test was given by `@Test(.deviceUnderTest)`.
public enum DeviceUnderTest {
    /// What the running test has open; nil outside of such a test.
    @TaskLocal static var session: DeviceSession?

    /// Name of the environment variable that holds the time-out of commands in seconds.
    public static var timeoutVariable: String { "NVME_TIMEOUT" }

    /// The device's address.
    public static var address: DeviceAddress {
        get throws { try current.address }
    }

    /// A fresh controller of the device, initialised as the standard says; closed after the test.
    ///
    /// Each call opens another device where the address makes devices (`emu`, `qemu`), and throws
    /// `DeviceUnderTestError.inUse` where it names one that the test has open already.
    public static func controller() throws -> Controller {
        let session = try current
        return try session.controller(at: session.address)
    }

    /// The same, brought up by a procedure of your own, which `Controller.reset()` then repeats.
    public static func controller(initialisedBy procedure: @escaping (Controller) throws -> Void) throws -> Controller {
        let session = try current
        return try session.controller(at: session.address, procedure)
    }

    /// An initialised controller of another device than the one under test; closed after the test.
    public static func controller(at address: String) throws -> Controller {
        try current.controller(at: DeviceAddress(address))
    }

    /// The PCIe function of the device, not initialised; closed after the test.
    public static func function() throws -> any PCIeFunction {
        let session = try current
        return try session.open(session.address)
    }

    /// Ends the test as skipped. `reason` names the capability bit that the device lacks.
    ///
    /// What went wrong before and was not looked at fails the test all the same. Throws `DeviceUnderTestError.skipWithoutReason`, which
    /// fails it too, for a reason without a letter.
    public static func skip(_ reason: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Never {
        guard reason.contains(where: \.isLetter) else { throw DeviceUnderTestError.skipWithoutReason(reason) }
        if let session { try session.skip(reason, sourceLocation: sourceLocation) }
        try Test.cancel(Comment(rawValue: reason), sourceLocation: sourceLocation)
    }

    static var current: DeviceSession {
        get throws {
            guard let session else { throw DeviceUnderTestError.noDevice }
            return session
        }
    }

    /// The time-out in the environment, above 0 and at most a day; nil where there is none.
    package static var timeout: Duration? {
        get throws(DeviceUnderTestError) {
            guard let text = getenv(timeoutVariable).map({ String(cString: $0) }), !text.isEmpty else { return nil }
            guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else { throw .timeout(text) }
            return .seconds(seconds)
        }
    }
}

/// What can be wrong with how a test uses its device.
public enum DeviceUnderTestError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The caller runs outside of a test with the trait, or in a thread or detached task of its own.
    case noDevice
    /// The address names one device, and the test has it open.
    case inUse(address: String)
    /// Nobody could tell from this why the test was skipped.
    case skipWithoutReason(String)
    /// `NVME_TIMEOUT` holds no such number.
    case timeout(String)

    public var description: String {
        switch self {
        case .noDevice:
            "there is no device under test here; mark the test with @Test(.deviceUnderTest), and call DeviceUnderTest in "
                + "the test's own task"
        case .skipWithoutReason(let reason):
            "a test cannot be skipped for '\(reason)': a report has to say why; name the capability that the device lacks"
        case .timeout(let text):
            "\(DeviceUnderTest.timeoutVariable) cannot be '\(text)'; write seconds above 0, at most 86400"
        case .inUse(let address):
            "the test has '\(address)' open already, and there is only one; close it first, or name another address"
        }
    }
}
