/// Where in the command the error lies.
public struct ParameterErrorLocation: BitStructure {
    public final class Layout: BitLayout {
        /// Byte in Command That Contained the Error (PELBY).
        public let byte = Bits<UInt8, 7, 0>("PELBY", "Byte in Command That Contained the Error")
        /// Bit in That Byte (PELBI).
        public let bit = Bits<UInt8, 10, 8>("PELBI", "Bit in That Byte")
    }
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Entry of the Error Information log page (log page 01h, NVMe Base 2.3 §5.2.12.1.2).
public struct ErrorInformationEntry: SpecStructure {
    public final class Layout: SpecLayout {
        /// Error Count: unique since the first power-on; 0 for an unused entry.
        public let errorCount = Field<UInt64, 7, 0>("error_count", "Error Count")
        /// Submission Queue ID (SQID): FFFFh when no command is to blame.
        public let submissionQueueID = Field<UInt16, 9, 8>("sqid", "Submission Queue ID")
        /// Command ID (CMDID).
        public let commandID = Field<UInt16, 11, 10>("cmdid", "Command ID")
        /// Status Field: status in bits 15:1, phase tag in bit 0.
        public let statusField = Field<UInt16, 13, 12>("status_field", "Status Field")
        /// Parameter Error Location: FFFFh when none.
        public let parameterErrorLocation = Field<ParameterErrorLocation, 15, 14>(
            "parm_error_location", "Parameter Error Location")
        /// LBA (LBA): the first that failed.
        public let lba = Field<UInt64, 23, 16>("lba", "LBA")
        /// Namespace (NSID).
        public let namespaceID = Field<UInt32, 27, 24>("nsid", "Namespace")
        /// Vendor Specific Information Available (VS).
        public let vendorSpecificInformationAvailable = Field<UInt8, 28, 28>(
            "vs", "Vendor Specific Information Available")
        /// Transport Type (TRTYPE).
        public let transportType = Field<UInt8, 29, 29>("trtype", "Transport Type")
        /// Command Set Indicator (CSI).
        public let commandSetIndicator = Field<UInt8, 30, 30>("csi", "Command Set Indicator")
        /// Opcode (OPC).
        public let opcode = Field<UInt8, 31, 31>("opc", "Opcode")
        /// Command Specific Information (CS).
        public let commandSpecificInformation = Field<UInt64, 39, 32>("cs", "Command Specific Information")
        /// Transport Type Specific Information.
        public let transportTypeSpecificInformation = Field<UInt16, 41, 40>(
            "trtype_spec_info", "Transport Type Specific Information")
        /// Log Page Version (LPVER).
        public let logPageVersion = Field<UInt8, 63, 63>("lpver", "Log Page Version")
    }
    public static var byteCount: Int { 64 }
    public var bytes = Self.zeroes
    public init() {}
}
