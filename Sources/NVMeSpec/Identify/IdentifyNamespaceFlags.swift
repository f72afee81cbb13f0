/// LBA format: block and metadata size (NVM Command Set 1.1 §4.1.5.1, "LBA Format Data Structure").
public struct LBAFormat: SpecStructure {
    public struct Layout: SpecLayout {
        /// Metadata Size (MS): in bytes.
        public let metadataSize = Field<UInt16>("ms", at: 0, "Metadata Size")
        /// LBA Data Size (DS): as a power of two; below 9 the format is not supported.
        public let dataSize = Field<UInt8>("ds", at: 2, "LBA Data Size")
        /// Relative Performance (RP): bits 1:0, 0 is best.
        public let relativePerformance = Field<UInt8>("rp", at: 3, "Relative Performance")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4 }
    public var bytes = [UInt8](repeating: 0, count: 4)
    public init(zeroed: Void) {}
}

/// NSFEAT, Namespace Features.
public struct NamespaceFeatures: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Thin Provisioning (THINP, 0).
    public static var thinProvisioning: Self { Self(rawValue: 1 << 0) }

    /// Namespace Atomic Boundaries and Powers (NSABP, 1): NAWUN, NAWUPF and NACWU apply.
    public static var atomicBoundaries: Self { Self(rawValue: 1 << 1) }

    /// Deallocated or Unwritten Logical Block Error (DAE, 2).
    public static var deallocatedBlockError: Self { Self(rawValue: 1 << 2) }

    /// NGUID and EUI64 Are Not Reused (UIDREUSE, 3).
    public static var uniqueIdentifiersNotReused: Self { Self(rawValue: 1 << 3) }

    /// Optimal Performance (OPTPERF, 4): NPWG, NPWA, NPDG, NPDA and NOWS apply.
    public static var optimalPerformance: Self { Self(rawValue: 1 << 4) }

    /// Optimal Performance by Finer Deallocate Fields (OPTPERF2, 5).
    public static var moreOptimalPerformance: Self { Self(rawValue: 1 << 5) }

    /// Multiple Atomicity Mode (MAM, 6).
    public static var multipleAtomicityMode: Self { Self(rawValue: 1 << 6) }

    /// Optional Read Performance (OPTRPERF, 7).
    public static var optimalReadPerformance: Self { Self(rawValue: 1 << 7) }

    public static let bitFields: [BitFieldDescription] = [
        .init("thinProvisioning", "THINP", 0...0, "Thin Provisioning"),
        .init("atomicBoundaries", "NSABP", 1...1, "Namespace Atomic Boundaries and Powers"),
        .init("deallocatedBlockError", "DAE", 2...2, "Deallocated or Unwritten Logical Block Error"),
        .init("uniqueIdentifiersNotReused", "UIDREUSE", 3...3, "NGUID and EUI64 Are Not Reused"),
        .init("optimalPerformance", "OPTPERF", 4...4, "Optimal Performance"),
        .init("moreOptimalPerformance", "OPTPERF2", 5...5, "Optimal Performance by Finer Deallocate Fields"),
        .init("multipleAtomicityMode", "MAM", 6...6, "Multiple Atomicity Mode"),
        .init("optimalReadPerformance", "OPTRPERF", 7...7, "Optional Read Performance"),
    ]
}

