/// CMBLOC, Controller Memory Buffer Location (NVMe Base 2.0 §3.1.3.11).
public struct ControllerMemoryBufferLocation: BitStructure {
    public final class Layout: BitLayout {
        /// Base Indicator Register (BIR).
        public let barIndicator = Bits<UInt8, 2, 0>("BIR", "Base Indicator Register")
        /// CMB Queue Mixed Memory Support (CQMMS).
        public let queueMixedMemory = Bit<3>("CQMMS", "CMB Queue Mixed Memory Support")
        /// CMB Queue Physically Discontiguous Support (CQPDS).
        public let queuePhysicallyDiscontiguous = Bit<4>("CQPDS", "CMB Queue Physically Discontiguous Support")
        /// CMB Data Pointer Mixed Locations Support (CDPLMS).
        public let dataPointerMixedLocations = Bit<5>("CDPLMS", "CMB Data Pointer Mixed Locations Support")
        /// CMB Data Pointer and Command Independent Locations Support (CDPCILS).
        public let dataPointerCommandIndependentLocations = Bit<6>(
            "CDPCILS", "CMB Data Pointer and Command Independent Locations Support")
        /// CMB Data Metadata Mixed Memory Support (CDMMMS).
        public let dataMetadataMixedMemory = Bit<7>("CDMMMS", "CMB Data Metadata Mixed Memory Support")
        /// CMB Queue Dword Alignment (CQDA).
        public let queueDwordAlignment = Bit<8>("CQDA", "CMB Queue Dword Alignment")
        /// Offset (OFST): in units of the size unit of CMBSZ.
        public let offset = Bits<UInt32, 31, 12>("OFST", "Offset")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// CMBSZ, Controller Memory Buffer Size (NVMe Base 2.0 §3.1.3.12).
public struct ControllerMemoryBufferSize: BitStructure {
    public final class Layout: BitLayout {
        /// Submission Queue Support (SQS).
        public let submissionQueues = Bit<0>("SQS", "Submission Queue Support")
        /// Completion Queue Support (CQS).
        public let completionQueues = Bit<1>("CQS", "Completion Queue Support")
        /// PRP SGL List Support (LISTS).
        public let lists = Bit<2>("LISTS", "PRP SGL List Support")
        /// Read Data Support (RDS).
        public let readData = Bit<3>("RDS", "Read Data Support")
        /// Write Data Support (WDS).
        public let writeData = Bit<4>("WDS", "Write Data Support")
        /// Size Units (SZU): 4 KiB times 16 to this power.
        public let sizeUnits = Bits<UInt8, 11, 8>("SZU", "Size Units")
        /// Size (SZ).
        public let size = Bits<UInt32, 31, 12>("SZ", "Size")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// CMBMSC, Controller Memory Buffer Memory Space Control (NVMe Base 2.0 §3.1.3.16).
public struct ControllerMemoryBufferSpaceControl: BitStructure {
    public final class Layout: BitLayout {
        /// Capabilities Registers Enabled (CRE).
        public let capabilitiesRegistersEnabled = Bit<0>("CRE", "Capabilities Registers Enabled")
        /// Controller Memory Space Enable (CMSE).
        public let memorySpaceEnable = Bit<1>("CMSE", "Controller Memory Space Enable")
        /// Controller Base Address (CBA): in units of 4 KiB.
        public let baseAddress = Bits<UInt64, 63, 12>("CBA", "Controller Base Address")
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}

/// CMBSTS, Controller Memory Buffer Status (NVMe Base 2.0 §3.1.3.17).
public struct ControllerMemoryBufferStatus: BitStructure {
    public final class Layout: BitLayout {
        /// Controller Base Address Invalid (CBAI).
        public let baseAddressInvalid = Bit<0>("CBAI", "Controller Base Address Invalid")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// CMBEBS, Controller Memory Buffer Elasticity Buffer Size (NVMe Base 2.0 §3.1.3.18).
public struct ControllerMemoryBufferElasticityBufferSize: BitStructure {
    public final class Layout: BitLayout {
        /// CMB Elasticity Buffer Size Units (CMBSZU): bytes times 1,024 to this power.
        public let sizeUnits = Bits<UInt8, 3, 0>("CMBSZU", "CMB Elasticity Buffer Size Units")
        /// CMB Read Bypass Behavior (CMBRBB).
        public let readBypass = Bit<4>("CMBRBB", "CMB Read Bypass Behavior")
        /// CMB Elasticity Buffer Size Base (CMBWBZ).
        public let size = Bits<UInt32, 31, 8>("CMBWBZ", "CMB Elasticity Buffer Size Base")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// CMBSWTP, Controller Memory Buffer Sustained Write Throughput (NVMe Base 2.0 §3.1.3.19).
public struct ControllerMemoryBufferWriteThroughput: BitStructure {
    public final class Layout: BitLayout {
        /// CMB Sustained Write Throughput Units (CMBSWTU): bytes per second times 1,024 to this power.
        public let units = Bits<UInt8, 3, 0>("CMBSWTU", "CMB Sustained Write Throughput Units")
        /// CMB Sustained Write Throughput (CMBSWTV).
        public let value = Bits<UInt32, 31, 8>("CMBSWTV", "CMB Sustained Write Throughput")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

extension ControllerMemoryBufferSize {
    /// Bytes of one size unit; nil for reserved units.
    public var unitBytes: UInt64? { self.sizeUnits <= 6 ? 4096 << (4 * UInt64(self.sizeUnits)) : nil }
    /// Bytes of the buffer; nil for reserved units.
    public var byteCount: UInt64? { unitBytes.map { $0 &* UInt64(self.size) } }
}
