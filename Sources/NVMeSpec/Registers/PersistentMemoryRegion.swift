/// PMRCAP, Persistent Memory Region Capabilities (NVMe Base 2.0 §3.1.3.22).
public struct PersistentMemoryRegionCapabilities: BitStructure {
    public final class Layout: BitLayout {
        /// Read Data Support (RDS).
        public let readData = Bit<3>("RDS", "Read Data Support")
        /// Write Data Support (WDS).
        public let writeData = Bit<4>("WDS", "Write Data Support")
        /// Base Indicator Register (BIR).
        public let barIndicator = Bits<UInt8, 7, 5>("BIR", "Base Indicator Register")
        /// Persistent Memory Region Time Units (PMRTU): 0 is 500 ms, 1 is minutes.
        public let timeUnits = Bits<UInt8, 9, 8>("PMRTU", "Persistent Memory Region Time Units")
        /// Persistent Memory Region Write Barrier Mechanisms (PMRWMB).
        public let writeBarrierMechanisms = Bits<UInt8, 13, 10>(
            "PMRWMB", "Persistent Memory Region Write Barrier Mechanisms")
        /// Persistent Memory Region Timeout (PMRTO).
        public let timeout = Bits<UInt8, 23, 16>("PMRTO", "Persistent Memory Region Timeout")
        /// Controller Memory Space Supported (CMSS).
        public let memorySpace = Bit<24>("CMSS", "Controller Memory Space Supported")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// PMRCTL, Persistent Memory Region Control (NVMe Base 2.0 §3.1.3.23).
public struct PersistentMemoryRegionControl: BitStructure {
    public final class Layout: BitLayout {
        /// Enable (EN).
        public let enable = Bit<0>("EN", "Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// PMRSTS, Persistent Memory Region Status (NVMe Base 2.0 §3.1.3.24).
public struct PersistentMemoryRegionStatus: BitStructure {
    public final class Layout: BitLayout {
        /// Error (ERR).
        public let error = Bits<UInt8, 7, 0>("ERR", "Error")
        /// Not Ready (NRDY).
        public let notReady = Bit<8>("NRDY", "Not Ready")
        /// Health Status (HSTS).
        public let healthStatus = Bits<UInt8, 11, 9>("HSTS", "Health Status")
        /// Controller Base Address Invalid (CBAI).
        public let baseAddressInvalid = Bit<12>("CBAI", "Controller Base Address Invalid")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// PMREBS, Persistent Memory Region Elasticity Buffer Size (NVMe Base 2.0 §3.1.3.25).
public struct PersistentMemoryRegionElasticityBufferSize: BitStructure {
    public final class Layout: BitLayout {
        /// PMR Elasticity Buffer Size Units (PMRSZU): bytes times 1,024 to this power.
        public let sizeUnits = Bits<UInt8, 3, 0>("PMRSZU", "PMR Elasticity Buffer Size Units")
        /// Read Bypass Behavior (RBB).
        public let readBypass = Bit<4>("RBB", "Read Bypass Behavior")
        /// PMR Elasticity Buffer Size Base (PMRWBZ).
        public let size = Bits<UInt32, 31, 8>("PMRWBZ", "PMR Elasticity Buffer Size Base")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// PMRSWTP, Persistent Memory Region Sustained Write Throughput (NVMe Base 2.0 §3.1.3.26).
public struct PersistentMemoryRegionWriteThroughput: BitStructure {
    public final class Layout: BitLayout {
        /// PMR Sustained Write Throughput Units (PMRSWTU): bytes per second times 1,024 to this power.
        public let units = Bits<UInt8, 3, 0>("PMRSWTU", "PMR Sustained Write Throughput Units")
        /// PMR Sustained Write Throughput (PMRSWTV).
        public let value = Bits<UInt32, 31, 8>("PMRSWTV", "PMR Sustained Write Throughput")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// PMRMSCL and PMRMSCU together, Persistent Memory Region Memory Space Control (NVMe Base 2.0 §3.1.3.27).
public struct PersistentMemoryRegionSpaceControl: BitStructure {
    public final class Layout: BitLayout {
        /// Controller Memory Space Enable (CMSE).
        public let memorySpaceEnable = Bit<1>("CMSE", "Controller Memory Space Enable")
        /// Controller Base Address (CBA): in units of 4 KiB.
        public let baseAddress = Bits<UInt64, 63, 12>("CBA", "Controller Base Address")
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}
