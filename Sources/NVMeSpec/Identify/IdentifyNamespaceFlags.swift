/// LBA format: block and metadata size (NVM Command Set 1.1 §4.1.5.1, "LBA Format Data Structure").
public struct LBAFormat: SpecStructure {
    public final class Layout: SpecLayout {
        /// Metadata Size (MS): in bytes.
        public let metadataSize = Field<UInt16, 1, 0>("ms", "Metadata Size")
        /// LBA Data Size (DS): as a power of two; below 9 the format is not supported.
        public let dataSize = Field<UInt8, 2, 2>("ds", "LBA Data Size")
        /// Relative Performance (RP): bits 1:0, 0 is best.
        public let relativePerformance = Field<UInt8, 3, 3>("rp", "Relative Performance")
    }
    public static var byteCount: Int { 4 }
    public var bytes = Self.zeroes
    public init() {}
}

/// NSFEAT, Namespace Features.
public struct NamespaceFeatures: FlagStructure {
    public final class Layout: BitLayout {
        /// Thin Provisioning (THINP).
        public let thinProvisioning = Bit<0>("THINP", "Thin Provisioning")
        /// Namespace Atomic Boundaries and Powers (NSABP): NAWUN, NAWUPF and NACWU apply.
        public let atomicBoundaries = Bit<1>("NSABP", "Namespace Atomic Boundaries and Powers")
        /// Deallocated or Unwritten Logical Block Error (DAE).
        public let deallocatedBlockError = Bit<2>("DAE", "Deallocated or Unwritten Logical Block Error")
        /// NGUID and EUI64 Are Not Reused (UIDREUSE).
        public let uniqueIdentifiersNotReused = Bit<3>("UIDREUSE", "NGUID and EUI64 Are Not Reused")
        /// Optimal Performance (OPTPERF): NPWG, NPWA, NPDG, NPDA and NOWS apply.
        public let optimalPerformance = Bit<4>("OPTPERF", "Optimal Performance")
        /// Optimal Performance by Finer Deallocate Fields (OPTPERF2).
        public let moreOptimalPerformance = Bit<5>("OPTPERF2", "Optimal Performance by Finer Deallocate Fields")
        /// Multiple Atomicity Mode (MAM).
        public let multipleAtomicityMode = Bit<6>("MAM", "Multiple Atomicity Mode")
        /// Optional Read Performance (OPTRPERF).
        public let optimalReadPerformance = Bit<7>("OPTRPERF", "Optional Read Performance")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// FLBAS, Formatted LBA Size.
public struct FormattedLBASize: BitStructure {
    public final class Layout: BitLayout {
        /// Format Index Low (FIDXL).
        public let formatIndexLow = Bits<UInt8, 3, 0>("FIDXL", "Format Index Low")
        /// Metadata at the End of the Data LBA (MTELBA).
        public let metadataInline = Bit<4>("MTELBA", "Metadata at the End of the Data LBA")
        /// Format Index Upper (FIDXU).
        public let formatIndexHigh = Bits<UInt8, 6, 5>("FIDXU", "Format Index Upper")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// MC, Metadata Capabilities.
public struct MetadataCapabilities: FlagStructure {
    public final class Layout: BitLayout {
        /// Metadata as Part of an Extended Data LBA (MTELBAS).
        public let extendedLBA = Bit<0>("MTELBAS", "Metadata as Part of an Extended Data LBA")
        /// Metadata as Part of a Separate Buffer (MTPTRS).
        public let separateBuffer = Bit<1>("MTPTRS", "Metadata as Part of a Separate Buffer")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// DPC, End-to-end Data Protection Capabilities.
public struct DataProtectionCapabilities: FlagStructure {
    public final class Layout: BitLayout {
        /// Protection Information Type 1 (PIT1S).
        public let type1 = Bit<0>("PIT1S", "Protection Information Type 1")
        /// Protection Information Type 2 (PIT2S).
        public let type2 = Bit<1>("PIT2S", "Protection Information Type 2")
        /// Protection Information Type 3 (PIT3S).
        public let type3 = Bit<2>("PIT3S", "Protection Information Type 3")
        /// Protection Information in First Bytes (PIIFB).
        public let firstBytes = Bit<3>("PIIFB", "Protection Information in First Bytes")
        /// Protection Information in Last Bytes (PIILB).
        public let lastBytes = Bit<4>("PIILB", "Protection Information in Last Bytes")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// DPS, End-to-end Data Protection Type Settings.
public struct DataProtectionSettings: BitStructure {
    public final class Layout: BitLayout {
        /// Protection Information Type (PIT): 0 is disabled.
        public let type = Bits<UInt8, 2, 0>("PIT", "Protection Information Type")
        /// Protection Information Position (PIP): set for the first bytes of metadata.
        public let firstBytes = Bit<3>("PIP", "Protection Information Position")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// NMIC, Namespace Multi-path I/O and Namespace Sharing Capabilities.
public struct NamespaceSharing: FlagStructure {
    public final class Layout: BitLayout {
        /// Shared Namespace (SHRNS).
        public let shared = Bit<0>("SHRNS", "Shared Namespace")
        /// Dispersed Namespace (DISNS).
        public let dispersed = Bit<1>("DISNS", "Dispersed Namespace")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// RESCAP, Reservation Capabilities.
public struct ReservationCapabilities: FlagStructure {
    public final class Layout: BitLayout {
        /// Persist Through Power Loss (PTPLS).
        public let persistThroughPowerLoss = Bit<0>("PTPLS", "Persist Through Power Loss")
        /// Write Exclusive Reservation (WRES).
        public let writeExclusive = Bit<1>("WRES", "Write Exclusive Reservation")
        /// Exclusive Access Reservation (EARS).
        public let exclusiveAccess = Bit<2>("EARS", "Exclusive Access Reservation")
        /// Write Exclusive - Registrants Only Reservation (WREROS).
        public let writeExclusiveRegistrantsOnly = Bit<3>("WREROS", "Write Exclusive - Registrants Only Reservation")
        /// Exclusive Access - Registrants Only Reservation (EAROS).
        public let exclusiveAccessRegistrantsOnly = Bit<4>("EAROS", "Exclusive Access - Registrants Only Reservation")
        /// Write Exclusive - All Registrants Reservation (WREARS).
        public let writeExclusiveAllRegistrants = Bit<5>("WREARS", "Write Exclusive - All Registrants Reservation")
        /// Exclusive Access - All Registrants Reservation (EAARS).
        public let exclusiveAccessAllRegistrants = Bit<6>("EAARS", "Exclusive Access - All Registrants Reservation")
        /// Ignore Existing Key as in Revision 1.3 (IEKRUS).
        public let ignoreExistingKey13 = Bit<7>("IEKRUS", "Ignore Existing Key as in Revision 1.3")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// FPI, Format Progress Indicator.
public struct FormatProgressIndicator: BitStructure {
    public final class Layout: BitLayout {
        /// Percentage of the Namespace That Remains to Be Formatted (NVMPR).
        public let percentageRemaining = Bits<UInt8, 6, 0>(
            "NVMPR", "Percentage of the Namespace That Remains to Be Formatted")
        /// Format Progress Indicator Supported (FPIS).
        public let supported = Bit<7>("FPIS", "Format Progress Indicator Supported")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// DLFEAT, Deallocate Logical Block Features.
public struct DeallocateFeatures: BitStructure {
    public final class Layout: BitLayout {
        /// Deallocation Read Behavior (DRB): 0 not reported, 1 all zeros, 2 all ones.
        public let readBehavior = Bits<UInt8, 2, 0>("DRB", "Deallocation Read Behavior")
        /// Write Zeroes Deallocation Supported (WZDS).
        public let writeZeroesDeallocates = Bit<3>("WZDS", "Write Zeroes Deallocation Supported")
        /// Guard Deallocation Status (GDS): the guard of a deallocated block is its CRC, else FFFFh.
        public let guardIsCRC = Bit<4>("GDS", "Guard Deallocation Status")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// NSATTR, Namespace Attributes.
public struct NamespaceAttributes: FlagStructure {
    public final class Layout: BitLayout {
        /// Currently Write Protected (CWP).
        public let writeProtected = Bit<0>("CWP", "Currently Write Protected")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

extension FormattedLBASize {
    /// Index of the LBA format in use, 0 to 63.
    public var formatIndex: Int {
        get { Int(self.formatIndexHigh) << 4 | Int(self.formatIndexLow) }
        set {
            self.formatIndexLow = UInt8(truncatingIfNeeded: newValue & 0xF)
            self.formatIndexHigh = UInt8(truncatingIfNeeded: newValue >> 4 & 0b11)
        }
    }
}

extension LBAFormat {
    public init(dataSizeExponent: UInt8, metadataSize: UInt16 = 0, relativePerformance: UInt8 = 0) {
        self.init()
        self.dataSize = dataSizeExponent
        self.metadataSize = metadataSize
        self.relativePerformance = relativePerformance
    }

    /// Bytes of data in a logical block; nil when the format is not supported or is larger than this host can address.
    public var bytesPerBlock: Int? { (9...62).contains(self.dataSize) ? 1 << Int(self.dataSize) : nil }
}
