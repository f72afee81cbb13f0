/// Header of the event aggregate log pages (0Bh and 0Fh): as many 16-bit identifiers follow.
public struct EventAggregateLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Entries.
        public let count = Field<UInt64>("nr_entries", at: 0, "Number of Entries")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 8 }
    public var bytes = [UInt8](repeating: 0, count: 8)
    public init(zeroed: Void) {}
}

/// Header of the Boot Partition log page (15h, NVMe Base 2.3 §5.2.12.1.21).
public struct BootPartitionLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Log Identifier (LID).
        public let logIdentifier = Field<UInt8>("lid", at: 0, "Log Identifier")
        /// Boot Partition Information (BPINFO).
        public let information = Field<BootPartitionInformation>("bpinfo", at: 4, "Boot Partition Information")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// Predictable Latency Per NVM Set (log page 0Ah, NVMe Base 2.3 §5.2.12.1.11).
public struct PredictableLatencyLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Status (STATUS).
        public let status = Field<UInt8>("status", at: 0, "Status")
        /// Event Type.
        public let eventType = Field<UInt16>("event_type", at: 2, "Event Type")
        /// DTWIN Reads Typical.
        public let deterministicWindowReadsTypical = Field<UInt64>("dtwin_rt", at: 32, "DTWIN Reads Typical")
        /// DTWIN Writes Typical.
        public let deterministicWindowWritesTypical = Field<UInt64>("dtwin_wt", at: 40, "DTWIN Writes Typical")
        /// DTWIN Time Maximum.
        public let deterministicWindowTimeMaximum = Field<UInt64>("dtwin_tmax", at: 48, "DTWIN Time Maximum")
        /// NDWIN Time Minimum High.
        public let nonDeterministicWindowTimeMinimumHigh = Field<UInt64>(
            "ndwin_tmin_hi", at: 56, "NDWIN Time Minimum High")
        /// NDWIN Time Minimum Low.
        public let nonDeterministicWindowTimeMinimumLow = Field<UInt64>(
            "ndwin_tmin_lo", at: 64, "NDWIN Time Minimum Low")
        /// DTWIN Reads Estimate.
        public let deterministicWindowReadsEstimate = Field<UInt64>("dtwin_re", at: 128, "DTWIN Reads Estimate")
        /// DTWIN Writes Estimate.
        public let deterministicWindowWritesEstimate = Field<UInt64>("dtwin_we", at: 136, "DTWIN Writes Estimate")
        /// DTWIN Time Estimate.
        public let deterministicWindowTimeEstimate = Field<UInt64>("dtwin_te", at: 144, "DTWIN Time Estimate")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}

/// Media unit status descriptor (log page 10h, NVMe Base 2.3 §5.2.12.1.16); `channelCount` identifiers follow it.
public struct MediaUnitStatusDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// Media Unit Identifier (MUID).
        public let mediaUnitIdentifier = Field<UInt16>("muid", at: 0, "Media Unit Identifier")
        /// Domain Identifier (DOMAINID).
        public let domainIdentifier = Field<UInt16>("domainid", at: 2, "Domain Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16>("endgid", at: 4, "Endurance Group Identifier")
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16>("nvmsetid", at: 6, "NVM Set Identifier")
        /// Capacity Adjustment Factor.
        public let capacityAdjustmentFactor = Field<UInt16>("cap_adj_fctr", at: 8, "Capacity Adjustment Factor")
        /// Available Spare.
        public let availableSpare = Field<UInt8>("avl_spare", at: 10, "Available Spare")
        /// Percentage Used.
        public let percentageUsed = Field<UInt8>("percent_used", at: 11, "Percentage Used")
        /// Number of Channels (MUCS).
        public let channelCount = Field<UInt8>("mucs", at: 12, "Number of Channels")
        /// Channel Identifiers Offset (CIO).
        public let channelIdentifiersOffset = Field<UInt8>("cio", at: 13, "Channel Identifiers Offset")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 14 }
    public var bytes = [UInt8](repeating: 0, count: 14)
    public init(zeroed: Void) {}
}

/// Header of the Media Unit Status log page (10h).
public struct MediaUnitStatusLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Media Unit Status Descriptors (NMU).
        public let descriptorCount = Field<UInt16>("nmu", at: 0, "Number of Media Unit Status Descriptors")
        /// Number of Channels (CCHANS).
        public let channelCount = Field<UInt16>("cchans", at: 2, "Number of Channels")
        /// Selected Configuration.
        public let selectedConfiguration = Field<UInt16>("sel_config", at: 4, "Selected Configuration")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// FDP Statistics (log page 22h, NVMe Base 2.3 §5.2.12.1). All in bytes.
public struct FDPStatisticsLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Host Bytes with Metadata Written (HBMW).
        public let hostBytesWritten = Field<UInt128>("hbmw", at: 0, "Host Bytes with Metadata Written")
        /// Media Bytes with Metadata Written (MBMW).
        public let mediaBytesWritten = Field<UInt128>("mbmw", at: 16, "Media Bytes with Metadata Written")
        /// Media Bytes Erased (MBE).
        public let mediaBytesErased = Field<UInt128>("mbe", at: 32, "Media Bytes Erased")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 64 }
    public var bytes = [UInt8](repeating: 0, count: 64)
    public init(zeroed: Void) {}
}

/// Reclaim unit handle status descriptor (I/O Management Receive, NVMe Base 2.3 §7.3).
public struct ReclaimUnitHandleStatusDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// Placement Identifier (PID).
        public let placementIdentifier = Field<UInt16>("pid", at: 0, "Placement Identifier")
        /// Reclaim Unit Handle Identifier (RUHID).
        public let reclaimUnitHandleIdentifier = Field<UInt16>("ruhid", at: 2, "Reclaim Unit Handle Identifier")
        /// Estimated Active Reclaim Unit Time Remaining (EARUTR).
        public let estimatedActiveTimeRemaining = Field<UInt32>(
            "earutr", at: 4, "Estimated Active Reclaim Unit Time Remaining")
        /// Reclaim Unit Available Media Writes (RUAMW).
        public let availableMediaWrites = Field<UInt64>("ruamw", at: 8, "Reclaim Unit Available Media Writes")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 32 }
    public var bytes = [UInt8](repeating: 0, count: 32)
    public init(zeroed: Void) {}
}
