/// Header of the Persistent Event log page (0Dh, NVMe Base 2.3 §5.2.12.1.14).
public struct PersistentEventLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Log Page Identifier (LID).
        public let logIdentifier = Field<UInt8>("lid", at: 0, "Log Page Identifier")
        /// Total Number of Events (TNEV).
        public let totalNumberOfEvents = Field<UInt32>("tnev", at: 4, "Total Number of Events")
        /// Total Log Length (TLL): in bytes.
        public let totalLogLength = Field<UInt64>("tll", at: 8, "Total Log Length")
        /// Log Revision (RV).
        public let revision = Field<UInt8>("rv", at: 16, "Log Revision")
        /// Log Header Length (LHL): in bytes, less 20.
        public let headerLength = Field<UInt16>("lhl", at: 18, "Log Header Length")
        /// Timestamp (TS).
        public let timestamp = Field<UInt64>("ts", at: 20, "Timestamp")
        /// Power On Hours (POH).
        public let powerOnHours = Field<UInt128>("poh", at: 28, "Power On Hours")
        /// Power Cycle Count (PCC).
        public let powerCycleCount = Field<UInt64>("pcc", at: 44, "Power Cycle Count")
        /// PCI Vendor ID (VID).
        public let pciVendorID = Field<UInt16>("vid", at: 52, "PCI Vendor ID")
        /// PCI Subsystem Vendor ID (SSVID).
        public let pciSubsystemVendorID = Field<UInt16>("ssvid", at: 54, "PCI Subsystem Vendor ID")
        /// Serial Number (SN).
        public let serialNumber = Field<ASCIIText>("sn", at: 56, bytes: 20, "Serial Number")
        /// Model Number (MN).
        public let modelNumber = Field<ASCIIText>("mn", at: 76, bytes: 40, "Model Number")
        /// NVM Subsystem NVMe Qualified Name (SUBNQN).
        public let nvmSubsystemNQN = Field<ASCIIText>(
            "subnqn", at: 116, bytes: 256, "NVM Subsystem NVMe Qualified Name")
        /// Generation Number.
        public let generationNumber = Field<UInt16>("gen_number", at: 372, "Generation Number")
        /// Reporting Context Information (RCI).
        public let reportingContextInformation = Field<UInt32>("rci", at: 374, "Reporting Context Information")
        /// Supported Events Bitmap (SEB).
        public let supportedEvents = Field<[UInt8]>("seb", at: 480, bytes: 32, "Supported Events Bitmap")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}

/// Kind of a persistent event.
public struct PersistentEventType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// SMART / Health Log Snapshot.
    @inlinable public static var smartSnapshot: Self { Self(rawValue: 0x01) }

    /// Firmware Commit.
    @inlinable public static var firmwareCommit: Self { Self(rawValue: 0x02) }

    /// Timestamp Change.
    @inlinable public static var timestampChange: Self { Self(rawValue: 0x03) }

    /// Power-on or Reset.
    @inlinable public static var powerOnOrReset: Self { Self(rawValue: 0x04) }

    /// NVM Subsystem Hardware Error.
    @inlinable public static var hardwareError: Self { Self(rawValue: 0x05) }

    /// Change Namespace.
    @inlinable public static var changeNamespace: Self { Self(rawValue: 0x06) }

    /// Format NVM Start.
    @inlinable public static var formatStart: Self { Self(rawValue: 0x07) }

    /// Format NVM Completion.
    @inlinable public static var formatCompletion: Self { Self(rawValue: 0x08) }

    /// Sanitize Start.
    @inlinable public static var sanitizeStart: Self { Self(rawValue: 0x09) }

    /// Sanitize Completion.
    @inlinable public static var sanitizeCompletion: Self { Self(rawValue: 0x0A) }

    /// Set Feature.
    @inlinable public static var setFeature: Self { Self(rawValue: 0x0B) }

    /// Telemetry Log Create.
    @inlinable public static var telemetryLogCreated: Self { Self(rawValue: 0x0C) }

    /// Thermal Excursion.
    @inlinable public static var thermalExcursion: Self { Self(rawValue: 0x0D) }

    /// Sanitize Media Verification.
    @inlinable public static var sanitizeMediaVerification: Self { Self(rawValue: 0x0E) }

    /// Vendor Specific Event.
    @inlinable public static var vendorSpecific: Self { Self(rawValue: 0xDE) }

    /// TCG Defined.
    @inlinable public static var tcg: Self { Self(rawValue: 0xDF) }

    public static let table: [(value: Self, name: String)] = [
        (.smartSnapshot, "SMART / Health Log Snapshot"),
        (.firmwareCommit, "Firmware Commit"),
        (.timestampChange, "Timestamp Change"),
        (.powerOnOrReset, "Power-on or Reset"),
        (.hardwareError, "NVM Subsystem Hardware Error"),
        (.changeNamespace, "Change Namespace"),
        (.formatStart, "Format NVM Start"),
        (.formatCompletion, "Format NVM Completion"),
        (.sanitizeStart, "Sanitize Start"),
        (.sanitizeCompletion, "Sanitize Completion"),
        (.setFeature, "Set Feature"),
        (.telemetryLogCreated, "Telemetry Log Create"),
        (.thermalExcursion, "Thermal Excursion"),
        (.sanitizeMediaVerification, "Sanitize Media Verification"),
        (.vendorSpecific, "Vendor Specific Event"),
        (.tcg, "TCG Defined"),
    ]
}

