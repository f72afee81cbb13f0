/// Source range of a Copy command in descriptor format 0h (NVM Command Set 1.1 §3.3.2).
public struct CopyRange: SpecStructure {
    public struct Layout: SpecLayout {
        /// Starting LBA (SLBA).
        public let startingLBA = Field<UInt64>("slba", at: 8, "Starting LBA")
        /// Number of Logical Blocks (NLB): 0's based.
        public let blockCount = Field<UInt16>("nlb", at: 16, "Number of Logical Blocks")
        /// Expected Initial Logical Block Reference Tag (EILBRT).
        public let expectedInitialLogicalBlockReferenceTag = Field<UInt32>(
            "eilbrt", at: 24, "Expected Initial Logical Block Reference Tag")
        /// Expected Logical Block Application Tag (ELBAT).
        public let expectedLogicalBlockApplicationTag = Field<UInt16>(
            "elbat", at: 28, "Expected Logical Block Application Tag")
        /// Expected Logical Block Application Tag Mask (ELBATM).
        public let expectedLogicalBlockApplicationTagMask = Field<UInt16>(
            "elbatm", at: 30, "Expected Logical Block Application Tag Mask")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 32 }
    public var bytes = [UInt8](repeating: 0, count: 32)
    public init(zeroed: Void) {}
}

extension CopyRange {
    /// `blockCount` is 0's based.
    public init(startingLBA: UInt64, zeroBasedBlockCount blockCount: UInt16) {
        self.init()
        self.startingLBA = startingLBA
        self.blockCount = blockCount
    }
}
