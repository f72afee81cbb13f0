/// Range of a Dataset Management command (NVM Command Set 1.1 §3.3.3, "Range Definition").
public struct DSMRange: SpecStructure {
    public final class Layout: SpecLayout {
        /// Context Attributes (CATTR).
        public let contextAttributes = Field<UInt32, 3, 0>("cattr", "Context Attributes")
        /// Length in Logical Blocks (NLB).
        public let blockCount = Field<UInt32, 7, 4>("nlb", "Length in Logical Blocks")
        /// Starting LBA (SLBA).
        public let startingLBA = Field<UInt64, 15, 8>("slba", "Starting LBA")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

extension DSMRange {
    public init(startingLBA: UInt64, blockCount: UInt32, contextAttributes: UInt32 = 0) {
        self.init()
        self.startingLBA = startingLBA
        self.blockCount = blockCount
        self.contextAttributes = contextAttributes
    }
}
