/// What the controller supports of one log page (element of log page 00h).
public struct LogPageSupport: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// LID Supported (LSUPP, 0).
    public var supported: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Index Offset Supported (IOS, 1).
    public var indexOffset: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// LID Specific Parameter (LIDSP, 31:16).
    public var parameter: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("supported", "LSUPP", 0...0, "LID Supported"),
        .init("indexOffset", "IOS", 1...1, "Index Offset Supported"),
        .init("parameter", "LIDSP", 16...31, "LID Specific Parameter"),
    ]
}

/// Supported Log Pages (log page 00h, NVMe Base 2.3 §5.2.12.1.1).
public struct SupportedLogPagesLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// LID Supported and Effects.
        public let pages = Field<FieldArray<LogPageSupport>>(
            "lid_support", at: 0, count: 256, "LID Supported and Effects")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 1024 }
    public var bytes = [UInt8](repeating: 0, count: 1024)
    public init(zeroed: Void) {}
}

/// What setting one feature does (element of log page 12h).
public struct FeatureEffects: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// FID Supported (FSUPP, 0).
    public var supported: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// User Data Content Change (UDCC, 1).
    public var userDataContentChange: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// Namespace Capability Change (NCC, 2).
    public var namespaceCapabilityChange: Bool {
        get { rawValue.bit(2) }
        set { rawValue.setBit(2, to: newValue) }
    }

    /// Namespace Inventory Change (NIC, 3).
    public var namespaceInventoryChange: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Controller Capability Change (CCC, 4).
    public var controllerCapabilityChange: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// UUID Selection Supported (USS, 19).
    public var uuidSelection: Bool {
        get { rawValue.bit(19) }
        set { rawValue.setBit(19, to: newValue) }
    }

    /// FID Scope (FSP, 31:20).
    public var scope: UInt16 {
        get { UInt16(rawValue.bits(20...31)) }
        set { rawValue.setBits(20...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("supported", "FSUPP", 0...0, "FID Supported"),
        .init("userDataContentChange", "UDCC", 1...1, "User Data Content Change"),
        .init("namespaceCapabilityChange", "NCC", 2...2, "Namespace Capability Change"),
        .init("namespaceInventoryChange", "NIC", 3...3, "Namespace Inventory Change"),
        .init("controllerCapabilityChange", "CCC", 4...4, "Controller Capability Change"),
        .init("uuidSelection", "USS", 19...19, "UUID Selection Supported"),
        .init("scope", "FSP", 20...31, "FID Scope"),
    ]
}

/// Feature Identifiers Supported and Effects (log page 12h, NVMe Base 2.3 §5.2.12.1.18).
public struct FeatureIdentifiersSupportedAndEffectsLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// FID Supported and Effects.
        public let features = Field<FieldArray<FeatureEffects>>(
            "fid_support", at: 0, count: 256, "FID Supported and Effects")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 1024 }
    public var bytes = [UInt8](repeating: 0, count: 1024)
    public init(zeroed: Void) {}
}
