/// Command dword 10 of Identify.
public struct IdentifyDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Controller or Namespace Structure (CNS, 7:0).
    public var cns: IdentifyCNS {
        get { IdentifyCNS(rawValue: .init(rawValue.bits(0...7))) }
        set { rawValue.setBits(0...7, to: .init(newValue.rawValue)) }
    }

    /// Controller Identifier (CNTID, 31:16).
    public var controllerID: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("cns", "CNS", 0...7, "Controller or Namespace Structure"),
        .init("controllerID", "CNTID", 16...31, "Controller Identifier"),
    ]
}

/// Command dword 11 of Identify.
public struct IdentifyDword11: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// CNS Specific Identifier (CNSSID, 15:0).
    public var cnsSpecificIdentifier: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Command Set Identifier (CSI, 31:24).
    public var commandSet: CommandSetIdentifier {
        get { CommandSetIdentifier(rawValue: .init(rawValue.bits(24...31))) }
        set { rawValue.setBits(24...31, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("cnsSpecificIdentifier", "CNSSID", 0...15, "CNS Specific Identifier"),
        .init("commandSet", "CSI", 24...31, "Command Set Identifier"),
    ]
}

/// Command dword 10 of Get Log Page.
public struct GetLogPageDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Log Page Identifier (LID, 7:0).
    public var page: LogPageIdentifier {
        get { LogPageIdentifier(rawValue: .init(rawValue.bits(0...7))) }
        set { rawValue.setBits(0...7, to: .init(newValue.rawValue)) }
    }

    /// Log Specific Parameter (LSP, 14:8).
    public var specificParameter: UInt8 {
        get { UInt8(rawValue.bits(8...14)) }
        set { rawValue.setBits(8...14, to: UInt32(newValue)) }
    }

    /// Retain Asynchronous Event (RAE, 15).
    public var retainAsynchronousEvent: Bool {
        get { rawValue.bit(15) }
        set { rawValue.setBit(15, to: newValue) }
    }

    /// Number of Dwords Lower (NUMDL, 31:16): 0's based together with the upper half.
    public var numberOfDwordsLower: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("page", "LID", 0...7, "Log Page Identifier"),
        .init("specificParameter", "LSP", 8...14, "Log Specific Parameter"),
        .init("retainAsynchronousEvent", "RAE", 15...15, "Retain Asynchronous Event"),
        .init("numberOfDwordsLower", "NUMDL", 16...31, "Number of Dwords Lower"),
    ]
}

/// Command dword 11 of Get Log Page.
public struct GetLogPageDword11: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Number of Dwords Upper (NUMDU, 15:0).
    public var numberOfDwordsUpper: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Log Specific Identifier (LSI, 31:16).
    public var specificIdentifier: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("numberOfDwordsUpper", "NUMDU", 0...15, "Number of Dwords Upper"),
        .init("specificIdentifier", "LSI", 16...31, "Log Specific Identifier"),
    ]
}

/// Command dword 14 of Get Log Page.
public struct GetLogPageDword14: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// UUID Index (UIDX, 6:0).
    public var uuidIndex: UInt8 {
        get { UInt8(rawValue.bits(0...6)) }
        set { rawValue.setBits(0...6, to: UInt32(newValue)) }
    }

    /// Offset Type (OT, 23): set when the offset counts entries.
    public var offsetIsIndex: Bool {
        get { rawValue.bit(23) }
        set { rawValue.setBit(23, to: newValue) }
    }

    /// Command Set Identifier (CSI, 31:24).
    public var commandSet: CommandSetIdentifier {
        get { CommandSetIdentifier(rawValue: .init(rawValue.bits(24...31))) }
        set { rawValue.setBits(24...31, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("uuidIndex", "UIDX", 0...6, "UUID Index"),
        .init("offsetIsIndex", "OT", 23...23, "Offset Type"),
        .init("commandSet", "CSI", 24...31, "Command Set Identifier"),
    ]
}

/// Which value of a feature Get Features returns.
public struct FeatureSelect: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Current.
    @inlinable public static var current: Self { Self(rawValue: 0x00) }

    /// Default.
    @inlinable public static var defaultValue: Self { Self(rawValue: 0x01) }

    /// Saved.
    @inlinable public static var saved: Self { Self(rawValue: 0x02) }

    /// Supported Capabilities.
    @inlinable public static var supportedCapabilities: Self { Self(rawValue: 0x03) }

    public static let table: [(value: Self, name: String)] = [
        (.current, "Current"),
        (.defaultValue, "Default"),
        (.saved, "Saved"),
        (.supportedCapabilities, "Supported Capabilities"),
    ]
}

