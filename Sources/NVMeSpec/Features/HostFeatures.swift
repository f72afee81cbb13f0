/// Host Memory Buffer (FID 0Dh), command dword 11.
public struct HostMemoryBufferFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Enable Host Memory (EHM, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Memory Return (MR, 1).
    public var memoryReturn: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// Host Memory Non-operational Access Restriction Enable (HMNARE, 2).
    public var nonOperationalAccessRestrictionEnable: Bool {
        get { rawValue.bit(2) }
        set { rawValue.setBit(2, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "EHM", 0...0, "Enable Host Memory"),
        .init("memoryReturn", "MR", 1...1, "Memory Return"),
        .init(
            "nonOperationalAccessRestrictionEnable", "HMNARE", 2...2,
            "Host Memory Non-operational Access Restriction Enable"),
    ]
}

/// Host Memory Buffer attributes, as Get Features returns them.
public struct HostMemoryBufferAttributes: SpecStructure {
    public struct Layout: SpecLayout {
        /// Host Memory Buffer Size (HSIZE): in memory pages.
        public let size = Field<UInt32>("hsize", at: 0, "Host Memory Buffer Size")
        /// Host Memory Descriptor List Address Lower (HMDLAL).
        public let descriptorListAddressLower = Field<UInt32>(
            "hmdlal", at: 4, "Host Memory Descriptor List Address Lower")
        /// Host Memory Descriptor List Address Upper (HMDLAU).
        public let descriptorListAddressUpper = Field<UInt32>(
            "hmdlau", at: 8, "Host Memory Descriptor List Address Upper")
        /// Host Memory Descriptor List Entry Count (HMDLEC).
        public let descriptorListEntryCount = Field<UInt32>("hmdlec", at: 12, "Host Memory Descriptor List Entry Count")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Entry of the host memory descriptor list.
public struct HostMemoryBufferDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// Buffer Address (BADD): aligned to the memory page size.
        public let address = Field<UInt64>("badd", at: 0, "Buffer Address")
        /// Buffer Size (BSIZE): in memory pages.
        public let size = Field<UInt32>("bsize", at: 8, "Buffer Size")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// How a Timestamp came about.
public struct TimestampAttributes: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Synch (SYNCH, 0): set when the count may have stopped for a while.
    public var stopped: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Timestamp Origin (TO, 3:1): 0 cleared by a reset, 1 set by Set Features.
    public var origin: UInt8 {
        get { rawValue.bits(1...3) }
        set { rawValue.setBits(1...3, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("stopped", "SYNCH", 0...0, "Synch"),
        .init("origin", "TO", 1...3, "Timestamp Origin"),
    ]
}

/// Timestamp data (FID 0Eh, NVMe Base 2.3 §5.2.26.1).
public struct TimestampData: SpecStructure {
    public struct Layout: SpecLayout {
        /// Timestamp (TIMESTAMP): in milliseconds since 1970-01-01 00:00 UTC.
        public let milliseconds = Field<UInt64>("timestamp", at: 0, bytes: 6, "Timestamp")
        /// Timestamp Attributes (ATTR).
        public let attributes = Field<TimestampAttributes>("attr", at: 6, "Timestamp Attributes")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 8 }
    public var bytes = [UInt8](repeating: 0, count: 8)
    public init(zeroed: Void) {}
}

/// Host Behavior Support data (FID 16h).
public struct HostBehaviorSupport: SpecStructure {
    public struct Layout: SpecLayout {
        /// Advanced Command Retry Enable (ACRE).
        public let advancedCommandRetryEnable = Field<UInt8>("acre", at: 0, "Advanced Command Retry Enable")
        /// Extended Telemetry Data Area 4 Supported (ETDAS).
        public let extendedTelemetryDataAreaSupported = Field<UInt8>(
            "etdas", at: 1, "Extended Telemetry Data Area 4 Supported")
        /// LBA Format Extension Enable (LBAFEE).
        public let lbaFormatExtensionEnable = Field<UInt8>("lbafee", at: 2, "LBA Format Extension Enable")
        /// Host Dispersed Namespace Support (HDISNS).
        public let hostDispersedNamespaceSupport = Field<UInt8>("hdisns", at: 3, "Host Dispersed Namespace Support")
        /// Copy Descriptor Formats Enable (CDFE).
        public let copyDescriptorFormatsEnable = Field<UInt16>("cdfe", at: 4, "Copy Descriptor Formats Enable")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}

/// I/O Command Set Profile (FID 19h).
public struct IOCommandSetProfileFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// I/O Command Set Combination Index (IOCSCI, 8:0).
    public var combinationIndex: UInt16 {
        get { UInt16(rawValue.bits(0...8)) }
        set { rawValue.setBits(0...8, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("combinationIndex", "IOCSCI", 0...8, "I/O Command Set Combination Index")
    ]
}

/// Software Progress Marker (FID 80h).
public struct SoftwareProgressMarkerFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Pre-boot Software Load Count (PBSLC, 7:0).
    public var preBootLoadCount: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("preBootLoadCount", "PBSLC", 0...7, "Pre-boot Software Load Count")
    ]
}

/// Host Identifier (FID 81h).
public struct HostIdentifierFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Enable Extended Host Identifier (EXHID, 0): 16 bytes instead of 8.
    public var extended: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("extended", "EXHID", 0...0, "Enable Extended Host Identifier")
    ]
}

/// Reservation Notification Mask (FID 82h).
public struct ReservationNotificationMask: FlagStructure {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Mask Registration Preempted Notification (REGPRE, 1).
    public static var registrationPreempted: Self { Self(rawValue: 1 << 1) }

    /// Mask Reservation Released Notification (RESREL, 2).
    public static var reservationReleased: Self { Self(rawValue: 1 << 2) }

    /// Mask Reservation Preempted Notification (RESPRE, 3).
    public static var reservationPreempted: Self { Self(rawValue: 1 << 3) }

    public static let bitFields: [BitFieldDescription] = [
        .init("registrationPreempted", "REGPRE", 1...1, "Mask Registration Preempted Notification"),
        .init("reservationReleased", "RESREL", 2...2, "Mask Reservation Released Notification"),
        .init("reservationPreempted", "RESPRE", 3...3, "Mask Reservation Preempted Notification"),
    ]
}

/// Reservation Persistence (FID 83h).
public struct ReservationPersistenceFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Persist Through Power Loss (PTPL, 0).
    public var persistThroughPowerLoss: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("persistThroughPowerLoss", "PTPL", 0...0, "Persist Through Power Loss")
    ]
}

/// What Get Features answers in dword 0 for Select 011b.
public struct FeatureCapabilities: FlagStructure {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Feature Saveable (FSAVE, 0).
    public static var saveable: Self { Self(rawValue: 1 << 0) }

    /// Feature Namespace Specific (NSPEC, 1).
    public static var namespaceSpecific: Self { Self(rawValue: 1 << 1) }

    /// Feature Changeable (CHANG, 2).
    public static var changeable: Self { Self(rawValue: 1 << 2) }

    public static let bitFields: [BitFieldDescription] = [
        .init("saveable", "FSAVE", 0...0, "Feature Saveable"),
        .init("namespaceSpecific", "NSPEC", 1...1, "Feature Namespace Specific"),
        .init("changeable", "CHANG", 2...2, "Feature Changeable"),
    ]
}
