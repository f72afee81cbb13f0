/// What an arena page is used for: lets the clock hand find who has it.
struct PageNote {
    enum Use: UInt8 {
        /// Free.
        case none = 0
        /// A version of a page of a namespace; `detail` is the durable version while the latest is volatile.
        case version
        /// A body that several pages have; `detail` counts them.
        case body
        /// A page of records; `detail` is the index of the group.
        case records
        /// A leaf of a namespace's page table, whose first page it names.
        case leaf
    }

    private var owner: UInt64 = 0
    var detail: UInt64 = 0

    private static var mediaPageMask: UInt64 { 1 << 52 &- 1 }
    private static var comparedFlag: UInt64 { 1 << 60 }

    static var none: Self { Self() }

    /// - Parameters:
    ///   - client: the namespace, below 256.
    ///   - mediaPage: below 2^51, as a namespace has up to 2^63 bytes.
    @inline(__always)
    static func version(of mediaPage: UInt64, client: UInt8) -> Self {
        Self(owner: UInt64(Use.version.rawValue) << 61 | UInt64(client) << 52 | mediaPage & mediaPageMask)
    }

    static func leaf(of mediaPage: UInt64, client: UInt8) -> Self {
        Self(owner: UInt64(Use.leaf.rawValue) << 61 | UInt64(client) << 52 | mediaPage & mediaPageMask)
    }

    static func body(blockShift: UInt64, users: UInt64) -> Self {
        Self(owner: UInt64(Use.body.rawValue) << 61 | blockShift, detail: users)
    }

    static func records(index: UInt32) -> Self {
        Self(owner: UInt64(Use.records.rawValue) << 61, detail: UInt64(index))
    }

    private init(owner: UInt64 = 0, detail: UInt64 = 0) {
        self.owner = owner
        self.detail = detail
    }

    var use: Use { Use(rawValue: UInt8(truncatingIfNeeded: owner >> 61)) ?? .none }
    var client: UInt8 { UInt8(truncatingIfNeeded: owner >> 52) }
    var mediaPage: UInt64 { owner & Self.mediaPageMask }
    /// Of a body: log2 of the bytes of the blocks that its stamps belong to.
    var blockShift: UInt64 { owner & 0xFF }

    /// Nobody had the same body when the clock hand last came by.
    var isCompared: Bool {
        get { owner & Self.comparedFlag != 0 }
        set { owner = newValue ? owner | Self.comparedFlag : owner & ~Self.comparedFlag }
    }
}
