/// CAP, Controller Capabilities (NVMe Base 2.0 §3.1.3.1).
public struct ControllerCapabilities: RawRepresentable, Sendable, Hashable {
    public var rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Maximum Queue Entries Supported (MQES, 15:0), 0's based: `0xFFFF` is 65,536 entries.
    public var maximumQueueEntriesSupported: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt64(newValue)) }
    }

    /// Contiguous Queues Required (CQR, 16).
    public var contiguousQueuesRequired: Bool {
        get { rawValue.bit(16) }
        set { rawValue.setBit(16, to: newValue) }
    }

    /// Arbitration Mechanism Supported (AMS, 18:17): bit 0 weighted round robin, bit 1 vendor specific.
    public var arbitrationMechanismSupported: UInt8 {
        get { UInt8(rawValue.bits(17...18)) }
        set { rawValue.setBits(17...18, to: UInt64(newValue)) }
    }

    /// Timeout (TO, 31:24) in units of 500 ms: the worst case for CSTS.RDY to follow CC.EN.
    public var timeout: UInt8 {
        get { UInt8(rawValue.bits(24...31)) }
        set { rawValue.setBits(24...31, to: UInt64(newValue)) }
    }

    /// Doorbell Stride (DSTRD, 35:32): doorbells are `4 << stride` bytes apart.
    public var doorbellStride: UInt8 {
        get { UInt8(rawValue.bits(32...35)) }
        set { rawValue.setBits(32...35, to: UInt64(newValue)) }
    }

    /// NVM Subsystem Reset Supported (NSSRS, 36).
    public var subsystemResetSupported: Bool {
        get { rawValue.bit(36) }
        set { rawValue.setBit(36, to: newValue) }
    }

    /// Command Sets Supported (CSS, 44:37): bit 0 NVM, bit 6 one or more I/O command sets, bit 7 none.
    public var commandSetsSupported: UInt8 {
        get { UInt8(rawValue.bits(37...44)) }
        set { rawValue.setBits(37...44, to: UInt64(newValue)) }
    }

    /// Boot Partition Support (BPS, 45).
    public var bootPartitionSupport: Bool {
        get { rawValue.bit(45) }
        set { rawValue.setBit(45, to: newValue) }
    }

    /// Controller Power Scope (CPS, 47:46).
    public var controllerPowerScope: UInt8 {
        get { UInt8(rawValue.bits(46...47)) }
        set { rawValue.setBits(46...47, to: UInt64(newValue)) }
    }

    /// Memory Page Size Minimum (MPSMIN, 51:48): `4096 << value` bytes.
    public var memoryPageSizeMinimum: UInt8 {
        get { UInt8(rawValue.bits(48...51)) }
        set { rawValue.setBits(48...51, to: UInt64(newValue)) }
    }

    /// Memory Page Size Maximum (MPSMAX, 55:52): `4096 << value` bytes.
    public var memoryPageSizeMaximum: UInt8 {
        get { UInt8(rawValue.bits(52...55)) }
        set { rawValue.setBits(52...55, to: UInt64(newValue)) }
    }

    /// Persistent Memory Region Supported (PMRS, 56).
    public var persistentMemoryRegionSupported: Bool {
        get { rawValue.bit(56) }
        set { rawValue.setBit(56, to: newValue) }
    }

    /// Controller Memory Buffer Supported (CMBS, 57).
    public var controllerMemoryBufferSupported: Bool {
        get { rawValue.bit(57) }
        set { rawValue.setBit(57, to: newValue) }
    }

    /// NVM Subsystem Shutdown Supported (NSSS, 58).
    public var subsystemShutdownSupported: Bool {
        get { rawValue.bit(58) }
        set { rawValue.setBit(58, to: newValue) }
    }

    /// Controller Ready Modes Supported (CRMS, 60:59): bit 0 ready with media, bit 1 ready independent of media.
    public var controllerReadyModesSupported: UInt8 {
        get { UInt8(rawValue.bits(59...60)) }
        set { rawValue.setBits(59...60, to: UInt64(newValue)) }
    }
}
