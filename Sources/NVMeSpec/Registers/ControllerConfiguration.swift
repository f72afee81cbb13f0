/// CC, Controller Configuration (NVMe Base 2.0 §3.1.3.5).
public struct ControllerConfiguration: RawRepresentable, Sendable, Hashable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Enable (EN, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// I/O Command Set Selected (CSS, 6:4): 000b NVM, 110b all supported, 111b admin only.
    public var commandSetSelected: UInt8 {
        get { UInt8(rawValue.bits(4...6)) }
        set { rawValue.setBits(4...6, to: UInt32(newValue)) }
    }

    /// Memory Page Size (MPS, 10:7): `4096 << value` bytes.
    public var memoryPageSize: UInt8 {
        get { UInt8(rawValue.bits(7...10)) }
        set { rawValue.setBits(7...10, to: UInt32(newValue)) }
    }

    /// Arbitration Mechanism Selected (AMS, 13:11): 000b round robin, 001b weighted round robin with urgent class.
    public var arbitrationMechanism: UInt8 {
        get { UInt8(rawValue.bits(11...13)) }
        set { rawValue.setBits(11...13, to: UInt32(newValue)) }
    }

    /// Shutdown Notification (SHN, 15:14): 01b normal, 10b abrupt.
    public var shutdownNotification: UInt8 {
        get { UInt8(rawValue.bits(14...15)) }
        set { rawValue.setBits(14...15, to: UInt32(newValue)) }
    }

    /// I/O Submission Queue Entry Size (IOSQES, 19:16) as a power of two.
    public var submissionEntrySize: UInt8 {
        get { UInt8(rawValue.bits(16...19)) }
        set { rawValue.setBits(16...19, to: UInt32(newValue)) }
    }

    /// I/O Completion Queue Entry Size (IOCQES, 23:20) as a power of two.
    public var completionEntrySize: UInt8 {
        get { UInt8(rawValue.bits(20...23)) }
        set { rawValue.setBits(20...23, to: UInt32(newValue)) }
    }

    /// Controller Ready Independent of Media Enable (CRIME, 24).
    public var readyIndependentOfMedia: Bool {
        get { rawValue.bit(24) }
        set { rawValue.setBit(24, to: newValue) }
    }
}
