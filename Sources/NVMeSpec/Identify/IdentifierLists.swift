/// List of namespace identifiers (CNS 02h, 07h, 10h, 1Ah; log pages 04h, 1Ch): ascending, zeros after the last.
public struct NamespaceList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Identifiers (NS).
        public let entries = Field<FieldArray<UInt32>>("ns", at: 0, count: 1024, "Namespace Identifiers")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// List of controller identifiers (CNS 12h and 13h; data of Namespace Attachment, NVMe Base 2.3 §4.6.1).
public struct ControllerList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Controller Identifiers (NUM).
        public let count = Field<UInt16>("num", at: 0, "Number of Controller Identifiers")
        /// Controller Identifiers (IDENTIFIER).
        public let entries = Field<FieldArray<UInt16>>("identifier", at: 2, count: 2047, "Controller Identifiers")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Endurance Group List (CNS 19h, NVMe Base 2.3 §5.2.13.2.16).
public struct EnduranceGroupList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Endurance Group Identifiers (NUM).
        public let count = Field<UInt16>("num", at: 0, "Number of Endurance Group Identifiers")
        /// Endurance Group Identifiers (IDENTIFIER).
        public let entries = Field<FieldArray<UInt16>>("identifier", at: 2, count: 2047, "Endurance Group Identifiers")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Attributes of an NVM set.
public struct NVMSetAttributes: SpecStructure {
    public struct Layout: SpecLayout {
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16>("nvmsetid", at: 0, "NVM Set Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16>("endgid", at: 2, "Endurance Group Identifier")
        /// Random 4 KiB Read Typical (RR4KT): in units of 100 ns.
        public let random4KiBReadTypical = Field<UInt32>("rr4kt", at: 8, "Random 4 KiB Read Typical")
        /// Optimal Write Size (OWS): in bytes.
        public let optimalWriteSize = Field<UInt32>("ows", at: 12, "Optimal Write Size")
        /// Total NVM Set Capacity (TNVMSETCAP): in bytes.
        public let totalCapacity = Field<UInt128>("tnvmsetcap", at: 16, "Total NVM Set Capacity")
        /// Unallocated NVM Set Capacity (UNVMSETCAP): in bytes.
        public let unallocatedCapacity = Field<UInt128>("unvmsetcap", at: 32, "Unallocated NVM Set Capacity")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 128 }
    public var bytes = [UInt8](repeating: 0, count: 128)
    public init(zeroed: Void) {}
}

/// NVM Set List (CNS 04h, NVMe Base 2.3 §5.2.13.2.4).
public struct NVMSetList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Identifiers (NID).
        public let count = Field<UInt8>("nid", at: 0, "Number of Identifiers")
        /// NVM Set Attributes (ENT).
        public let entries = Field<FieldArray<NVMSetAttributes>>("ent", at: 128, count: 31, "NVM Set Attributes")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// UUID List entry: association (bits 1:0 of the header) and identifier.
public struct UUIDListEntry: SpecStructure {
    public struct Layout: SpecLayout {
        /// Header (HEADER).
        public let header = Field<UInt8>("header", at: 0, "Header")
        /// UUID (UUID).
        public let uuid = Field<[UInt8]>("uuid", at: 16, bytes: 16, "UUID")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 32 }
    public var bytes = [UInt8](repeating: 0, count: 32)
    public init(zeroed: Void) {}
}

/// UUID List (CNS 17h, NVMe Base 2.3 §5.2.13.2.14).
public struct UUIDList: SpecStructure {
    public struct Layout: SpecLayout {
        /// UUIDs (ENTRY).
        public let entries = Field<FieldArray<UUIDListEntry>>("entry", at: 32, count: 127, "UUIDs")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Preferred granularity of size and capacity for Namespace Management.
public struct NamespaceGranularity: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Size Granularity (NSZEGRAN): in bytes.
        public let sizeGranularity = Field<UInt64>("nszegran", at: 0, "Namespace Size Granularity")
        /// Namespace Capacity Granularity (NCAPGRAN): in bytes.
        public let capacityGranularity = Field<UInt64>("ncapgran", at: 8, "Namespace Capacity Granularity")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// Namespace Granularity List (CNS 16h, NVM Command Set 1.1 §4.1.5.6).
public struct NamespaceGranularityList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Granularity Attributes (ATTRIBUTES).
        public let attributes = Field<UInt32>("attributes", at: 0, "Namespace Granularity Attributes")
        /// Number of Descriptors: 0's based.
        public let count = Field<UInt8>("num_descriptors", at: 4, "Number of Descriptors")
        /// Namespace Granularity Descriptors (ENTRY).
        public let entries = Field<FieldArray<NamespaceGranularity>>(
            "entry", at: 32, count: 16, "Namespace Granularity Descriptors")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Attributes of a domain.
public struct DomainAttributes: SpecStructure {
    public struct Layout: SpecLayout {
        /// Domain Identifier.
        public let domainIdentifier = Field<UInt16>("dom_id", at: 0, "Domain Identifier")
        /// Total Domain Capacity: in bytes.
        public let totalCapacity = Field<UInt128>("dom_cap", at: 16, "Total Domain Capacity")
        /// Unallocated Domain Capacity: in bytes.
        public let unallocatedCapacity = Field<UInt128>("unalloc_dom_cap", at: 32, "Unallocated Domain Capacity")
        /// Max Endurance Group Domain Capacity: in bytes.
        public let maximumEnduranceGroupCapacity = Field<UInt128>(
            "max_egrp_dom_cap", at: 48, "Max Endurance Group Domain Capacity")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 128 }
    public var bytes = [UInt8](repeating: 0, count: 128)
    public init(zeroed: Void) {}
}

/// Domain List (CNS 18h, NVMe Base 2.3 §5.2.13.2.15).
public struct DomainList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Domain Entries (NUM).
        public let count = Field<UInt8>("num", at: 0, "Number of Domain Entries")
        /// Domain Attributes.
        public let entries = Field<FieldArray<DomainAttributes>>("domain_attr", at: 128, count: 31, "Domain Attributes")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
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
