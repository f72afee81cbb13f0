/// What a self-test ended with and which one it was.
public struct SelfTestStatus: BitStructure {
    public struct Layout: BitLayout {
        /// Result of the Device Self-test (DSTR).
        public let result = Bits<SelfTestResult, 3, 0>("DSTR", "Result of the Device Self-test")
        /// Device Self-test Code (DSTC).
        public let code = Bits<SelfTestCode, 7, 4>("DSTC", "Device Self-test Code")
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Result of a device self-test operation.
public struct SelfTestResult: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Operation completed without error.
    @inlinable public static var completed: Self { Self(rawValue: 0x00) }

    /// Operation was aborted by a Device Self-test command.
    @inlinable public static var abortedByCommand: Self { Self(rawValue: 0x01) }

    /// Operation was aborted by a Controller Level Reset.
    @inlinable public static var abortedByReset: Self { Self(rawValue: 0x02) }

    /// Operation was aborted due to a removal of a namespace.
    @inlinable public static var abortedByNamespaceRemoval: Self { Self(rawValue: 0x03) }

    /// Operation was aborted due to the processing of a Format NVM command.
    @inlinable public static var abortedByFormat: Self { Self(rawValue: 0x04) }

    /// A fatal error or unknown test error occurred.
    @inlinable public static var fatalError: Self { Self(rawValue: 0x05) }

    /// Operation completed with a segment that failed and is not known.
    @inlinable public static var unknownSegmentFailed: Self { Self(rawValue: 0x06) }

    /// Operation completed with one or more failed segments.
    @inlinable public static var segmentsFailed: Self { Self(rawValue: 0x07) }

    /// Operation was aborted for unknown reason.
    @inlinable public static var abortedUnknownReason: Self { Self(rawValue: 0x08) }

    /// Operation was aborted due to a sanitize operation.
    @inlinable public static var abortedBySanitize: Self { Self(rawValue: 0x09) }

    /// Entry not used.
    @inlinable public static var entryUnused: Self { Self(rawValue: 0x0F) }

    public static let table: [(value: Self, name: String)] = [
        (.completed, "Operation completed without error"),
        (.abortedByCommand, "Operation was aborted by a Device Self-test command"),
        (.abortedByReset, "Operation was aborted by a Controller Level Reset"),
        (.abortedByNamespaceRemoval, "Operation was aborted due to a removal of a namespace"),
        (.abortedByFormat, "Operation was aborted due to the processing of a Format NVM command"),
        (.fatalError, "A fatal error or unknown test error occurred"),
        (.unknownSegmentFailed, "Operation completed with a segment that failed and is not known"),
        (.segmentsFailed, "Operation completed with one or more failed segments"),
        (.abortedUnknownReason, "Operation was aborted for unknown reason"),
        (.abortedBySanitize, "Operation was aborted due to a sanitize operation"),
        (.entryUnused, "Entry not used"),
    ]
}

/// Device self-test action or running operation (STC, NVMe Base 2.3 §5.2.5).
public struct SelfTestCode: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No device self-test operation.
    @inlinable public static var none: Self { Self(rawValue: 0x00) }

    /// Short device self-test operation.
    @inlinable public static var short: Self { Self(rawValue: 0x01) }

    /// Extended device self-test operation.
    @inlinable public static var extended: Self { Self(rawValue: 0x02) }

    /// Host-Initiated Refresh operation.
    @inlinable public static var hostInitiatedRefresh: Self { Self(rawValue: 0x03) }

    /// Vendor specific.
    @inlinable public static var vendorSpecific: Self { Self(rawValue: 0x0E) }

    /// Abort device self-test operation.
    @inlinable public static var abort: Self { Self(rawValue: 0x0F) }

    public static let table: [(value: Self, name: String)] = [
        (.none, "No device self-test operation"),
        (.short, "Short device self-test operation"),
        (.extended, "Extended device self-test operation"),
        (.hostInitiatedRefresh, "Host-Initiated Refresh operation"),
        (.vendorSpecific, "Vendor specific"),
        (.abort, "Abort device self-test operation"),
    ]
}

/// Which diagnostic fields of a self-test result are valid.
public struct SelfTestValidDiagnostics: FlagStructure {
    public struct Layout: BitLayout {
        /// NSID Valid (NSIDVLD).
        public let namespaceID = Bit<0>("NSIDVLD", "NSID Valid")
        /// FLBA Valid (FLBAVLD).
        public let failingLBA = Bit<1>("FLBAVLD", "FLBA Valid")
        /// SCT Valid (SCTVLD).
        public let statusCodeType = Bit<2>("SCTVLD", "SCT Valid")
        /// SC Valid (SCVLD).
        public let statusCode = Bit<3>("SCVLD", "SC Valid")
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Result of one device self-test, newest first in the log.
public struct SelfTestResultEntry: SpecStructure {
    public struct Layout: SpecLayout {
        /// Device Self-test Status (DSTS).
        public let status = Field<SelfTestStatus>("dsts", at: 0, "Device Self-test Status")
        /// Segment Number (SEG).
        public let segmentNumber = Field<UInt8>("seg", at: 1, "Segment Number")
        /// Valid Diagnostic Information (VDI).
        public let validDiagnostics = Field<SelfTestValidDiagnostics>("vdi", at: 2, "Valid Diagnostic Information")
        /// Power On Hours (POH).
        public let powerOnHours = Field<UInt64>("poh", at: 4, "Power On Hours")
        /// Namespace Identifier (NSID).
        public let namespaceID = Field<UInt32>("nsid", at: 12, "Namespace Identifier")
        /// Failing LBA (FLBA).
        public let failingLBA = Field<UInt64>("flba", at: 16, "Failing LBA")
        /// Status Code Type (SCT).
        public let statusCodeType = Field<UInt8>("sct", at: 24, "Status Code Type")
        /// Status Code (SC).
        public let statusCode = Field<UInt8>("sc", at: 25, "Status Code")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8]>("vs", at: 26, bytes: 2, "Vendor Specific")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 28 }
    public var bytes = [UInt8](repeating: 0, count: 28)
    public init(zeroed: Void) {}
}

/// Device Self-test (log page 06h, NVMe Base 2.3 §5.2.12.1.7).
public struct DeviceSelfTestLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Current Device Self-test Operation: in bits 3:0.
        public let currentOperation = Field<UInt8>("current_operation", at: 0, "Current Device Self-test Operation")
        /// Current Device Self-test Completion (COMPLETION): in percent.
        public let currentCompletion = Field<UInt8>("completion", at: 1, "Current Device Self-test Completion")
        /// Self-test Results (RESULT).
        public let results = Field<FieldArray<SelfTestResultEntry>>("result", at: 4, count: 20, "Self-test Results")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 564 }
    public var bytes = [UInt8](repeating: 0, count: 564)
    public init(zeroed: Void) {}
}
