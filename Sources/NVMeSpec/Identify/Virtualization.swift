/// Primary Controller Capabilities (CNS 14h, NVMe Base 2.3 §5.2.13.3.1).
public struct PrimaryControllerCapabilities: SpecStructure {
    public struct Layout: SpecLayout {
        /// Controller Identifier (CNTLID).
        public let controllerID = Field<UInt16>("cntlid", at: 0, "Controller Identifier")
        /// Port Identifier (PORTID).
        public let portIdentifier = Field<UInt16>("portid", at: 2, "Port Identifier")
        /// Controller Resource Types (CRT).
        public let controllerResourceTypes = Field<UInt8>("crt", at: 4, "Controller Resource Types")
        /// VQ Resources Flexible Total (VQFRT).
        public let vqFlexibleTotal = Field<UInt32>("vqfrt", at: 32, "VQ Resources Flexible Total")
        /// VQ Resources Flexible Assigned (VQRFA).
        public let vqFlexibleAssigned = Field<UInt32>("vqrfa", at: 36, "VQ Resources Flexible Assigned")
        /// VQ Resources Flexible Allocated to Primary (VQRFAP).
        public let vqFlexibleAllocatedToPrimary = Field<UInt16>(
            "vqrfap", at: 40, "VQ Resources Flexible Allocated to Primary")
        /// VQ Resources Private Total (VQPRT).
        public let vqPrivateTotal = Field<UInt16>("vqprt", at: 42, "VQ Resources Private Total")
        /// VQ Resources Flexible Secondary Maximum (VQFRSM).
        public let vqFlexibleSecondaryMaximum = Field<UInt16>(
            "vqfrsm", at: 44, "VQ Resources Flexible Secondary Maximum")
        /// VQ Flexible Resource Preferred Granularity (VQGRAN).
        public let vqFlexiblePreferredGranularity = Field<UInt16>(
            "vqgran", at: 46, "VQ Flexible Resource Preferred Granularity")
        /// VI Resources Flexible Total (VIFRT).
        public let viFlexibleTotal = Field<UInt32>("vifrt", at: 64, "VI Resources Flexible Total")
        /// VI Resources Flexible Assigned (VIRFA).
        public let viFlexibleAssigned = Field<UInt32>("virfa", at: 68, "VI Resources Flexible Assigned")
        /// VI Resources Flexible Allocated to Primary (VIRFAP).
        public let viFlexibleAllocatedToPrimary = Field<UInt16>(
            "virfap", at: 72, "VI Resources Flexible Allocated to Primary")
        /// VI Resources Private Total (VIPRT).
        public let viPrivateTotal = Field<UInt16>("viprt", at: 74, "VI Resources Private Total")
        /// VI Resources Flexible Secondary Maximum (VIFRSM).
        public let viFlexibleSecondaryMaximum = Field<UInt16>(
            "vifrsm", at: 76, "VI Resources Flexible Secondary Maximum")
        /// VI Flexible Resource Preferred Granularity (VIGRAN).
        public let viFlexiblePreferredGranularity = Field<UInt16>(
            "vigran", at: 78, "VI Flexible Resource Preferred Granularity")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Entry of the Secondary Controller List.
public struct SecondaryControllerEntry: SpecStructure {
    public struct Layout: SpecLayout {
        /// Secondary Controller Identifier (SCID).
        public let secondaryControllerID = Field<UInt16>("scid", at: 0, "Secondary Controller Identifier")
        /// Primary Controller Identifier (PCID).
        public let primaryControllerID = Field<UInt16>("pcid", at: 2, "Primary Controller Identifier")
        /// Secondary Controller State (SCS): bit 0 set is online.
        public let state = Field<UInt8>("scs", at: 4, "Secondary Controller State")
        /// Virtual Function Number (VFN).
        public let virtualFunctionNumber = Field<UInt16>("vfn", at: 8, "Virtual Function Number")
        /// Number of VQ Flexible Resources Assigned (NVQ).
        public let numberOfVQFlexibleResources = Field<UInt16>(
            "nvq", at: 10, "Number of VQ Flexible Resources Assigned")
        /// Number of VI Flexible Resources Assigned (NVI).
        public let numberOfVIFlexibleResources = Field<UInt16>(
            "nvi", at: 12, "Number of VI Flexible Resources Assigned")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 32 }
    public var bytes = [UInt8](repeating: 0, count: 32)
    public init(zeroed: Void) {}
}

/// Secondary Controller List (CNS 15h, NVMe Base 2.3 §5.2.13.3.2).
public struct SecondaryControllerList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Identifiers (NUM).
        public let count = Field<UInt8>("num", at: 0, "Number of Identifiers")
        /// Secondary Controller Entries.
        public let entries = Field<FieldArray<SecondaryControllerEntry>>(
            "sc_entry", at: 32, count: 127, "Secondary Controller Entries")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
