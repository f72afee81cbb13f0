/// Header of the Persistent Event log page (0Dh, NVMe Base 2.3 §5.2.12.1.14).
public struct PersistentEventLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Log Page Identifier (LID).
        public let logIdentifier = Field<UInt8, 0, 0>("lid", "Log Page Identifier")
        /// Total Number of Events (TNEV).
        public let totalNumberOfEvents = Field<UInt32, 7, 4>("tnev", "Total Number of Events")
        /// Total Log Length (TLL): in bytes.
        public let totalLogLength = Field<UInt64, 15, 8>("tll", "Total Log Length")
        /// Log Revision (RV).
        public let revision = Field<UInt8, 16, 16>("rv", "Log Revision")
        /// Log Header Length (LHL): in bytes, less 20.
        public let headerLength = Field<UInt16, 19, 18>("lhl", "Log Header Length")
        /// Timestamp (TS).
        public let timestamp = Field<UInt64, 27, 20>("ts", "Timestamp")
        /// Power On Hours (POH).
        public let powerOnHours = Field<UInt128, 43, 28>("poh", "Power On Hours")
        /// Power Cycle Count (PCC).
        public let powerCycleCount = Field<UInt64, 51, 44>("pcc", "Power Cycle Count")
        /// PCI Vendor ID (VID).
        public let pciVendorID = Field<UInt16, 53, 52>("vid", "PCI Vendor ID")
        /// PCI Subsystem Vendor ID (SSVID).
        public let pciSubsystemVendorID = Field<UInt16, 55, 54>("ssvid", "PCI Subsystem Vendor ID")
        /// Serial Number (SN).
        public let serialNumber = Field<ASCIIText, 75, 56>("sn", "Serial Number")
        /// Model Number (MN).
        public let modelNumber = Field<ASCIIText, 115, 76>("mn", "Model Number")
        /// NVM Subsystem NVMe Qualified Name (SUBNQN).
        public let nvmSubsystemNQN = Field<QualifiedName, 371, 116>("subnqn", "NVM Subsystem NVMe Qualified Name")
        /// Generation Number.
        public let generationNumber = Field<UInt16, 373, 372>("gen_number", "Generation Number")
        /// Reporting Context Information (RCI).
        public let reportingContextInformation = Field<UInt32, 377, 374>("rci", "Reporting Context Information")
        /// Supported Events Bitmap (SEB).
        public let supportedEvents = Field<[UInt8], 511, 480>("seb", "Supported Events Bitmap")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Kind of a persistent event.
public struct PersistentEventType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .smartSnapshot, .firmwareCommit, .timestampChange, .powerOnOrReset, .hardwareError, .changeNamespace,
        .formatStart, .formatCompletion, .sanitizeStart, .sanitizeCompletion, .setFeature, .telemetryLogCreated,
        .thermalExcursion, .sanitizeMediaVerification, .vendorSpecific, .tcg,
    ]
}

extension NamesOf<PersistentEventType> {
    /// SMART / Health Log Snapshot.
    @inlinable public static var smartSnapshot: Self { Self(0x01, "SMART / Health Log Snapshot") }
    /// Firmware Commit.
    @inlinable public static var firmwareCommit: Self { Self(0x02, "Firmware Commit") }
    /// Timestamp Change.
    @inlinable public static var timestampChange: Self { Self(0x03, "Timestamp Change") }
    /// Power-on or Reset.
    @inlinable public static var powerOnOrReset: Self { Self(0x04, "Power-on or Reset") }
    /// NVM Subsystem Hardware Error.
    @inlinable public static var hardwareError: Self { Self(0x05, "NVM Subsystem Hardware Error") }
    /// Change Namespace.
    @inlinable public static var changeNamespace: Self { Self(0x06, "Change Namespace") }
    /// Format NVM Start.
    @inlinable public static var formatStart: Self { Self(0x07, "Format NVM Start") }
    /// Format NVM Completion.
    @inlinable public static var formatCompletion: Self { Self(0x08, "Format NVM Completion") }
    /// Sanitize Start.
    @inlinable public static var sanitizeStart: Self { Self(0x09, "Sanitize Start") }
    /// Sanitize Completion.
    @inlinable public static var sanitizeCompletion: Self { Self(0x0A, "Sanitize Completion") }
    /// Set Feature.
    @inlinable public static var setFeature: Self { Self(0x0B, "Set Feature") }
    /// Telemetry Log Create.
    @inlinable public static var telemetryLogCreated: Self { Self(0x0C, "Telemetry Log Create") }
    /// Thermal Excursion.
    @inlinable public static var thermalExcursion: Self { Self(0x0D, "Thermal Excursion") }
    /// Sanitize Media Verification.
    @inlinable public static var sanitizeMediaVerification: Self { Self(0x0E, "Sanitize Media Verification") }
    /// Vendor Specific Event.
    @inlinable public static var vendorSpecific: Self { Self(0xDE, "Vendor Specific Event") }
    /// TCG Defined.
    @inlinable public static var tcg: Self { Self(0xDF, "TCG Defined") }
}

