/// Command dword 10 of Identify.
public struct IdentifyDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Controller or Namespace Structure (CNS).
        public let cns = Bits<IdentifyCNS, 7, 0>("CNS", "Controller or Namespace Structure")
        /// Controller Identifier (CNTID).
        public let controllerID = Bits<UInt16, 31, 16>("CNTID", "Controller Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Identify.
public struct IdentifyDword11: BitStructure {
    public final class Layout: BitLayout {
        /// CNS Specific Identifier (CNSSID).
        public let cnsSpecificIdentifier = Bits<UInt16, 15, 0>("CNSSID", "CNS Specific Identifier")
        /// Command Set Identifier (CSI).
        public let commandSet = Bits<CommandSetIdentifier, 31, 24>("CSI", "Command Set Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Get Log Page.
public struct GetLogPageDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Log Page Identifier (LID).
        public let page = Bits<LogPageIdentifier, 7, 0>("LID", "Log Page Identifier")
        /// Log Specific Parameter (LSP).
        public let specificParameter = Bits<UInt8, 14, 8>("LSP", "Log Specific Parameter")
        /// Retain Asynchronous Event (RAE).
        public let retainAsynchronousEvent = Bit<15>("RAE", "Retain Asynchronous Event")
        /// Number of Dwords Lower (NUMDL): 0's based together with the upper half.
        public let numberOfDwordsLower = Bits<UInt16, 31, 16>("NUMDL", "Number of Dwords Lower")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Get Log Page.
public struct GetLogPageDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Number of Dwords Upper (NUMDU).
        public let numberOfDwordsUpper = Bits<UInt16, 15, 0>("NUMDU", "Number of Dwords Upper")
        /// Log Specific Identifier (LSI).
        public let specificIdentifier = Bits<UInt16, 31, 16>("LSI", "Log Specific Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 14 of Get Log Page.
public struct GetLogPageDword14: BitStructure {
    public final class Layout: BitLayout {
        /// UUID Index (UIDX).
        public let uuidIndex = Bits<UInt8, 6, 0>("UIDX", "UUID Index")
        /// Offset Type (OT): set when the offset counts entries.
        public let offsetIsIndex = Bit<23>("OT", "Offset Type")
        /// Command Set Identifier (CSI).
        public let commandSet = Bits<CommandSetIdentifier, 31, 24>("CSI", "Command Set Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Which value of a feature Get Features returns.
public struct FeatureSelect: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.current, .defaultValue, .saved, .supportedCapabilities]
}

extension NamesOf<FeatureSelect> {
    /// Current.
    @inlinable public static var current: Self { Self(0x00, "Current") }
    /// Default.
    @inlinable public static var defaultValue: Self { Self(0x01, "Default") }
    /// Saved.
    @inlinable public static var saved: Self { Self(0x02, "Saved") }
    /// Supported Capabilities.
    @inlinable public static var supportedCapabilities: Self { Self(0x03, "Supported Capabilities") }
}

/// Command dword 10 of Get Features.
public struct GetFeaturesDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Feature Identifier (FID).
        public let feature = Bits<FeatureIdentifier, 7, 0>("FID", "Feature Identifier")
        /// Select (SEL).
        public let select = Bits<FeatureSelect, 10, 8>("SEL", "Select")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Set Features.
public struct SetFeaturesDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Feature Identifier (FID).
        public let feature = Bits<FeatureIdentifier, 7, 0>("FID", "Feature Identifier")
        /// Save (SV).
        public let save = Bit<31>("SV", "Save")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 13 of Get LBA Status.
public struct GetLBAStatusDword13: BitStructure {
    public final class Layout: BitLayout {
        /// Range Length (RL): in logical blocks; 0 is to the end of the namespace.
        public let rangeLength = Bits<UInt16, 15, 0>("RL", "Range Length")
        /// Action Type (ATYPE).
        public let actionType = Bits<UInt8, 31, 24>("ATYPE", "Action Type")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Kind of an asynchronous event.
public struct AsynchronousEventType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .error, .smart, .notice, .immediate, .oneShot, .ioCommandSetSpecific, .vendorSpecific,
    ]
}

extension NamesOf<AsynchronousEventType> {
    /// Error status.
    @inlinable public static var error: Self { Self(0x00, "Error status") }
    /// SMART / Health status.
    @inlinable public static var smart: Self { Self(0x01, "SMART / Health status") }
    /// Notice.
    @inlinable public static var notice: Self { Self(0x02, "Notice") }
    /// Immediate.
    @inlinable public static var immediate: Self { Self(0x03, "Immediate") }
    /// One-Shot.
    @inlinable public static var oneShot: Self { Self(0x04, "One-Shot") }
    /// I/O Command Specific status.
    @inlinable public static var ioCommandSetSpecific: Self { Self(0x06, "I/O Command Specific status") }
    /// Vendor specific.
    @inlinable public static var vendorSpecific: Self { Self(0x07, "Vendor specific") }
}

/// Completion dword 0 of Asynchronous Event Request (NVMe Base 2.3 §5.2.2.1).
public struct AsynchronousEvent: BitStructure {
    public final class Layout: BitLayout {
        /// Asynchronous Event Type (AET).
        public let type = Bits<AsynchronousEventType, 2, 0>("AET", "Asynchronous Event Type")
        /// Asynchronous Event Information (AEI).
        public let information = Bits<UInt8, 15, 8>("AEI", "Asynchronous Event Information")
        /// Log Page Identifier (LID).
        public let logPage = Bits<LogPageIdentifier, 23, 16>("LID", "Log Page Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

extension SubmissionQueueEntry {
    /// NUMDL and NUMDU of Get Log Page as one: dwords to transfer, 0's based.
    public var logPageDwords: UInt32 {
        get {
            UInt32(cdw11[as: GetLogPageDword11.self].numberOfDwordsUpper) << 16
                | UInt32(cdw10[as: GetLogPageDword10.self].numberOfDwordsLower)
        }
        set {
            cdw10[as: GetLogPageDword10.self].numberOfDwordsLower = UInt16(truncatingIfNeeded: newValue)
            cdw11[as: GetLogPageDword11.self].numberOfDwordsUpper = UInt16(truncatingIfNeeded: newValue >> 16)
        }
    }
}

extension AsynchronousEvent: CustomStringConvertible {
    public init(_ type: AsynchronousEventType, _ information: UInt8, logPage: LogPageIdentifier) {
        self.init()
        self.type = type
        self.information = information
        self.logPage = logPage
    }

    /// A write to a doorbell of a queue that does not exist.
    public static var invalidDoorbellRegister: Self { Self(.error, 0x00, logPage: .errorInformation) }
    /// A doorbell value that is out of range, or not new.
    public static var invalidDoorbellValue: Self { Self(.error, 0x01, logPage: .errorInformation) }
    public static var diagnosticFailure: Self { Self(.error, 0x02, logPage: .errorInformation) }
    public static var persistentInternalError: Self { Self(.error, 0x03, logPage: .errorInformation) }
    public static var transientInternalError: Self { Self(.error, 0x04, logPage: .errorInformation) }
    public static var firmwareImageLoadError: Self { Self(.error, 0x05, logPage: .errorInformation) }
    public static var reliabilityDegraded: Self { Self(.smart, 0x00, logPage: .smart) }
    public static var temperatureThreshold: Self { Self(.smart, 0x01, logPage: .smart) }
    public static var spareBelowThreshold: Self { Self(.smart, 0x02, logPage: .smart) }
    public static var namespaceAttributeChanged: Self { Self(.notice, 0x00, logPage: .changedAttachedNamespaceList) }
    public static var firmwareActivationStarting: Self { Self(.notice, 0x01, logPage: .firmwareSlot) }
    public static var telemetryLogChanged: Self { Self(.notice, 0x02, logPage: .telemetryControllerInitiated) }
    public static var asymmetricNamespaceAccessChange: Self { Self(.notice, 0x03, logPage: .asymmetricNamespaceAccess) }
    public static var lbaStatusInformationAlert: Self { Self(.notice, 0x05, logPage: .lbaStatusInformation) }
    public static var reservationLogPageAvailable: Self {
        Self(.ioCommandSetSpecific, 0x00, logPage: .reservationNotification)
    }
    public static var sanitizeCompleted: Self { Self(.ioCommandSetSpecific, 0x01, logPage: .sanitizeStatus) }
    public static var sanitizeCompletedWithUnexpectedDeallocation: Self {
        Self(.ioCommandSetSpecific, 0x02, logPage: .sanitizeStatus)
    }

    public var description: String {
        "\(self.type), information \(hexadecimal(self.information)), log page \(self.logPage)"
    }
}
