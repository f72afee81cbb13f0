/// CAP, Controller Capabilities (NVMe Base 2.0 §3.1.3.1).
public struct ControllerCapabilities: BitStructure {
    public final class Layout: BitLayout {
        /// Maximum Queue Entries Supported (MQES), 0's based: `0xFFFF` is 65,536 entries.
        public let maximumQueueEntriesSupported = Bits<UInt16, 15, 0>("MQES", "Maximum Queue Entries Supported")
        /// Contiguous Queues Required (CQR).
        public let contiguousQueuesRequired = Bit<16>("CQR", "Contiguous Queues Required")
        /// Arbitration Mechanism Supported (AMS): bit 0 weighted round robin, bit 1 vendor specific.
        public let arbitrationMechanismSupported = Bits<UInt8, 18, 17>("AMS", "Arbitration Mechanism Supported")
        /// Timeout (TO) in units of 500 ms: the worst case for CSTS.RDY to follow CC.EN.
        public let timeout = Bits<UInt8, 31, 24>("TO", "Timeout")
        /// Doorbell Stride (DSTRD): doorbells are `4 << stride` bytes apart.
        public let doorbellStride = Bits<UInt8, 35, 32>("DSTRD", "Doorbell Stride")
        /// NVM Subsystem Reset Supported (NSSRS).
        public let subsystemResetSupported = Bit<36>("NSSRS", "NVM Subsystem Reset Supported")
        /// Command Sets Supported (CSS): bit 0 NVM, bit 6 one or more I/O command sets, bit 7 none.
        public let commandSetsSupported = Bits<UInt8, 44, 37>("CSS", "Command Sets Supported")
        /// Boot Partition Support (BPS).
        public let bootPartitionSupport = Bit<45>("BPS", "Boot Partition Support")
        /// Controller Power Scope (CPS).
        public let controllerPowerScope = Bits<UInt8, 47, 46>("CPS", "Controller Power Scope")
        /// Memory Page Size Minimum (MPSMIN): `4096 << value` bytes.
        public let memoryPageSizeMinimum = Bits<UInt8, 51, 48>("MPSMIN", "Memory Page Size Minimum")
        /// Memory Page Size Maximum (MPSMAX): `4096 << value` bytes.
        public let memoryPageSizeMaximum = Bits<UInt8, 55, 52>("MPSMAX", "Memory Page Size Maximum")
        /// Persistent Memory Region Supported (PMRS).
        public let persistentMemoryRegionSupported = Bit<56>("PMRS", "Persistent Memory Region Supported")
        /// Controller Memory Buffer Supported (CMBS).
        public let controllerMemoryBufferSupported = Bit<57>("CMBS", "Controller Memory Buffer Supported")
        /// NVM Subsystem Shutdown Supported (NSSS).
        public let subsystemShutdownSupported = Bit<58>("NSSS", "NVM Subsystem Shutdown Supported")
        /// Controller Ready Modes Supported (CRMS): bit 0 ready with media, bit 1 ready independent of media.
        public let controllerReadyModesSupported = Bits<UInt8, 60, 59>("CRMS", "Controller Ready Modes Supported")
        /// NVM Subsystem Shutdown Enhancements Supported (NSSES), of revisions later than 2.0.
        public let subsystemShutdownEnhancementsSupported = Bit<61>(
            "NSSES", "NVM Subsystem Shutdown Enhancements Supported")
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}
