/// CSTS, Controller Status (NVMe Base 2.0 §3.1.3.6).
public struct ControllerStatus: RawRepresentable, Sendable, Hashable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Ready (RDY, 0).
    public var ready: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Controller Fatal Status (CFS, 1).
    public var controllerFatal: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// Shutdown Status (SHST, 3:2).
    public var shutdownStatus: ShutdownStatus {
        get { ShutdownStatus(rawValue: UInt8(rawValue.bits(2...3))) }
        set { rawValue.setBits(2...3, to: UInt32(newValue.rawValue)) }
    }

    /// NVM Subsystem Reset Occurred (NSSRO, 4), cleared by writing 1.
    public var subsystemResetOccurred: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// Processing Paused (PP, 5).
    public var processingPaused: Bool {
        get { rawValue.bit(5) }
        set { rawValue.setBit(5, to: newValue) }
    }

    /// Shutdown Type (ST, 6): set for an NVM subsystem shutdown.
    public var subsystemShutdown: Bool {
        get { rawValue.bit(6) }
        set { rawValue.setBit(6, to: newValue) }
    }
}

/// CSTS.SHST.
public struct ShutdownStatus: RawRepresentable, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue & 0b11 }
    public static var normal: Self { Self(rawValue: 0b00) }
    public static var occurring: Self { Self(rawValue: 0b01) }
    public static var complete: Self { Self(rawValue: 0b10) }
}