/// FLBAS, Formatted LBA Size.
public struct FormattedLBASize: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Format Index Low (FIDXL, 3:0).
    public var formatIndexLow: UInt8 {
        get { rawValue.bits(0...3) }
        set { rawValue.setBits(0...3, to: newValue) }
    }

    /// Metadata at the End of the Data LBA (MTELBA, 4).
    public var metadataInline: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// Format Index Upper (FIDXU, 6:5).
    public var formatIndexHigh: UInt8 {
        get { rawValue.bits(5...6) }
        set { rawValue.setBits(5...6, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("formatIndexLow", "FIDXL", 0...3, "Format Index Low"),
        .init("metadataInline", "MTELBA", 4...4, "Metadata at the End of the Data LBA"),
        .init("formatIndexHigh", "FIDXU", 5...6, "Format Index Upper"),
    ]
}

/// MC, Metadata Capabilities.
public struct MetadataCapabilities: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Metadata as Part of an Extended Data LBA (MTELBAS, 0).
    public static var extendedLBA: Self { Self(rawValue: 1 << 0) }

    /// Metadata as Part of a Separate Buffer (MTPTRS, 1).
    public static var separateBuffer: Self { Self(rawValue: 1 << 1) }

    public static let bitFields: [BitFieldDescription] = [
        .init("extendedLBA", "MTELBAS", 0...0, "Metadata as Part of an Extended Data LBA"),
        .init("separateBuffer", "MTPTRS", 1...1, "Metadata as Part of a Separate Buffer"),
    ]
}

/// DPC, End-to-end Data Protection Capabilities.
public struct DataProtectionCapabilities: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Protection Information Type 1 (PIT1S, 0).
    public static var type1: Self { Self(rawValue: 1 << 0) }

    /// Protection Information Type 2 (PIT2S, 1).
    public static var type2: Self { Self(rawValue: 1 << 1) }

    /// Protection Information Type 3 (PIT3S, 2).
    public static var type3: Self { Self(rawValue: 1 << 2) }

    /// Protection Information in First Bytes (PIIFB, 3).
    public static var firstBytes: Self { Self(rawValue: 1 << 3) }

    /// Protection Information in Last Bytes (PIILB, 4).
    public static var lastBytes: Self { Self(rawValue: 1 << 4) }

    public static let bitFields: [BitFieldDescription] = [
        .init("type1", "PIT1S", 0...0, "Protection Information Type 1"),
        .init("type2", "PIT2S", 1...1, "Protection Information Type 2"),
        .init("type3", "PIT3S", 2...2, "Protection Information Type 3"),
        .init("firstBytes", "PIIFB", 3...3, "Protection Information in First Bytes"),
        .init("lastBytes", "PIILB", 4...4, "Protection Information in Last Bytes"),
    ]
}

/// DPS, End-to-end Data Protection Type Settings.
public struct DataProtectionSettings: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Protection Information Type (PIT, 2:0): 0 is disabled.
    public var type: UInt8 {
        get { rawValue.bits(0...2) }
        set { rawValue.setBits(0...2, to: newValue) }
    }

    /// Protection Information Position (PIP, 3): set for the first bytes of metadata.
    public var firstBytes: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("type", "PIT", 0...2, "Protection Information Type"),
        .init("firstBytes", "PIP", 3...3, "Protection Information Position"),
    ]
}

/// NMIC, Namespace Multi-path I/O and Namespace Sharing Capabilities.
public struct NamespaceSharing: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Shared Namespace (SHRNS, 0).
    public static var shared: Self { Self(rawValue: 1 << 0) }

    /// Dispersed Namespace (DISNS, 1).
    public static var dispersed: Self { Self(rawValue: 1 << 1) }

    public static let bitFields: [BitFieldDescription] = [
        .init("shared", "SHRNS", 0...0, "Shared Namespace"),
        .init("dispersed", "DISNS", 1...1, "Dispersed Namespace"),
    ]
}

