/// Header of LBA Status Information (log page 0Eh, NVM Command Set 1.1 §4.1.4.5).
public struct LBAStatusLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// LBA Status Log Page Length (LSLPLEN): in bytes.
        public let logLength = Field<UInt32, 3, 0>("lslplen", "LBA Status Log Page Length")
        /// Number of LBA Status Log Namespace Elements (NLSLNE).
        public let namespaceElementCount = Field<UInt32, 7, 4>("nlslne", "Number of LBA Status Log Namespace Elements")
        /// Estimate of Unrecoverable Logical Blocks (ESTULB).
        public let estimatedUnrecoverableBlocks = Field<UInt32, 11, 8>(
            "estulb", "Estimate of Unrecoverable Logical Blocks")
        /// LBA Status Generation Counter (LSGC).
        public let generationCounter = Field<UInt16, 15, 14>("lsgc", "LBA Status Generation Counter")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// LBA status log namespace element, which `rangeDescriptorCount` range descriptors follow.
public struct LBAStatusNamespaceElement: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Element Identifier (NEID).
        public let namespaceID = Field<UInt32, 3, 0>("neid", "Namespace Element Identifier")
        /// Number of LBA Range Descriptors (NLRD).
        public let rangeDescriptorCount = Field<UInt32, 7, 4>("nlrd", "Number of LBA Range Descriptors")
        /// Recommended Action Type (RATYPE).
        public let recommendedActionType = Field<UInt8, 8, 8>("ratype", "Recommended Action Type")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// LBA range descriptor of the LBA Status Information log page.
public struct LBARangeDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// Range Starting LBA (RSLBA).
        public let startingLBA = Field<UInt64, 7, 0>("rslba", "Range Starting LBA")
        /// Range Number of Logical Blocks (RNLB).
        public let blockCount = Field<UInt32, 11, 8>("rnlb", "Range Number of Logical Blocks")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Header of the data that Get LBA Status returns (NVM Command Set 1.1 §4.2.1).
public struct LBAStatusListHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of LBA Status Descriptors (NLSD).
        public let descriptorCount = Field<UInt32, 3, 0>("nlsd", "Number of LBA Status Descriptors")
        /// Completion Condition (CMPC).
        public let completionCondition = Field<UInt8, 4, 4>("cmpc", "Completion Condition")
    }
    public static var byteCount: Int { 8 }
    public var bytes = Self.zeroes
    public init() {}
}

/// LBA status descriptor of Get LBA Status.
public struct LBAStatusDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// Descriptor Starting LBA (DSLBA).
        public let startingLBA = Field<UInt64, 7, 0>("dslba", "Descriptor Starting LBA")
        /// Number of Logical Blocks (NLB).
        public let blockCount = Field<UInt32, 11, 8>("nlb", "Number of Logical Blocks")
        /// Status (STATUS).
        public let status = Field<UInt8, 13, 13>("status", "Status")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}