/// Header of a persistent event; `vendorSpecificInformationLength` and data of the event follow it.
public struct PersistentEventHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Event Type (ETYPE).
        public let eventType = Field<PersistentEventType>("etype", at: 0, "Event Type")
        /// Event Type Revision.
        public let revision = Field<UInt8>("etype_rev", at: 1, "Event Type Revision")
        /// Event Header Length (EHL): in bytes, less 3.
        public let headerLength = Field<UInt8>("ehl", at: 2, "Event Header Length")
        /// Event Header Additional Info (EHAI).
        public let additionalInformation = Field<UInt8>("ehai", at: 3, "Event Header Additional Info")
        /// Controller Identifier (CNTLID).
        public let controllerIdentifier = Field<UInt16>("cntlid", at: 4, "Controller Identifier")
        /// Event Timestamp (ETS).
        public let timestamp = Field<UInt64>("ets", at: 6, "Event Timestamp")
        /// Port Identifier (PELPID).
        public let portIdentifier = Field<UInt16>("pelpid", at: 14, "Port Identifier")
        /// Vendor Specific Information Length (VSIL).
        public let vendorSpecificInformationLength = Field<UInt16>("vsil", at: 20, "Vendor Specific Information Length")
        /// Event Length (EL): in bytes, vendor specific information included.
        public let eventLength = Field<UInt16>("el", at: 22, "Event Length")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 24 }
    public var bytes = [UInt8](repeating: 0, count: 24)
    public init(zeroed: Void) {}
}

/// Sanitize Start event data.
public struct SanitizeStartEvent: SpecStructure {
    public struct Layout: SpecLayout {
        /// Sanitize Capabilities.
        public let sanitizeCapabilities = Field<SanitizeCapabilities>("sani_cap", at: 0, "Sanitize Capabilities")
        /// Sanitize CDW10.
        public let sanitizeDword10 = Field<UInt32>("sani_cdw10", at: 4, "Sanitize CDW10")
        /// Sanitize CDW11.
        public let sanitizeDword11 = Field<UInt32>("sani_cdw11", at: 8, "Sanitize CDW11")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 12 }
    public var bytes = [UInt8](repeating: 0, count: 12)
    public init(zeroed: Void) {}
}

/// Sanitize Completion event data.
public struct SanitizeCompletionEvent: SpecStructure {
    public struct Layout: SpecLayout {
        /// Sanitize Progress.
        public let progress = Field<UInt16>("sani_prog", at: 0, "Sanitize Progress")
        /// Sanitize Status.
        public let status = Field<UInt16>("sani_status", at: 2, "Sanitize Status")
        /// Completion Information.
        public let completionInformation = Field<UInt16>("cmpln_info", at: 4, "Completion Information")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 8 }
    public var bytes = [UInt8](repeating: 0, count: 8)
    public init(zeroed: Void) {}
}

