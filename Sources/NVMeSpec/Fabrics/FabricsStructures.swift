/// Entry of the Discovery log page (70h, NVMe Base 2.3 §5.2.12.3.3).
public struct DiscoveryLogEntry: SpecStructure {
    public struct Layout: SpecLayout {
        /// Transport Type (TRTYPE).
        public let transportType = Field<UInt8>("trtype", at: 0, "Transport Type")
        /// Address Family (ADRFAM).
        public let addressFamily = Field<UInt8>("adrfam", at: 1, "Address Family")
        /// Subsystem Type (SUBTYPE).
        public let subsystemType = Field<UInt8>("subtype", at: 2, "Subsystem Type")
        /// Transport Requirements (TREQ).
        public let transportRequirements = Field<UInt8>("treq", at: 3, "Transport Requirements")
        /// Port ID (PORTID).
        public let portID = Field<UInt16>("portid", at: 4, "Port ID")
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16>("cntlid", at: 6, "Controller ID")
        /// Admin Max SQ Size (ASQSZ).
        public let adminMaximumSQSize = Field<UInt16>("asqsz", at: 8, "Admin Max SQ Size")
        /// Entry Flags (EFLAGS).
        public let entryFlags = Field<UInt16>("eflags", at: 10, "Entry Flags")
        /// Transport Service Identifier (TRSVCID).
        public let transportServiceIdentifier = Field<ASCIIText>(
            "trsvcid", at: 32, bytes: 32, "Transport Service Identifier")
        /// NVM Subsystem Qualified Name (SUBNQN).
        public let subsystemNQN = Field<ASCIIText>("subnqn", at: 256, bytes: 256, "NVM Subsystem Qualified Name")
        /// Transport Address (TRADDR).
        public let transportAddress = Field<ASCIIText>("traddr", at: 512, bytes: 256, "Transport Address")
        /// Transport Specific Address Subtype (TSAS).
        public let transportSpecificAddressSubtype = Field<[UInt8]>(
            "tsas", at: 768, bytes: 256, "Transport Specific Address Subtype")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 1024 }
    public var bytes = [UInt8](repeating: 0, count: 1024)
    public init(zeroed: Void) {}
}

/// Header of the Discovery log page.
public struct DiscoveryLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Generation Counter (GENCTR).
        public let generationCounter = Field<UInt64>("genctr", at: 0, "Generation Counter")
        /// Number of Records (NUMREC).
        public let numberOfRecords = Field<UInt64>("numrec", at: 8, "Number of Records")
        /// Record Format (RECFMT).
        public let recordFormat = Field<UInt16>("recfmt", at: 16, "Record Format")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 1024 }
    public var bytes = [UInt8](repeating: 0, count: 1024)
    public init(zeroed: Void) {}
}

/// Data of the Connect command (NVMe Base 2.3 §6.3).
public struct ConnectData: SpecStructure {
    public struct Layout: SpecLayout {
        /// Host Identifier (HOSTID).
        public let hostIdentifier = Field<[UInt8]>("hostid", at: 0, bytes: 16, "Host Identifier")
        /// Controller ID (CNTLID): FFFFh lets a dynamic controller choose.
        public let controllerID = Field<UInt16>("cntlid", at: 16, "Controller ID")
        /// Subsystem NVMe Qualified Name (SUBSYSNQN).
        public let subsystemNQN = Field<ASCIIText>("subsysnqn", at: 256, bytes: 256, "Subsystem NVMe Qualified Name")
        /// Host NVMe Qualified Name (HOSTNQN).
        public let hostNQN = Field<ASCIIText>("hostnqn", at: 512, bytes: 256, "Host NVMe Qualified Name")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 1024 }
    public var bytes = [UInt8](repeating: 0, count: 1024)
    public init(zeroed: Void) {}
}

/// Fabrics command type (FCTYPE, byte 4 of the command, NVMe Base 2.3 §6).
public struct FabricsCommandType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Property Set.
    @inlinable public static var propertySet: Self { Self(rawValue: 0x00) }

    /// Connect.
    @inlinable public static var connect: Self { Self(rawValue: 0x01) }

    /// Property Get.
    @inlinable public static var propertyGet: Self { Self(rawValue: 0x04) }

    /// Authentication Send.
    @inlinable public static var authenticationSend: Self { Self(rawValue: 0x05) }

    /// Authentication Receive.
    @inlinable public static var authenticationReceive: Self { Self(rawValue: 0x06) }

    /// Disconnect.
    @inlinable public static var disconnect: Self { Self(rawValue: 0x08) }

    public static let table: [(value: Self, name: String)] = [
        (.propertySet, "Property Set"),
        (.connect, "Connect"),
        (.propertyGet, "Property Get"),
        (.authenticationSend, "Authentication Send"),
        (.authenticationReceive, "Authentication Receive"),
        (.disconnect, "Disconnect"),
    ]
}