/// RESCAP, Reservation Capabilities.
public struct ReservationCapabilities: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Persist Through Power Loss (PTPLS, 0).
    public static var persistThroughPowerLoss: Self { Self(rawValue: 1 << 0) }

    /// Write Exclusive Reservation (WRES, 1).
    public static var writeExclusive: Self { Self(rawValue: 1 << 1) }

    /// Exclusive Access Reservation (EARS, 2).
    public static var exclusiveAccess: Self { Self(rawValue: 1 << 2) }

    /// Write Exclusive - Registrants Only Reservation (WREROS, 3).
    public static var writeExclusiveRegistrantsOnly: Self { Self(rawValue: 1 << 3) }

    /// Exclusive Access - Registrants Only Reservation (EAROS, 4).
    public static var exclusiveAccessRegistrantsOnly: Self { Self(rawValue: 1 << 4) }

    /// Write Exclusive - All Registrants Reservation (WREARS, 5).
    public static var writeExclusiveAllRegistrants: Self { Self(rawValue: 1 << 5) }

    /// Exclusive Access - All Registrants Reservation (EAARS, 6).
    public static var exclusiveAccessAllRegistrants: Self { Self(rawValue: 1 << 6) }

    /// Ignore Existing Key as in Revision 1.3 (IEKRUS, 7).
    public static var ignoreExistingKey13: Self { Self(rawValue: 1 << 7) }

    public static let bitFields: [BitFieldDescription] = [
        .init("persistThroughPowerLoss", "PTPLS", 0...0, "Persist Through Power Loss"),
        .init("writeExclusive", "WRES", 1...1, "Write Exclusive Reservation"),
        .init("exclusiveAccess", "EARS", 2...2, "Exclusive Access Reservation"),
        .init("writeExclusiveRegistrantsOnly", "WREROS", 3...3, "Write Exclusive - Registrants Only Reservation"),
        .init("exclusiveAccessRegistrantsOnly", "EAROS", 4...4, "Exclusive Access - Registrants Only Reservation"),
        .init("writeExclusiveAllRegistrants", "WREARS", 5...5, "Write Exclusive - All Registrants Reservation"),
        .init("exclusiveAccessAllRegistrants", "EAARS", 6...6, "Exclusive Access - All Registrants Reservation"),
        .init("ignoreExistingKey13", "IEKRUS", 7...7, "Ignore Existing Key as in Revision 1.3"),
    ]
}

/// FPI, Format Progress Indicator.
public struct FormatProgressIndicator: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Percentage of the Namespace That Remains to Be Formatted (NVMPR, 6:0).
    public var percentageRemaining: UInt8 {
        get { rawValue.bits(0...6) }
        set { rawValue.setBits(0...6, to: newValue) }
    }

    /// Format Progress Indicator Supported (FPIS, 7).
    public var supported: Bool {
        get { rawValue.bit(7) }
        set { rawValue.setBit(7, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("percentageRemaining", "NVMPR", 0...6, "Percentage of the Namespace That Remains to Be Formatted"),
        .init("supported", "FPIS", 7...7, "Format Progress Indicator Supported"),
    ]
}

/// DLFEAT, Deallocate Logical Block Features.
public struct DeallocateFeatures: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Deallocation Read Behavior (DRB, 2:0): 0 not reported, 1 all zeros, 2 all ones.
    public var readBehavior: UInt8 {
        get { rawValue.bits(0...2) }
        set { rawValue.setBits(0...2, to: newValue) }
    }

    /// Write Zeroes Deallocation Supported (WZDS, 3).
    public var writeZeroesDeallocates: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Guard Deallocation Status (GDS, 4): the guard of a deallocated block is its CRC, else FFFFh.
    public var guardIsCRC: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("readBehavior", "DRB", 0...2, "Deallocation Read Behavior"),
        .init("writeZeroesDeallocates", "WZDS", 3...3, "Write Zeroes Deallocation Supported"),
        .init("guardIsCRC", "GDS", 4...4, "Guard Deallocation Status"),
    ]
}

/// NSATTR, Namespace Attributes.
public struct NamespaceAttributes: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Currently Write Protected (CWP, 0).
    public static var writeProtected: Self { Self(rawValue: 1 << 0) }

    public static let bitFields: [BitFieldDescription] = [
        .init("writeProtected", "CWP", 0...0, "Currently Write Protected")
    ]
}

extension FormattedLBASize {
    /// Index of the LBA format in use, 0 to 63.
    public var formatIndex: Int {
        get { Int(formatIndexHigh) << 4 | Int(formatIndexLow) }
        set {
            formatIndexLow = UInt8(truncatingIfNeeded: newValue & 0xF)
            formatIndexHigh = UInt8(truncatingIfNeeded: newValue >> 4 & 0b11)
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