/// Format NVM Start event data.
public struct FormatStartEvent: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Identifier (NSID).
        public let namespaceID = Field<UInt32>("nsid", at: 0, "Namespace Identifier")
        /// Format NVM Attributes (FNA).
        public let formatNVMAttributes = Field<FormatNVMAttributes>("fna", at: 4, "Format NVM Attributes")
        /// Format NVM CDW10.
        public let formatDword10 = Field<UInt32>("format_nvm_cdw10", at: 8, "Format NVM CDW10")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 12 }
    public var bytes = [UInt8](repeating: 0, count: 12)
    public init(zeroed: Void) {}
}

/// Format NVM Completion event data.
public struct FormatCompletionEvent: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Identifier (NSID).
        public let namespaceID = Field<UInt32>("nsid", at: 0, "Namespace Identifier")
        /// Smallest Format Progress Indicator.
        public let smallestProgressIndicator = Field<UInt8>("smallest_fpi", at: 4, "Smallest Format Progress Indicator")
        /// Format NVM Status.
        public let status = Field<UInt8>("format_nvm_status", at: 5, "Format NVM Status")
        /// Completion Information.
        public let completionInformation = Field<UInt16>("compln_info", at: 6, "Completion Information")
        /// Status Field.
        public let statusField = Field<UInt32>("status_field", at: 8, "Status Field")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 12 }
    public var bytes = [UInt8](repeating: 0, count: 12)
    public init(zeroed: Void) {}
}

/// Timestamp Change event data.
public struct TimestampChangeEvent: SpecStructure {
    public struct Layout: SpecLayout {
        /// Previous Timestamp.
        public let previousTimestamp = Field<UInt64>("previous_timestamp", at: 0, "Previous Timestamp")
        /// Milliseconds Since Reset.
        public let millisecondsSinceReset = Field<UInt64>("ml_secs_since_reset", at: 8, "Milliseconds Since Reset")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// Firmware Commit event data.
public struct FirmwareCommitEvent: SpecStructure {
    public struct Layout: SpecLayout {
        /// Old Firmware Revision.
        public let oldRevision = Field<FirmwareRevision>("old_fw_rev", at: 0, "Old Firmware Revision")
        /// New Firmware Revision.
        public let newRevision = Field<FirmwareRevision>("new_fw_rev", at: 8, "New Firmware Revision")
        /// Firmware Commit Action.
        public let action = Field<UInt8>("fw_commit_action", at: 16, "Firmware Commit Action")
        /// Firmware Slot.
        public let slot = Field<UInt8>("fw_slot", at: 17, "Firmware Slot")
        /// Status Code Type for Firmware Commit Command.
        public let statusCodeType = Field<UInt8>("sct_fw", at: 18, "Status Code Type for Firmware Commit Command")
        /// Status Returned for Firmware Commit Command.
        public let statusCode = Field<UInt8>("sc_fw", at: 19, "Status Returned for Firmware Commit Command")
        /// Vendor Assigned Firmware Commit Result Code.
        public let vendorResultCode = Field<UInt16>(
            "vndr_assign_fw_commit_rc", at: 20, "Vendor Assigned Firmware Commit Result Code")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 22 }
    public var bytes = [UInt8](repeating: 0, count: 22)
    public init(zeroed: Void) {}
}

/// Thermal Excursion event data.
public struct ThermalExcursionEvent: SpecStructure {
    public struct Layout: SpecLayout {
        /// Over Temperature: in kelvins above the threshold.
        public let overTemperature = Field<UInt8>("over_temp", at: 0, "Over Temperature")
        /// Threshold (THRESHOLD).
        public let threshold = Field<UInt8>("threshold", at: 1, "Threshold")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 2 }
    public var bytes = [UInt8](repeating: 0, count: 2)
    public init(zeroed: Void) {}
}
