/// Header of the event aggregate log pages (0Bh and 0Fh): as many 16-bit identifiers follow.
public struct EventAggregateLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Entries.
        public let count = Field<UInt64, 7, 0>("nr_entries", "Number of Entries")
    }
    public static var byteCount: Int { 8 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Header of the Boot Partition log page (15h, NVMe Base 2.3 §5.2.12.1.21).
public struct BootPartitionLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Log Identifier (LID).
        public let logIdentifier = Field<UInt8, 0, 0>("lid", "Log Identifier")
        /// Boot Partition Information (BPINFO).
        public let information = Field<BootPartitionInformation, 7, 4>("bpinfo", "Boot Partition Information")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Predictable Latency Per NVM Set (log page 0Ah, NVMe Base 2.3 §5.2.12.1.11).
public struct PredictableLatencyLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Status (STATUS).
        public let status = Field<UInt8, 0, 0>("status", "Status")
        /// Event Type.
        public let eventType = Field<UInt16, 3, 2>("event_type", "Event Type")
        /// DTWIN Reads Typical.
        public let deterministicWindowReadsTypical = Field<UInt64, 39, 32>("dtwin_rt", "DTWIN Reads Typical")
        /// DTWIN Writes Typical.
        public let deterministicWindowWritesTypical = Field<UInt64, 47, 40>("dtwin_wt", "DTWIN Writes Typical")
        /// DTWIN Time Maximum.
        public let deterministicWindowTimeMaximum = Field<UInt64, 55, 48>("dtwin_tmax", "DTWIN Time Maximum")
        /// NDWIN Time Minimum High.
        public let nonDeterministicWindowTimeMinimumHigh = Field<UInt64, 63, 56>(
            "ndwin_tmin_hi", "NDWIN Time Minimum High")
        /// NDWIN Time Minimum Low.
        public let nonDeterministicWindowTimeMinimumLow = Field<UInt64, 71, 64>(
            "ndwin_tmin_lo", "NDWIN Time Minimum Low")
        /// DTWIN Reads Estimate.
        public let deterministicWindowReadsEstimate = Field<UInt64, 135, 128>("dtwin_re", "DTWIN Reads Estimate")
        /// DTWIN Writes Estimate.
        public let deterministicWindowWritesEstimate = Field<UInt64, 143, 136>("dtwin_we", "DTWIN Writes Estimate")
        /// DTWIN Time Estimate.
        public let deterministicWindowTimeEstimate = Field<UInt64, 151, 144>("dtwin_te", "DTWIN Time Estimate")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Media unit status descriptor (log page 10h, NVMe Base 2.3 §5.2.12.1.16); `channelCount` identifiers follow it.
public struct MediaUnitStatusDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// Media Unit Identifier (MUID).
        public let mediaUnitIdentifier = Field<UInt16, 1, 0>("muid", "Media Unit Identifier")
        /// Domain Identifier (DOMAINID).
        public let domainIdentifier = Field<UInt16, 3, 2>("domainid", "Domain Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16, 5, 4>("endgid", "Endurance Group Identifier")
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16, 7, 6>("nvmsetid", "NVM Set Identifier")
        /// Capacity Adjustment Factor.
        public let capacityAdjustmentFactor = Field<UInt16, 9, 8>("cap_adj_fctr", "Capacity Adjustment Factor")
        /// Available Spare.
        public let availableSpare = Field<UInt8, 10, 10>("avl_spare", "Available Spare")
        /// Percentage Used.
        public let percentageUsed = Field<UInt8, 11, 11>("percent_used", "Percentage Used")
        /// Number of Channels (MUCS).
        public let channelCount = Field<UInt8, 12, 12>("mucs", "Number of Channels")
        /// Channel Identifiers Offset (CIO).
        public let channelIdentifiersOffset = Field<UInt8, 13, 13>("cio", "Channel Identifiers Offset")
    }
    public static var byteCount: Int { 14 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Header of the Media Unit Status log page (10h).
public struct MediaUnitStatusLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Media Unit Status Descriptors (NMU).
        public let descriptorCount = Field<UInt16, 1, 0>("nmu", "Number of Media Unit Status Descriptors")
        /// Number of Channels (CCHANS).
        public let channelCount = Field<UInt16, 3, 2>("cchans", "Number of Channels")
        /// Selected Configuration.
        public let selectedConfiguration = Field<UInt16, 5, 4>("sel_config", "Selected Configuration")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// FDP Statistics (log page 22h, NVMe Base 2.3 §5.2.12.1). All in bytes.
public struct FDPStatisticsLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Host Bytes with Metadata Written (HBMW).
        public let hostBytesWritten = Field<UInt128, 15, 0>("hbmw", "Host Bytes with Metadata Written")
        /// Media Bytes with Metadata Written (MBMW).
        public let mediaBytesWritten = Field<UInt128, 31, 16>("mbmw", "Media Bytes with Metadata Written")
        /// Media Bytes Erased (MBE).
        public let mediaBytesErased = Field<UInt128, 47, 32>("mbe", "Media Bytes Erased")
    }
    public static var byteCount: Int { 64 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Reclaim unit handle status descriptor (I/O Management Receive, NVMe Base 2.3 §7.3).
public struct ReclaimUnitHandleStatusDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// Placement Identifier (PID).
        public let placementIdentifier = Field<UInt16, 1, 0>("pid", "Placement Identifier")
        /// Reclaim Unit Handle Identifier (RUHID).
        public let reclaimUnitHandleIdentifier = Field<UInt16, 3, 2>("ruhid", "Reclaim Unit Handle Identifier")
        /// Estimated Active Reclaim Unit Time Remaining (EARUTR).
        public let estimatedActiveTimeRemaining = Field<UInt32, 7, 4>(
            "earutr", "Estimated Active Reclaim Unit Time Remaining")
        /// Reclaim Unit Available Media Writes (RUAMW).
        public let availableMediaWrites = Field<UInt64, 15, 8>("ruamw", "Reclaim Unit Available Media Writes")
    }
    public static var byteCount: Int { 32 }
    public var bytes = Self.zeroes
    public init() {}
}
