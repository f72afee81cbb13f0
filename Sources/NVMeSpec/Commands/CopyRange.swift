/// Source range of a Copy command in descriptor format 0h (NVM Command Set 1.1 §3.3.2).
public struct CopyRange: SpecStructure {
    public final class Layout: SpecLayout {
        /// Starting LBA (SLBA).
        public let startingLBA = Field<UInt64, 15, 8>("slba", "Starting LBA")
        /// Number of Logical Blocks (NLB): 0's based.
        public let blockCount = Field<UInt16, 17, 16>("nlb", "Number of Logical Blocks")
        /// Expected Initial Logical Block Reference Tag (EILBRT).
        public let expectedInitialLogicalBlockReferenceTag = Field<UInt32, 27, 24>(
            "eilbrt", "Expected Initial Logical Block Reference Tag")
        /// Expected Logical Block Application Tag (ELBAT).
        public let expectedLogicalBlockApplicationTag = Field<UInt16, 29, 28>(
            "elbat", "Expected Logical Block Application Tag")
        /// Expected Logical Block Application Tag Mask (ELBATM).
        public let expectedLogicalBlockApplicationTagMask = Field<UInt16, 31, 30>(
            "elbatm", "Expected Logical Block Application Tag Mask")
    }
    public static var byteCount: Int { 32 }
    public var bytes = Self.zeroes
    public init() {}
}

extension CopyRange {
    /// `blockCount` is 0's based.
    public init(startingLBA: UInt64, zeroBasedBlockCount blockCount: UInt16) {
        self.init()
        self.startingLBA = startingLBA
        self.blockCount = blockCount
    }
}
