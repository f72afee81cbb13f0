import Glibc
import NVMe
import Testing

/// How much of its full length a test of a device runs: 1 is what a real drive gets, 0.001 is a taste of it.
///
/// ```swift
/// let scale = try DeviceUnderTest.scale
/// for _ in 0..<scale.count(1000, atLeast: 10) { … }        // 1,000 on a drive, 10 on a device in software
/// ```
public struct TestScale: Sendable, Hashable {
    /// Name of the environment variable that sets it.
    public static var environmentVariable: String { "NVME_SCALE" }

    /// Full length.
    public static let full = TestScale(unchecked: 1)
    /// What devices in software get: a second of a quarter of an hour.
    public static let brief = TestScale(unchecked: 0.001)

    /// Above 0, at most 1.
    public let factor: Double

    /// Throws `TestScaleError` for a factor that is not above 0 and at most 1.
    public init(_ factor: Double) throws(TestScaleError) {
        guard factor > 0, factor <= 1 else { throw TestScaleError(value: "\(factor)") }
        self.factor = factor
    }

    /// Reads a decimal number. Throws `TestScaleError` for any other text.
    public init(_ text: String) throws(TestScaleError) {
        guard let factor = Double(text), factor > 0, factor <= 1 else { throw TestScaleError(value: text) }
        self.factor = factor
    }

    private init(unchecked factor: Double) { self.factor = factor }

    /// The scale for a device: that of `NVME_SCALE`, or the default of the device's kind.
    public static func fromEnvironment(for address: DeviceAddress) throws(TestScaleError) -> TestScale {
        try chosen(getenv(environmentVariable).map { String(cString: $0) }, for: address)
    }

    /// - Parameter text: value of the environment variable; nil or empty leaves the choice to the device.
    package static func chosen(_ text: String?, for address: DeviceAddress) throws(TestScaleError) -> TestScale {
        guard let text, !text.isEmpty else { return address.isHardware ? .full : .brief }
        return try TestScale(text)
    }

    /// The scaled part of a length of time.
    public func time(_ full: Duration, atLeast least: Duration = .milliseconds(10)) -> Duration {
        max(min(least, full), full * factor)
    }

    /// The scaled part of a number of things.
    public func count(_ full: Int, atLeast least: Int = 1) -> Int {
        max(min(least, full), Int(exactly: (Double(full) * factor).rounded()) ?? full)
    }

    /// The scaled part of a namespace's start: `bytes` at full scale, whole MiB, at least 4, at most the namespace.
    public func region(of namespace: Namespace, bytes: UInt64 = 16 << 30) -> Range<UInt64> {
        let scaled = UInt64(exactly: (Double(bytes) * factor).rounded(.down)) ?? bytes
        let whole = max(4 << 20, scaled & ~0xF_FFFF)
        return 0..<max(1, min(namespace.blockCount, whole / UInt64(max(1, namespace.blockSize))))
    }
}

extension DeviceUnderTest {
    /// How much of its full length the running test shall run on this device.
    public static var scale: TestScale {
        get throws { try TestScale.fromEnvironment(for: current.address) }
    }
}

/// A scale that cannot be used.
public struct TestScaleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was given.
    public let value: String

    public var description: String {
        "a scale of '\(value)' cannot be used: it is above 0 and at most 1; 1 is the full length, 0.001 a taste of it "
            + "(\(TestScale.environmentVariable))"
    }
}
