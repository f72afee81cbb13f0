/// Entry of the Discovery log page (70h, NVMe Base 2.3 §5.2.12.3.3).
public struct DiscoveryLogEntry: SpecStructure {
    public final class Layout: SpecLayout {
        /// Transport Type (TRTYPE).
        public let transportType = Field<UInt8, 0, 0>("trtype", "Transport Type")
        /// Address Family (ADRFAM).
        public let addressFamily = Field<UInt8, 1, 1>("adrfam", "Address Family")
        /// Subsystem Type (SUBTYPE).
        public let subsystemType = Field<UInt8, 2, 2>("subtype", "Subsystem Type")
        /// Transport Requirements (TREQ).
        public let transportRequirements = Field<UInt8, 3, 3>("treq", "Transport Requirements")
        /// Port ID (PORTID).
        public let portID = Field<UInt16, 5, 4>("portid", "Port ID")
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16, 7, 6>("cntlid", "Controller ID")
        /// Admin Max SQ Size (ASQSZ).
        public let adminMaximumSQSize = Field<UInt16, 9, 8>("asqsz", "Admin Max SQ Size")
        /// Entry Flags (EFLAGS).
        public let entryFlags = Field<UInt16, 11, 10>("eflags", "Entry Flags")
        /// Transport Service Identifier (TRSVCID).
        public let transportServiceIdentifier = Field<ASCIIText, 63, 32>("trsvcid", "Transport Service Identifier")
        /// NVM Subsystem Qualified Name (SUBNQN).
        public let subsystemNQN = Field<QualifiedName, 511, 256>("subnqn", "NVM Subsystem Qualified Name")
        /// Transport Address (TRADDR).
        public let transportAddress = Field<ASCIIText, 767, 512>("traddr", "Transport Address")
        /// Transport Specific Address Subtype (TSAS).
        public let transportSpecificAddressSubtype = Field<[UInt8], 1023, 768>(
            "tsas", "Transport Specific Address Subtype")
    }
    public static var byteCount: Int { 1024 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Header of the Discovery log page.
public struct DiscoveryLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Generation Counter (GENCTR).
        public let generationCounter = Field<UInt64, 7, 0>("genctr", "Generation Counter")
        /// Number of Records (NUMREC).
        public let numberOfRecords = Field<UInt64, 15, 8>("numrec", "Number of Records")
        /// Record Format (RECFMT).
        public let recordFormat = Field<UInt16, 17, 16>("recfmt", "Record Format")
    }
    public static var byteCount: Int { 1024 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Data of the Connect command (NVMe Base 2.3 §6.3).
public struct ConnectData: SpecStructure {
    public final class Layout: SpecLayout {
        /// Host Identifier (HOSTID).
        public let hostIdentifier = Field<[UInt8], 15, 0>("hostid", "Host Identifier")
        /// Controller ID (CNTLID): FFFFh lets a dynamic controller choose.
        public let controllerID = Field<UInt16, 17, 16>("cntlid", "Controller ID")
        /// Subsystem NVMe Qualified Name (SUBSYSNQN).
        public let subsystemNQN = Field<QualifiedName, 511, 256>("subsysnqn", "Subsystem NVMe Qualified Name")
        /// Host NVMe Qualified Name (HOSTNQN).
        public let hostNQN = Field<QualifiedName, 767, 512>("hostnqn", "Host NVMe Qualified Name")
    }
    public static var byteCount: Int { 1024 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Fabrics command type (FCTYPE, byte 4 of the command, NVMe Base 2.3 §6).
public struct FabricsCommandType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .propertySet, .connect, .propertyGet, .authenticationSend, .authenticationReceive, .disconnect,
    ]
}

extension NamesOf<FabricsCommandType> {
    /// Property Set.
    @inlinable public static var propertySet: Self { Self(0x00, "Property Set") }
    /// Connect.
    @inlinable public static var connect: Self { Self(0x01, "Connect") }
    /// Property Get.
    @inlinable public static var propertyGet: Self { Self(0x04, "Property Get") }
    /// Authentication Send.
    @inlinable public static var authenticationSend: Self { Self(0x05, "Authentication Send") }
    /// Authentication Receive.
    @inlinable public static var authenticationReceive: Self { Self(0x06, "Authentication Receive") }
    /// Disconnect.
    @inlinable public static var disconnect: Self { Self(0x08, "Disconnect") }
}
