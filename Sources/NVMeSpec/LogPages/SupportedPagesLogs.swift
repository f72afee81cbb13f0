/// What the controller supports of one log page (element of log page 00h).
public struct LogPageSupport: BitStructure {
    public final class Layout: BitLayout {
        /// LID Supported (LSUPP).
        public let supported = Bit<0>("LSUPP", "LID Supported")
        /// Index Offset Supported (IOS).
        public let indexOffset = Bit<1>("IOS", "Index Offset Supported")
        /// LID Specific Parameter (LIDSP).
        public let parameter = Bits<UInt16, 31, 16>("LIDSP", "LID Specific Parameter")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Supported Log Pages (log page 00h, NVMe Base 2.3 §5.2.12.1.1).
public struct SupportedLogPagesLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// LID Supported and Effects.
        public let pages = Field<FieldArray<LogPageSupport>, 1023, 0>("lid_support", "LID Supported and Effects")
    }
    public static var byteCount: Int { 1024 }
    public var bytes = Self.zeroes
    public init() {}
}

/// What setting one feature does (element of log page 12h).
public struct FeatureEffects: BitStructure {
    public final class Layout: BitLayout {
        /// FID Supported (FSUPP).
        public let supported = Bit<0>("FSUPP", "FID Supported")
        /// User Data Content Change (UDCC).
        public let userDataContentChange = Bit<1>("UDCC", "User Data Content Change")
        /// Namespace Capability Change (NCC).
        public let namespaceCapabilityChange = Bit<2>("NCC", "Namespace Capability Change")
        /// Namespace Inventory Change (NIC).
        public let namespaceInventoryChange = Bit<3>("NIC", "Namespace Inventory Change")
        /// Controller Capability Change (CCC).
        public let controllerCapabilityChange = Bit<4>("CCC", "Controller Capability Change")
        /// UUID Selection Supported (USS).
        public let uuidSelection = Bit<19>("USS", "UUID Selection Supported")
        /// FID Scope (FSP).
        public let scope = Bits<UInt16, 31, 20>("FSP", "FID Scope")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Feature Identifiers Supported and Effects (log page 12h, NVMe Base 2.3 §5.2.12.1.18).
public struct FeatureIdentifiersSupportedAndEffectsLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// FID Supported and Effects.
        public let features = Field<FieldArray<FeatureEffects>, 1023, 0>("fid_support", "FID Supported and Effects")
    }
    public static var byteCount: Int { 1024 }
    public var bytes = Self.zeroes
    public init() {}
}
