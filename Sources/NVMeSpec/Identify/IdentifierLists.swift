/// List of namespace identifiers (CNS 02h, 07h, 10h, 1Ah; log pages 04h, 1Ch): ascending, zeros after the last.
public struct NamespaceList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Identifiers (NS).
        public let entries = Field<FieldArray<UInt32>, 4095, 0>("ns", "Namespace Identifiers")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// List of controller identifiers (CNS 12h and 13h; data of Namespace Attachment, NVMe Base 2.3 §4.6.1).
public struct ControllerList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Controller Identifiers (NUM).
        public let count = Field<UInt16, 1, 0>("num", "Number of Controller Identifiers")
        /// Controller Identifiers (IDENTIFIER).
        public let entries = Field<FieldArray<UInt16>, 4095, 2>("identifier", "Controller Identifiers")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Endurance Group List (CNS 19h, NVMe Base 2.3 §5.2.13.2.16).
public struct EnduranceGroupList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Endurance Group Identifiers (NUM).
        public let count = Field<UInt16, 1, 0>("num", "Number of Endurance Group Identifiers")
        /// Endurance Group Identifiers (IDENTIFIER).
        public let entries = Field<FieldArray<UInt16>, 4095, 2>("identifier", "Endurance Group Identifiers")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Attributes of an NVM set.
public struct NVMSetAttributes: SpecStructure {
    public final class Layout: SpecLayout {
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16, 1, 0>("nvmsetid", "NVM Set Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16, 3, 2>("endgid", "Endurance Group Identifier")
        /// Random 4 KiB Read Typical (RR4KT): in units of 100 ns.
        public let random4KiBReadTypical = Field<UInt32, 11, 8>("rr4kt", "Random 4 KiB Read Typical")
        /// Optimal Write Size (OWS): in bytes.
        public let optimalWriteSize = Field<UInt32, 15, 12>("ows", "Optimal Write Size")
        /// Total NVM Set Capacity (TNVMSETCAP): in bytes.
        public let totalCapacity = Field<UInt128, 31, 16>("tnvmsetcap", "Total NVM Set Capacity")
        /// Unallocated NVM Set Capacity (UNVMSETCAP): in bytes.
        public let unallocatedCapacity = Field<UInt128, 47, 32>("unvmsetcap", "Unallocated NVM Set Capacity")
    }
    public static var byteCount: Int { 128 }
    public var bytes = Self.zeroes
    public init() {}
}

/// NVM Set List (CNS 04h, NVMe Base 2.3 §5.2.13.2.4).
public struct NVMSetList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Identifiers (NID).
        public let count = Field<UInt8, 0, 0>("nid", "Number of Identifiers")
        /// NVM Set Attributes (ENT).
        public let entries = Field<FieldArray<NVMSetAttributes>, 4095, 128>("ent", "NVM Set Attributes")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// UUID List entry: association (bits 1:0 of the header) and identifier.
public struct UUIDListEntry: SpecStructure {
    public final class Layout: SpecLayout {
        /// Header (HEADER).
        public let header = Field<UInt8, 0, 0>("header", "Header")
        /// UUID (UUID).
        public let uuid = Field<[UInt8], 31, 16>("uuid", "UUID")
    }
    public static var byteCount: Int { 32 }
    public var bytes = Self.zeroes
    public init() {}
}

/// UUID List (CNS 17h, NVMe Base 2.3 §5.2.13.2.14).
public struct UUIDList: SpecStructure {
    public final class Layout: SpecLayout {
        /// UUIDs (ENTRY).
        public let entries = Field<FieldArray<UUIDListEntry>, 4095, 32>("entry", "UUIDs")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Preferred granularity of size and capacity for Namespace Management.
public struct NamespaceGranularity: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Size Granularity (NSZEGRAN): in bytes.
        public let sizeGranularity = Field<UInt64, 7, 0>("nszegran", "Namespace Size Granularity")
        /// Namespace Capacity Granularity (NCAPGRAN): in bytes.
        public let capacityGranularity = Field<UInt64, 15, 8>("ncapgran", "Namespace Capacity Granularity")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Namespace Granularity List (CNS 16h, NVM Command Set 1.1 §4.1.5.6).
public struct NamespaceGranularityList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Granularity Attributes (ATTRIBUTES).
        public let attributes = Field<UInt32, 3, 0>("attributes", "Namespace Granularity Attributes")
        /// Number of Descriptors: 0's based.
        public let count = Field<UInt8, 4, 4>("num_descriptors", "Number of Descriptors")
        /// Namespace Granularity Descriptors (ENTRY).
        public let entries = Field<FieldArray<NamespaceGranularity>, 287, 32>(
            "entry", "Namespace Granularity Descriptors")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Attributes of a domain.
public struct DomainAttributes: SpecStructure {
    public final class Layout: SpecLayout {
        /// Domain Identifier.
        public let domainIdentifier = Field<UInt16, 1, 0>("dom_id", "Domain Identifier")
        /// Total Domain Capacity: in bytes.
        public let totalCapacity = Field<UInt128, 31, 16>("dom_cap", "Total Domain Capacity")
        /// Unallocated Domain Capacity: in bytes.
        public let unallocatedCapacity = Field<UInt128, 47, 32>("unalloc_dom_cap", "Unallocated Domain Capacity")
        /// Max Endurance Group Domain Capacity: in bytes.
        public let maximumEnduranceGroupCapacity = Field<UInt128, 63, 48>(
            "max_egrp_dom_cap", "Max Endurance Group Domain Capacity")
    }
    public static var byteCount: Int { 128 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Domain List (CNS 18h, NVMe Base 2.3 §5.2.13.2.15).
public struct DomainList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Domain Entries (NUM).
        public let count = Field<UInt8, 0, 0>("num", "Number of Domain Entries")
        /// Domain Attributes.
        public let entries = Field<FieldArray<DomainAttributes>, 4095, 128>("domain_attr", "Domain Attributes")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

extension NamespaceList {
    /// How many identifiers fit one list.
    public static var capacity: Int { 1024 }

    /// The first 1,024 of `identifiers`; zeros behind them.
    public init(_ identifiers: some Sequence<UInt32>) {
        self.init()
        self.entries = FieldArray(Array(identifiers.prefix(Self.capacity)))
    }

    /// The identifiers up to the first zero.
    public var identifiers: [UInt32] { Array(self.entries.prefix { $0 != 0 }) }
}

extension ControllerList {
    /// How many identifiers fit one list.
    public static var capacity: Int { 2047 }

    /// The first 2,047 of `identifiers`.
    public init(_ identifiers: some Sequence<UInt16>) {
        self.init()
        let head = Array(identifiers.prefix(Self.capacity))
        self.entries = FieldArray(head)
        self.count = UInt16(head.count)
    }

    /// As many identifiers as the list says it has and has room for.
    public var identifiers: [UInt16] { Array(self.entries.prefix(Int(self.count))) }
}
