/// Where in the command the error lies.
public struct ParameterErrorLocation: BitStructure {
    public struct Layout: BitLayout {
        /// Byte in Command That Contained the Error (PELBY).
        public let byte = Bits<UInt8, 7, 0>("PELBY", "Byte in Command That Contained the Error")
        /// Bit in That Byte (PELBI).
        public let bit = Bits<UInt8, 10, 8>("PELBI", "Bit in That Byte")
        public init() {}
    }

    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Entry of the Error Information log page (log page 01h, NVMe Base 2.3 §5.2.12.1.2).
public struct ErrorInformationEntry: SpecStructure {
    public struct Layout: SpecLayout {
        /// Error Count: unique since the first power-on; 0 for an unused entry.
        public let errorCount = Field<UInt64>("error_count", at: 0, "Error Count")
        /// Submission Queue ID (SQID): FFFFh when no command is to blame.
        public let submissionQueueID = Field<UInt16>("sqid", at: 8, "Submission Queue ID")
        /// Command ID (CMDID).
        public let commandID = Field<UInt16>("cmdid", at: 10, "Command ID")
        /// Status Field: status in bits 15:1, phase tag in bit 0.
        public let statusField = Field<UInt16>("status_field", at: 12, "Status Field")
        /// Parameter Error Location: FFFFh when none.
        public let parameterErrorLocation = Field<ParameterErrorLocation>(
            "parm_error_location", at: 14, "Parameter Error Location")
        /// LBA (LBA): the first that failed.
        public let lba = Field<UInt64>("lba", at: 16, "LBA")
        /// Namespace (NSID).
        public let namespaceID = Field<UInt32>("nsid", at: 24, "Namespace")
        /// Vendor Specific Information Available (VS).
        public let vendorSpecificInformationAvailable = Field<UInt8>(
            "vs", at: 28, "Vendor Specific Information Available")
        /// Transport Type (TRTYPE).
        public let transportType = Field<UInt8>("trtype", at: 29, "Transport Type")
        /// Command Set Indicator (CSI).
        public let commandSetIndicator = Field<UInt8>("csi", at: 30, "Command Set Indicator")
        /// Opcode (OPC).
        public let opcode = Field<UInt8>("opc", at: 31, "Opcode")
        /// Command Specific Information (CS).
        public let commandSpecificInformation = Field<UInt64>("cs", at: 32, "Command Specific Information")
        /// Transport Type Specific Information.
        public let transportTypeSpecificInformation = Field<UInt16>(
            "trtype_spec_info", at: 40, "Transport Type Specific Information")
        /// Log Page Version (LPVER).
        public let logPageVersion = Field<UInt8>("lpver", at: 63, "Log Page Version")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 64 }
    public var bytes = [UInt8](repeating: 0, count: 64)
    public init(zeroed: Void) {}
}
