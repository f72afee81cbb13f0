/// Primary Controller Capabilities (CNS 14h, NVMe Base 2.3 §5.2.13.3.1).
public struct PrimaryControllerCapabilities: SpecStructure {
    public final class Layout: SpecLayout {
        /// Controller Identifier (CNTLID).
        public let controllerID = Field<UInt16, 1, 0>("cntlid", "Controller Identifier")
        /// Port Identifier (PORTID).
        public let portIdentifier = Field<UInt16, 3, 2>("portid", "Port Identifier")
        /// Controller Resource Types (CRT).
        public let controllerResourceTypes = Field<UInt8, 4, 4>("crt", "Controller Resource Types")
        /// VQ Resources Flexible Total (VQFRT).
        public let vqFlexibleTotal = Field<UInt32, 35, 32>("vqfrt", "VQ Resources Flexible Total")
        /// VQ Resources Flexible Assigned (VQRFA).
        public let vqFlexibleAssigned = Field<UInt32, 39, 36>("vqrfa", "VQ Resources Flexible Assigned")
        /// VQ Resources Flexible Allocated to Primary (VQRFAP).
        public let vqFlexibleAllocatedToPrimary = Field<UInt16, 41, 40>(
            "vqrfap", "VQ Resources Flexible Allocated to Primary")
        /// VQ Resources Private Total (VQPRT).
        public let vqPrivateTotal = Field<UInt16, 43, 42>("vqprt", "VQ Resources Private Total")
        /// VQ Resources Flexible Secondary Maximum (VQFRSM).
        public let vqFlexibleSecondaryMaximum = Field<UInt16, 45, 44>(
            "vqfrsm", "VQ Resources Flexible Secondary Maximum")
        /// VQ Flexible Resource Preferred Granularity (VQGRAN).
        public let vqFlexiblePreferredGranularity = Field<UInt16, 47, 46>(
            "vqgran", "VQ Flexible Resource Preferred Granularity")
        /// VI Resources Flexible Total (VIFRT).
        public let viFlexibleTotal = Field<UInt32, 67, 64>("vifrt", "VI Resources Flexible Total")
        /// VI Resources Flexible Assigned (VIRFA).
        public let viFlexibleAssigned = Field<UInt32, 71, 68>("virfa", "VI Resources Flexible Assigned")
        /// VI Resources Flexible Allocated to Primary (VIRFAP).
        public let viFlexibleAllocatedToPrimary = Field<UInt16, 73, 72>(
            "virfap", "VI Resources Flexible Allocated to Primary")
        /// VI Resources Private Total (VIPRT).
        public let viPrivateTotal = Field<UInt16, 75, 74>("viprt", "VI Resources Private Total")
        /// VI Resources Flexible Secondary Maximum (VIFRSM).
        public let viFlexibleSecondaryMaximum = Field<UInt16, 77, 76>(
            "vifrsm", "VI Resources Flexible Secondary Maximum")
        /// VI Flexible Resource Preferred Granularity (VIGRAN).
        public let viFlexiblePreferredGranularity = Field<UInt16, 79, 78>(
            "vigran", "VI Flexible Resource Preferred Granularity")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Entry of the Secondary Controller List.
public struct SecondaryControllerEntry: SpecStructure {
    public final class Layout: SpecLayout {
        /// Secondary Controller Identifier (SCID).
        public let secondaryControllerID = Field<UInt16, 1, 0>("scid", "Secondary Controller Identifier")
        /// Primary Controller Identifier (PCID).
        public let primaryControllerID = Field<UInt16, 3, 2>("pcid", "Primary Controller Identifier")
        /// Secondary Controller State (SCS): bit 0 set is online.
        public let state = Field<UInt8, 4, 4>("scs", "Secondary Controller State")
        /// Virtual Function Number (VFN).
        public let virtualFunctionNumber = Field<UInt16, 9, 8>("vfn", "Virtual Function Number")
        /// Number of VQ Flexible Resources Assigned (NVQ).
        public let numberOfVQFlexibleResources = Field<UInt16, 11, 10>(
            "nvq", "Number of VQ Flexible Resources Assigned")
        /// Number of VI Flexible Resources Assigned (NVI).
        public let numberOfVIFlexibleResources = Field<UInt16, 13, 12>(
            "nvi", "Number of VI Flexible Resources Assigned")
    }
    public static var byteCount: Int { 32 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Secondary Controller List (CNS 15h, NVMe Base 2.3 §5.2.13.3.2).
public struct SecondaryControllerList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Identifiers (NUM).
        public let count = Field<UInt8, 0, 0>("num", "Number of Identifiers")
        /// Secondary Controller Entries.
        public let entries = Field<FieldArray<SecondaryControllerEntry>, 4095, 32>(
            "sc_entry", "Secondary Controller Entries")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
