/// What a self-test ended with and which one it was.
public struct SelfTestStatus: BitStructure {
    public final class Layout: BitLayout {
        /// Result of the Device Self-test (DSTR).
        public let result = Bits<SelfTestResult, 3, 0>("DSTR", "Result of the Device Self-test")
        /// Device Self-test Code (DSTC).
        public let code = Bits<SelfTestCode, 7, 4>("DSTC", "Device Self-test Code")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Result of a device self-test operation.
public struct SelfTestResult: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .completed, .abortedByCommand, .abortedByReset, .abortedByNamespaceRemoval, .abortedByFormat, .fatalError,
        .unknownSegmentFailed, .segmentsFailed, .abortedUnknownReason, .abortedBySanitize, .entryUnused,
    ]
}

extension NamesOf<SelfTestResult> {
    /// Operation completed without error.
    @inlinable public static var completed: Self { Self(0x00, "Operation completed without error") }
    /// Operation was aborted by a Device Self-test command.
    @inlinable public static var abortedByCommand: Self {
        Self(0x01, "Operation was aborted by a Device Self-test command")
    }
    /// Operation was aborted by a Controller Level Reset.
    @inlinable public static var abortedByReset: Self {
        Self(0x02, "Operation was aborted by a Controller Level Reset")
    }
    /// Operation was aborted due to a removal of a namespace.
    @inlinable public static var abortedByNamespaceRemoval: Self {
        Self(0x03, "Operation was aborted due to a removal of a namespace")
    }
    /// Operation was aborted due to the processing of a Format NVM command.
    @inlinable public static var abortedByFormat: Self {
        Self(0x04, "Operation was aborted due to the processing of a Format NVM command")
    }
    /// A fatal error or unknown test error occurred.
    @inlinable public static var fatalError: Self { Self(0x05, "A fatal error or unknown test error occurred") }
    /// Operation completed with a segment that failed and is not known.
    @inlinable public static var unknownSegmentFailed: Self {
        Self(0x06, "Operation completed with a segment that failed and is not known")
    }
    /// Operation completed with one or more failed segments.
    @inlinable public static var segmentsFailed: Self {
        Self(0x07, "Operation completed with one or more failed segments")
    }
    /// Operation was aborted for unknown reason.
    @inlinable public static var abortedUnknownReason: Self { Self(0x08, "Operation was aborted for unknown reason") }
    /// Operation was aborted due to a sanitize operation.
    @inlinable public static var abortedBySanitize: Self {
        Self(0x09, "Operation was aborted due to a sanitize operation")
    }
    /// Entry not used.
    @inlinable public static var entryUnused: Self { Self(0x0F, "Entry not used") }
}

/// Device self-test action or running operation (STC, NVMe Base 2.3 §5.2.5).
public struct SelfTestCode: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .none, .short, .extended, .hostInitiatedRefresh, .vendorSpecific, .abort,
    ]
}

extension NamesOf<SelfTestCode> {
    /// No device self-test operation.
    @inlinable public static var none: Self { Self(0x00, "No device self-test operation") }
    /// Short device self-test operation.
    @inlinable public static var short: Self { Self(0x01, "Short device self-test operation") }
    /// Extended device self-test operation.
    @inlinable public static var extended: Self { Self(0x02, "Extended device self-test operation") }
    /// Host-Initiated Refresh operation.
    @inlinable public static var hostInitiatedRefresh: Self { Self(0x03, "Host-Initiated Refresh operation") }
    /// Vendor specific.
    @inlinable public static var vendorSpecific: Self { Self(0x0E, "Vendor specific") }
    /// Abort device self-test operation.
    @inlinable public static var abort: Self { Self(0x0F, "Abort device self-test operation") }
}

/// Which diagnostic fields of a self-test result are valid.
public struct SelfTestValidDiagnostics: FlagStructure {
    public final class Layout: BitLayout {
        /// NSID Valid (NSIDVLD).
        public let namespaceID = Bit<0>("NSIDVLD", "NSID Valid")
        /// FLBA Valid (FLBAVLD).
        public let failingLBA = Bit<1>("FLBAVLD", "FLBA Valid")
        /// SCT Valid (SCTVLD).
        public let statusCodeType = Bit<2>("SCTVLD", "SCT Valid")
        /// SC Valid (SCVLD).
        public let statusCode = Bit<3>("SCVLD", "SC Valid")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Result of one device self-test, newest first in the log.
public struct SelfTestResultEntry: SpecStructure {
    public final class Layout: SpecLayout {
        /// Device Self-test Status (DSTS).
        public let status = Field<SelfTestStatus, 0, 0>("dsts", "Device Self-test Status")
        /// Segment Number (SEG).
        public let segmentNumber = Field<UInt8, 1, 1>("seg", "Segment Number")
        /// Valid Diagnostic Information (VDI).
        public let validDiagnostics = Field<SelfTestValidDiagnostics, 2, 2>("vdi", "Valid Diagnostic Information")
        /// Power On Hours (POH).
        public let powerOnHours = Field<UInt64, 11, 4>("poh", "Power On Hours")
        /// Namespace Identifier (NSID).
        public let namespaceID = Field<UInt32, 15, 12>("nsid", "Namespace Identifier")
        /// Failing LBA (FLBA).
        public let failingLBA = Field<UInt64, 23, 16>("flba", "Failing LBA")
        /// Status Code Type (SCT).
        public let statusCodeType = Field<UInt8, 24, 24>("sct", "Status Code Type")
        /// Status Code (SC).
        public let statusCode = Field<UInt8, 25, 25>("sc", "Status Code")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8], 27, 26>("vs", "Vendor Specific")
    }
    public static var byteCount: Int { 28 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Device Self-test (log page 06h, NVMe Base 2.3 §5.2.12.1.7).
public struct DeviceSelfTestLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Current Device Self-test Operation: in bits 3:0.
        public let currentOperation = Field<UInt8, 0, 0>("current_operation", "Current Device Self-test Operation")
        /// Current Device Self-test Completion (COMPLETION): in percent.
        public let currentCompletion = Field<UInt8, 1, 1>("completion", "Current Device Self-test Completion")
        /// Self-test Results (RESULT).
        public let results = Field<FieldArray<SelfTestResultEntry>, 563, 4>("result", "Self-test Results")
    }
    public static var byteCount: Int { 564 }
    public var bytes = Self.zeroes
    public init() {}
}
