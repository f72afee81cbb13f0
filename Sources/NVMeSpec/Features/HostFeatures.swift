/// Host Memory Buffer (FID 0Dh), command dword 11.
public struct HostMemoryBufferFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Enable Host Memory (EHM).
        public let enable = Bit<0>("EHM", "Enable Host Memory")
        /// Memory Return (MR).
        public let memoryReturn = Bit<1>("MR", "Memory Return")
        /// Host Memory Non-operational Access Restriction Enable (HMNARE).
        public let nonOperationalAccessRestrictionEnable = Bit<2>(
            "HMNARE", "Host Memory Non-operational Access Restriction Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Host Memory Buffer attributes, as Get Features returns them.
public struct HostMemoryBufferAttributes: SpecStructure {
    public final class Layout: SpecLayout {
        /// Host Memory Buffer Size (HSIZE): in memory pages.
        public let size = Field<UInt32, 3, 0>("hsize", "Host Memory Buffer Size")
        /// Host Memory Descriptor List Address Lower (HMDLAL).
        public let descriptorListAddressLower = Field<UInt32, 7, 4>(
            "hmdlal", "Host Memory Descriptor List Address Lower")
        /// Host Memory Descriptor List Address Upper (HMDLAU).
        public let descriptorListAddressUpper = Field<UInt32, 11, 8>(
            "hmdlau", "Host Memory Descriptor List Address Upper")
        /// Host Memory Descriptor List Entry Count (HMDLEC).
        public let descriptorListEntryCount = Field<UInt32, 15, 12>("hmdlec", "Host Memory Descriptor List Entry Count")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Entry of the host memory descriptor list.
public struct HostMemoryBufferDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// Buffer Address (BADD): aligned to the memory page size.
        public let address = Field<UInt64, 7, 0>("badd", "Buffer Address")
        /// Buffer Size (BSIZE): in memory pages.
        public let size = Field<UInt32, 11, 8>("bsize", "Buffer Size")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// How a Timestamp came about.
public struct TimestampAttributes: BitStructure {
    public final class Layout: BitLayout {
        /// Synch (SYNCH): set when the count may have stopped for a while.
        public let stopped = Bit<0>("SYNCH", "Synch")
        /// Timestamp Origin (TO): 0 cleared by a reset, 1 set by Set Features.
        public let origin = Bits<UInt8, 3, 1>("TO", "Timestamp Origin")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Timestamp data (FID 0Eh, NVMe Base 2.3 §5.2.26.1).
public struct TimestampData: SpecStructure {
    public final class Layout: SpecLayout {
        /// Timestamp (TIMESTAMP): in milliseconds since 1970-01-01 00:00 UTC.
        public let milliseconds = Field<UInt64, 5, 0>("timestamp", "Timestamp")
        /// Timestamp Attributes (ATTR).
        public let attributes = Field<TimestampAttributes, 6, 6>("attr", "Timestamp Attributes")
    }
    public static var byteCount: Int { 8 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Host Behavior Support data (FID 16h).
public struct HostBehaviorSupport: SpecStructure {
    public final class Layout: SpecLayout {
        /// Advanced Command Retry Enable (ACRE).
        public let advancedCommandRetryEnable = Field<UInt8, 0, 0>("acre", "Advanced Command Retry Enable")
        /// Extended Telemetry Data Area 4 Supported (ETDAS).
        public let extendedTelemetryDataAreaSupported = Field<UInt8, 1, 1>(
            "etdas", "Extended Telemetry Data Area 4 Supported")
        /// LBA Format Extension Enable (LBAFEE).
        public let lbaFormatExtensionEnable = Field<UInt8, 2, 2>("lbafee", "LBA Format Extension Enable")
        /// Host Dispersed Namespace Support (HDISNS).
        public let hostDispersedNamespaceSupport = Field<UInt8, 3, 3>("hdisns", "Host Dispersed Namespace Support")
        /// Copy Descriptor Formats Enable (CDFE).
        public let copyDescriptorFormatsEnable = Field<UInt16, 5, 4>("cdfe", "Copy Descriptor Formats Enable")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}

/// I/O Command Set Profile (FID 19h).
public struct IOCommandSetProfileFeature: BitStructure {
    public final class Layout: BitLayout {
        /// I/O Command Set Combination Index (IOCSCI).
        public let combinationIndex = Bits<UInt16, 8, 0>("IOCSCI", "I/O Command Set Combination Index")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Software Progress Marker (FID 80h).
public struct SoftwareProgressMarkerFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Pre-boot Software Load Count (PBSLC).
        public let preBootLoadCount = Bits<UInt8, 7, 0>("PBSLC", "Pre-boot Software Load Count")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Host Identifier (FID 81h).
public struct HostIdentifierFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Enable Extended Host Identifier (EXHID): 16 bytes instead of 8.
        public let extended = Bit<0>("EXHID", "Enable Extended Host Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Reservation Notification Mask (FID 82h).
public struct ReservationNotificationMask: FlagStructure {
    public final class Layout: BitLayout {
        /// Mask Registration Preempted Notification (REGPRE).
        public let registrationPreempted = Bit<1>("REGPRE", "Mask Registration Preempted Notification")
        /// Mask Reservation Released Notification (RESREL).
        public let reservationReleased = Bit<2>("RESREL", "Mask Reservation Released Notification")
        /// Mask Reservation Preempted Notification (RESPRE).
        public let reservationPreempted = Bit<3>("RESPRE", "Mask Reservation Preempted Notification")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Reservation Persistence (FID 83h).
public struct ReservationPersistenceFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Persist Through Power Loss (PTPL).
        public let persistThroughPowerLoss = Bit<0>("PTPL", "Persist Through Power Loss")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Get Features answers in dword 0 for Select 011b.
public struct FeatureCapabilities: FlagStructure {
    public final class Layout: BitLayout {
        /// Feature Saveable (FSAVE).
        public let saveable = Bit<0>("FSAVE", "Feature Saveable")
        /// Feature Namespace Specific (NSPEC).
        public let namespaceSpecific = Bit<1>("NSPEC", "Feature Namespace Specific")
        /// Feature Changeable (CHANG).
        public let changeable = Bit<2>("CHANG", "Feature Changeable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
