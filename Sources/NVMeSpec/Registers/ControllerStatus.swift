/// CSTS, Controller Status (NVMe Base 2.0 §3.1.3.6).
public struct ControllerStatus: BitStructure {
    public final class Layout: BitLayout {
        /// Ready (RDY).
        public let ready = Bit<0>("RDY", "Ready")
        /// Controller Fatal Status (CFS).
        public let controllerFatal = Bit<1>("CFS", "Controller Fatal Status")
        /// Shutdown Status (SHST).
        public let shutdownStatus = Bits<ShutdownStatus, 3, 2>("SHST", "Shutdown Status")
        /// NVM Subsystem Reset Occurred (NSSRO), cleared by writing 1.
        public let subsystemResetOccurred = Bit<4>("NSSRO", "NVM Subsystem Reset Occurred")
        /// Processing Paused (PP).
        public let processingPaused = Bit<5>("PP", "Processing Paused")
        /// Shutdown Type (ST): set for an NVM subsystem shutdown.
        public let subsystemShutdown = Bit<6>("ST", "Shutdown Type")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// How far a shutdown has come: CSTS.SHST (NVMe Base 2.0 §3.1.3.6).
public struct ShutdownStatus: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.normal, .occurring, .complete]
}

extension NamesOf<ShutdownStatus> {
    /// Normal operation, no shutdown requested.
    @inlinable public static var normal: Self { Self(0b00, "Normal operation") }
    /// Shutdown processing is occurring.
    @inlinable public static var occurring: Self { Self(0b01, "Shutdown processing occurring") }
    /// Shutdown processing is complete.
    @inlinable public static var complete: Self { Self(0b10, "Shutdown processing complete") }
}