/// Header of a persistent event; `vendorSpecificInformationLength` and data of the event follow it.
public struct PersistentEventHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Event Type (ETYPE).
        public let eventType = Field<PersistentEventType, 0, 0>("etype", "Event Type")
        /// Event Type Revision.
        public let revision = Field<UInt8, 1, 1>("etype_rev", "Event Type Revision")
        /// Event Header Length (EHL): in bytes, less 3.
        public let headerLength = Field<UInt8, 2, 2>("ehl", "Event Header Length")
        /// Event Header Additional Info (EHAI).
        public let additionalInformation = Field<UInt8, 3, 3>("ehai", "Event Header Additional Info")
        /// Controller Identifier (CNTLID).
        public let controllerIdentifier = Field<UInt16, 5, 4>("cntlid", "Controller Identifier")
        /// Event Timestamp (ETS).
        public let timestamp = Field<UInt64, 13, 6>("ets", "Event Timestamp")
        /// Port Identifier (PELPID).
        public let portIdentifier = Field<UInt16, 15, 14>("pelpid", "Port Identifier")
        /// Vendor Specific Information Length (VSIL).
        public let vendorSpecificInformationLength = Field<UInt16, 21, 20>("vsil", "Vendor Specific Information Length")
        /// Event Length (EL): in bytes, vendor specific information included.
        public let eventLength = Field<UInt16, 23, 22>("el", "Event Length")
    }
    public static var byteCount: Int { 24 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Sanitize Start event data.
public struct SanitizeStartEvent: SpecStructure {
    public final class Layout: SpecLayout {
        /// Sanitize Capabilities.
        public let sanitizeCapabilities = Field<SanitizeCapabilities, 3, 0>("sani_cap", "Sanitize Capabilities")
        /// Sanitize CDW10.
        public let sanitizeDword10 = Field<UInt32, 7, 4>("sani_cdw10", "Sanitize CDW10")
        /// Sanitize CDW11.
        public let sanitizeDword11 = Field<UInt32, 11, 8>("sani_cdw11", "Sanitize CDW11")
    }
    public static var byteCount: Int { 12 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Sanitize Completion event data.
public struct SanitizeCompletionEvent: SpecStructure {
    public final class Layout: SpecLayout {
        /// Sanitize Progress.
        public let progress = Field<UInt16, 1, 0>("sani_prog", "Sanitize Progress")
        /// Sanitize Status.
        public let status = Field<UInt16, 3, 2>("sani_status", "Sanitize Status")
        /// Completion Information.
        public let completionInformation = Field<UInt16, 5, 4>("cmpln_info", "Completion Information")
    }
    public static var byteCount: Int { 8 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Format NVM Start event data.
public struct FormatStartEvent: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Identifier (NSID).
        public let namespaceID = Field<UInt32, 3, 0>("nsid", "Namespace Identifier")
        /// Format NVM Attributes (FNA).
        public let formatNVMAttributes = Field<FormatNVMAttributes, 4, 4>("fna", "Format NVM Attributes")
        /// Format NVM CDW10.
        public let formatDword10 = Field<UInt32, 11, 8>("format_nvm_cdw10", "Format NVM CDW10")
    }
    public static var byteCount: Int { 12 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Format NVM Completion event data.
public struct FormatCompletionEvent: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Identifier (NSID).
        public let namespaceID = Field<UInt32, 3, 0>("nsid", "Namespace Identifier")
        /// Smallest Format Progress Indicator.
        public let smallestProgressIndicator = Field<UInt8, 4, 4>("smallest_fpi", "Smallest Format Progress Indicator")
        /// Format NVM Status.
        public let status = Field<UInt8, 5, 5>("format_nvm_status", "Format NVM Status")
        /// Completion Information.
        public let completionInformation = Field<UInt16, 7, 6>("compln_info", "Completion Information")
        /// Status Field.
        public let statusField = Field<UInt32, 11, 8>("status_field", "Status Field")
    }
    public static var byteCount: Int { 12 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Timestamp Change event data.
public struct TimestampChangeEvent: SpecStructure {
    public final class Layout: SpecLayout {
        /// Previous Timestamp.
        public let previousTimestamp = Field<UInt64, 7, 0>("previous_timestamp", "Previous Timestamp")
        /// Milliseconds Since Reset.
        public let millisecondsSinceReset = Field<UInt64, 15, 8>("ml_secs_since_reset", "Milliseconds Since Reset")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Firmware Commit event data.
public struct FirmwareCommitEvent: SpecStructure {
    public final class Layout: SpecLayout {
        /// Old Firmware Revision.
        public let oldRevision = Field<FirmwareRevision, 7, 0>("old_fw_rev", "Old Firmware Revision")
        /// New Firmware Revision.
        public let newRevision = Field<FirmwareRevision, 15, 8>("new_fw_rev", "New Firmware Revision")
        /// Firmware Commit Action.
        public let action = Field<UInt8, 16, 16>("fw_commit_action", "Firmware Commit Action")
        /// Firmware Slot.
        public let slot = Field<UInt8, 17, 17>("fw_slot", "Firmware Slot")
        /// Status Code Type for Firmware Commit Command.
        public let statusCodeType = Field<UInt8, 18, 18>("sct_fw", "Status Code Type for Firmware Commit Command")
        /// Status Returned for Firmware Commit Command.
        public let statusCode = Field<UInt8, 19, 19>("sc_fw", "Status Returned for Firmware Commit Command")
        /// Vendor Assigned Firmware Commit Result Code.
        public let vendorResultCode = Field<UInt16, 21, 20>(
            "vndr_assign_fw_commit_rc", "Vendor Assigned Firmware Commit Result Code")
    }
    public static var byteCount: Int { 22 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Thermal Excursion event data.
public struct ThermalExcursionEvent: SpecStructure {
    public final class Layout: SpecLayout {
        /// Over Temperature: in kelvins above the threshold.
        public let overTemperature = Field<UInt8, 0, 0>("over_temp", "Over Temperature")
        /// Threshold (THRESHOLD).
        public let threshold = Field<UInt8, 1, 1>("threshold", "Threshold")
    }
    public static var byteCount: Int { 2 }
    public var bytes = Self.zeroes
    public init() {}
}
