/// Identify Namespace of the NVM command set (CNS 00h, NVM Command Set 1.1 §4.1.5.1).
public struct IdentifyNamespace: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Size (NSZE): in logical blocks.
        public let namespaceSize = Field<UInt64, 7, 0>("nsze", "Namespace Size")
        /// Namespace Capacity (NCAP): in logical blocks.
        public let namespaceCapacity = Field<UInt64, 15, 8>("ncap", "Namespace Capacity")
        /// Namespace Utilization (NUSE): in logical blocks.
        public let namespaceUtilization = Field<UInt64, 23, 16>("nuse", "Namespace Utilization")
        /// Namespace Features (NSFEAT).
        public let features = Field<NamespaceFeatures, 24, 24>("nsfeat", "Namespace Features")
        /// Number of LBA Formats (NLBAF): 0's based.
        public let numberOfLBAFormats = Field<UInt8, 25, 25>("nlbaf", "Number of LBA Formats")
        /// Formatted LBA Size (FLBAS).
        public let formattedLBASize = Field<FormattedLBASize, 26, 26>("flbas", "Formatted LBA Size")
        /// Metadata Capabilities (MC).
        public let metadataCapabilities = Field<MetadataCapabilities, 27, 27>("mc", "Metadata Capabilities")
        /// End-to-end Data Protection Capabilities (DPC).
        public let dataProtectionCapabilities = Field<DataProtectionCapabilities, 28, 28>(
            "dpc", "End-to-end Data Protection Capabilities")
        /// End-to-end Data Protection Type Settings (DPS).
        public let dataProtectionSettings = Field<DataProtectionSettings, 29, 29>(
            "dps", "End-to-end Data Protection Type Settings")
        /// Namespace Multi-path I/O and Namespace Sharing Capabilities (NMIC).
        public let sharing = Field<NamespaceSharing, 30, 30>(
            "nmic", "Namespace Multi-path I/O and Namespace Sharing Capabilities")
        /// Reservation Capabilities (RESCAP).
        public let reservationCapabilities = Field<ReservationCapabilities, 31, 31>(
            "rescap", "Reservation Capabilities")
        /// Format Progress Indicator (FPI).
        public let formatProgress = Field<FormatProgressIndicator, 32, 32>("fpi", "Format Progress Indicator")
        /// Deallocate Logical Block Features (DLFEAT).
        public let deallocateFeatures = Field<DeallocateFeatures, 33, 33>("dlfeat", "Deallocate Logical Block Features")
        /// Namespace Atomic Write Unit Normal (NAWUN): in logical blocks, 0's based.
        public let atomicWriteUnitNormal = Field<UInt16, 35, 34>("nawun", "Namespace Atomic Write Unit Normal")
        /// Namespace Atomic Write Unit Power Fail (NAWUPF): in logical blocks, 0's based.
        public let atomicWriteUnitPowerFail = Field<UInt16, 37, 36>("nawupf", "Namespace Atomic Write Unit Power Fail")
        /// Namespace Atomic Compare & Write Unit (NACWU): in logical blocks, 0's based.
        public let atomicCompareAndWriteUnit = Field<UInt16, 39, 38>("nacwu", "Namespace Atomic Compare & Write Unit")
        /// Namespace Atomic Boundary Size Normal (NABSN).
        public let atomicBoundarySizeNormal = Field<UInt16, 41, 40>("nabsn", "Namespace Atomic Boundary Size Normal")
        /// Namespace Atomic Boundary Offset (NABO).
        public let atomicBoundaryOffset = Field<UInt16, 43, 42>("nabo", "Namespace Atomic Boundary Offset")
        /// Namespace Atomic Boundary Size Power Fail (NABSPF).
        public let atomicBoundarySizePowerFail = Field<UInt16, 45, 44>(
            "nabspf", "Namespace Atomic Boundary Size Power Fail")
        /// Namespace Optimal I/O Boundary (NOIOB): in logical blocks.
        public let optimalIOBoundary = Field<UInt16, 47, 46>("noiob", "Namespace Optimal I/O Boundary")
        /// NVM Capacity (NVMCAP): in bytes.
        public let nvmCapacity = Field<UInt128, 63, 48>("nvmcap", "NVM Capacity")
        /// Namespace Preferred Write Granularity (NPWG): in logical blocks, 0's based.
        public let preferredWriteGranularity = Field<UInt16, 65, 64>("npwg", "Namespace Preferred Write Granularity")
        /// Namespace Preferred Write Alignment (NPWA): in logical blocks, 0's based.
        public let preferredWriteAlignment = Field<UInt16, 67, 66>("npwa", "Namespace Preferred Write Alignment")
        /// Namespace Preferred Deallocate Granularity (NPDG): in logical blocks, 0's based.
        public let preferredDeallocateGranularity = Field<UInt16, 69, 68>(
            "npdg", "Namespace Preferred Deallocate Granularity")
        /// Namespace Preferred Deallocate Alignment (NPDA): in logical blocks, 0's based.
        public let preferredDeallocateAlignment = Field<UInt16, 71, 70>(
            "npda", "Namespace Preferred Deallocate Alignment")
        /// Namespace Optimal Write Size (NOWS): in logical blocks, 0's based.
        public let optimalWriteSize = Field<UInt16, 73, 72>("nows", "Namespace Optimal Write Size")
        /// Maximum Single Source Range Length (MSSRL): in logical blocks.
        public let maximumSingleSourceRangeLength = Field<UInt16, 75, 74>("mssrl", "Maximum Single Source Range Length")
        /// Maximum Copy Length (MCL): in logical blocks.
        public let maximumCopyLength = Field<UInt32, 79, 76>("mcl", "Maximum Copy Length")
        /// Maximum Source Range Count (MSRC): 0's based.
        public let maximumSourceRangeCount = Field<UInt8, 80, 80>("msrc", "Maximum Source Range Count")
        /// Key Per I/O Status (KPIOS).
        public let keyPerIOStatus = Field<UInt8, 81, 81>("kpios", "Key Per I/O Status")
        /// Number of Unique Attribute LBA Formats (NULBAF).
        public let numberOfUniqueAttributeLBAFormats = Field<UInt8, 82, 82>(
            "nulbaf", "Number of Unique Attribute LBA Formats")
        /// Key Per I/O Data Access Alignment and Granularity (KPIODAAG).
        public let keyPerIODataAccessAlignment = Field<UInt32, 87, 84>(
            "kpiodaag", "Key Per I/O Data Access Alignment and Granularity")
        /// ANA Group Identifier (ANAGRPID).
        public let anaGroupIdentifier = Field<UInt32, 95, 92>("anagrpid", "ANA Group Identifier")
        /// Namespace Attributes (NSATTR).
        public let attributes = Field<NamespaceAttributes, 99, 99>("nsattr", "Namespace Attributes")
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16, 101, 100>("nvmsetid", "NVM Set Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16, 103, 102>("endgid", "Endurance Group Identifier")
        /// Namespace Globally Unique Identifier (NGUID).
        public let globallyUniqueIdentifier = Field<[UInt8], 119, 104>("nguid", "Namespace Globally Unique Identifier")
        /// IEEE Extended Unique Identifier (EUI64).
        public let extendedUniqueIdentifier = Field<[UInt8], 127, 120>("eui64", "IEEE Extended Unique Identifier")
        /// LBA Formats (LBAF).
        public let lbaFormats = Field<FieldArray<LBAFormat>, 383, 128>("lbaf", "LBA Formats")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8], 4095, 384>("vs", "Vendor Specific")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
