/// Range of a Dataset Management command (NVM Command Set 1.1 §3.3.3, "Range Definition").
public struct DSMRange: SpecStructure {
    public struct Layout: SpecLayout {
        /// Context Attributes (CATTR).
        public let contextAttributes = Field<UInt32>("cattr", at: 0, "Context Attributes")
        /// Length in Logical Blocks (NLB).
        public let blockCount = Field<UInt32>("nlb", at: 4, "Length in Logical Blocks")
        /// Starting LBA (SLBA).
        public let startingLBA = Field<UInt64>("slba", at: 8, "Starting LBA")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

extension DSMRange {
    public init(startingLBA: UInt64, blockCount: UInt32, contextAttributes: UInt32 = 0) {
        self.init()
        self.startingLBA = startingLBA
        self.blockCount = blockCount
        self.contextAttributes = contextAttributes
    }
}
