/// Header of LBA Status Information (log page 0Eh, NVM Command Set 1.1 §4.1.4.5).
public struct LBAStatusLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// LBA Status Log Page Length (LSLPLEN): in bytes.
        public let logLength = Field<UInt32>("lslplen", at: 0, "LBA Status Log Page Length")
        /// Number of LBA Status Log Namespace Elements (NLSLNE).
        public let namespaceElementCount = Field<UInt32>("nlslne", at: 4, "Number of LBA Status Log Namespace Elements")
        /// Estimate of Unrecoverable Logical Blocks (ESTULB).
        public let estimatedUnrecoverableBlocks = Field<UInt32>(
            "estulb", at: 8, "Estimate of Unrecoverable Logical Blocks")
        /// LBA Status Generation Counter (LSGC).
        public let generationCounter = Field<UInt16>("lsgc", at: 14, "LBA Status Generation Counter")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// LBA status log namespace element, which `rangeDescriptorCount` range descriptors follow.
public struct LBAStatusNamespaceElement: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Element Identifier (NEID).
        public let namespaceID = Field<UInt32>("neid", at: 0, "Namespace Element Identifier")
        /// Number of LBA Range Descriptors (NLRD).
        public let rangeDescriptorCount = Field<UInt32>("nlrd", at: 4, "Number of LBA Range Descriptors")
        /// Recommended Action Type (RATYPE).
        public let recommendedActionType = Field<UInt8>("ratype", at: 8, "Recommended Action Type")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// LBA range descriptor of the LBA Status Information log page.
public struct LBARangeDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// Range Starting LBA (RSLBA).
        public let startingLBA = Field<UInt64>("rslba", at: 0, "Range Starting LBA")
        /// Range Number of Logical Blocks (RNLB).
        public let blockCount = Field<UInt32>("rnlb", at: 8, "Range Number of Logical Blocks")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// Header of the data that Get LBA Status returns (NVM Command Set 1.1 §4.2.1).
public struct LBAStatusListHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of LBA Status Descriptors (NLSD).
        public let descriptorCount = Field<UInt32>("nlsd", at: 0, "Number of LBA Status Descriptors")
        /// Completion Condition (CMPC).
        public let completionCondition = Field<UInt8>("cmpc", at: 4, "Completion Condition")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 8 }
    public var bytes = [UInt8](repeating: 0, count: 8)
    public init(zeroed: Void) {}
}

/// LBA status descriptor of Get LBA Status.
public struct LBAStatusDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// Descriptor Starting LBA (DSLBA).
        public let startingLBA = Field<UInt64>("dslba", at: 0, "Descriptor Starting LBA")
        /// Number of Logical Blocks (NLB).
        public let blockCount = Field<UInt32>("nlb", at: 8, "Number of Logical Blocks")
        /// Status (STATUS).
        public let status = Field<UInt8>("status", at: 13, "Status")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}