/// Command dword 10 of Get Features.
public struct GetFeaturesDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Feature Identifier (FID, 7:0).
    public var feature: FeatureIdentifier {
        get { FeatureIdentifier(rawValue: .init(rawValue.bits(0...7))) }
        set { rawValue.setBits(0...7, to: .init(newValue.rawValue)) }
    }

    /// Select (SEL, 10:8).
    public var select: FeatureSelect {
        get { FeatureSelect(rawValue: .init(rawValue.bits(8...10))) }
        set { rawValue.setBits(8...10, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("feature", "FID", 0...7, "Feature Identifier"),
        .init("select", "SEL", 8...10, "Select"),
    ]
}

/// Command dword 10 of Set Features.
public struct SetFeaturesDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Feature Identifier (FID, 7:0).
    public var feature: FeatureIdentifier {
        get { FeatureIdentifier(rawValue: .init(rawValue.bits(0...7))) }
        set { rawValue.setBits(0...7, to: .init(newValue.rawValue)) }
    }

    /// Save (SV, 31).
    public var save: Bool {
        get { rawValue.bit(31) }
        set { rawValue.setBit(31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("feature", "FID", 0...7, "Feature Identifier"),
        .init("save", "SV", 31...31, "Save"),
    ]
}

/// Command dword 13 of Get LBA Status.
public struct GetLBAStatusDword13: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Range Length (RL, 15:0): in logical blocks; 0 is to the end of the namespace.
    public var rangeLength: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Action Type (ATYPE, 31:24).
    public var actionType: UInt8 {
        get { UInt8(rawValue.bits(24...31)) }
        set { rawValue.setBits(24...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("rangeLength", "RL", 0...15, "Range Length"),
        .init("actionType", "ATYPE", 24...31, "Action Type"),
    ]
}

/// Kind of an asynchronous event.
public struct AsynchronousEventType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Error status.
    @inlinable public static var error: Self { Self(rawValue: 0x00) }

    /// SMART / Health status.
    @inlinable public static var smart: Self { Self(rawValue: 0x01) }

    /// Notice.
    @inlinable public static var notice: Self { Self(rawValue: 0x02) }

    /// Immediate.
    @inlinable public static var immediate: Self { Self(rawValue: 0x03) }

    /// One-Shot.
    @inlinable public static var oneShot: Self { Self(rawValue: 0x04) }

    /// I/O Command Specific status.
    @inlinable public static var ioCommandSetSpecific: Self { Self(rawValue: 0x06) }

    /// Vendor specific.
    @inlinable public static var vendorSpecific: Self { Self(rawValue: 0x07) }

    public static let table: [(value: Self, name: String)] = [
        (.error, "Error status"),
        (.smart, "SMART / Health status"),
        (.notice, "Notice"),
        (.immediate, "Immediate"),
        (.oneShot, "One-Shot"),
        (.ioCommandSetSpecific, "I/O Command Specific status"),
        (.vendorSpecific, "Vendor specific"),
    ]
}

/// Completion dword 0 of Asynchronous Event Request (NVMe Base 2.3 §5.2.2.1).
public struct AsynchronousEvent: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Asynchronous Event Type (AET, 2:0).
    public var type: AsynchronousEventType {
        get { AsynchronousEventType(rawValue: .init(rawValue.bits(0...2))) }
        set { rawValue.setBits(0...2, to: .init(newValue.rawValue)) }
    }

    /// Asynchronous Event Information (AEI, 15:8).
    public var information: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    /// Log Page Identifier (LID, 23:16).
    public var logPage: LogPageIdentifier {
        get { LogPageIdentifier(rawValue: .init(rawValue.bits(16...23))) }
        set { rawValue.setBits(16...23, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("type", "AET", 0...2, "Asynchronous Event Type"),
        .init("information", "AEI", 8...15, "Asynchronous Event Information"),
        .init("logPage", "LID", 16...23, "Log Page Identifier"),
    ]
}

extension GetLogPageDword10 {
    /// The number of dwords, 0's based, from both of its halves.
    public func numberOfDwords(with dword11: GetLogPageDword11) -> UInt32 {
        UInt32(dword11.numberOfDwordsUpper) << 16 | UInt32(numberOfDwordsLower)
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

    public var description: String { "\(type), information \(hexadecimal(information)), log page \(logPage)" }
}
