/// Arbitration (FID 01h): weights are 0's based.
public struct ArbitrationFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Arbitration Burst (AB): as a power of two; 111b is no limit.
        public let burst = Bits<UInt8, 2, 0>("AB", "Arbitration Burst")
        /// Low Priority Weight (LPW).
        public let lowPriorityWeight = Bits<UInt8, 15, 8>("LPW", "Low Priority Weight")
        /// Medium Priority Weight (MPW).
        public let mediumPriorityWeight = Bits<UInt8, 23, 16>("MPW", "Medium Priority Weight")
        /// High Priority Weight (HPW).
        public let highPriorityWeight = Bits<UInt8, 31, 24>("HPW", "High Priority Weight")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Number of Queues (FID 07h), wanted in command dword 11 and allocated in completion dword 0; both 0's based.
public struct NumberOfQueuesFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Number of I/O Submission Queues (NSQR).
        public let submissionQueues = Bits<UInt16, 15, 0>("NSQR", "Number of I/O Submission Queues")
        /// Number of I/O Completion Queues (NCQR).
        public let completionQueues = Bits<UInt16, 31, 16>("NCQR", "Number of I/O Completion Queues")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Interrupt Coalescing (FID 08h).
public struct InterruptCoalescingFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Aggregation Threshold (THR): in completions, 0's based.
        public let threshold = Bits<UInt8, 7, 0>("THR", "Aggregation Threshold")
        /// Aggregation Time (TIME): in units of 100 µs.
        public let time = Bits<UInt8, 15, 8>("TIME", "Aggregation Time")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Interrupt Vector Configuration (FID 09h).
public struct InterruptVectorConfigurationFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Interrupt Vector (IV).
        public let vector = Bits<UInt16, 15, 0>("IV", "Interrupt Vector")
        /// Coalescing Disable (CD).
        public let coalescingDisable = Bit<16>("CD", "Coalescing Disable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Asynchronous Event Configuration (FID 0Bh).
public struct AsynchronousEventConfiguration: FlagStructure {
    public final class Layout: BitLayout {
        /// Available Spare Below Threshold (SPARE).
        public let availableSpare = Bit<0>("SPARE", "Available Spare Below Threshold")
        /// Temperature Threshold Condition (TEMP).
        public let temperature = Bit<1>("TEMP", "Temperature Threshold Condition")
        /// NVM Subsystem Degraded Reliability (NDR).
        public let reliabilityDegraded = Bit<2>("NDR", "NVM Subsystem Degraded Reliability")
        /// All Media Read-Only (AMRO).
        public let readOnly = Bit<3>("AMRO", "All Media Read-Only")
        /// Volatile Memory Backup Failed (VMBF).
        public let volatileMemoryBackupFailed = Bit<4>("VMBF", "Volatile Memory Backup Failed")
        /// Persistent Memory Region Read-Only or Unreliable (PMRRO).
        public let persistentMemoryRegion = Bit<5>("PMRRO", "Persistent Memory Region Read-Only or Unreliable")
        /// Attached Namespace Attribute Notices (NAN).
        public let namespaceAttributeNotices = Bit<8>("NAN", "Attached Namespace Attribute Notices")
        /// Firmware Activation Notices (FAN).
        public let firmwareActivationNotices = Bit<9>("FAN", "Firmware Activation Notices")
        /// Telemetry Log Notices (TLN).
        public let telemetryLogNotices = Bit<10>("TLN", "Telemetry Log Notices")
        /// Asymmetric Namespace Access Change Notices (ANACN).
        public let asymmetricNamespaceAccessChangeNotices = Bit<11>(
            "ANACN", "Asymmetric Namespace Access Change Notices")
        /// Predictable Latency Event Aggregate Log Change Notices (PLEALCN).
        public let predictableLatencyEventAggregateNotices = Bit<12>(
            "PLEALCN", "Predictable Latency Event Aggregate Log Change Notices")
        /// LBA Status Information Alert Notices (LSIAN).
        public let lbaStatusInformationNotices = Bit<13>("LSIAN", "LBA Status Information Alert Notices")
        /// Endurance Group Event Aggregate Log Change Notices (EGEALCN).
        public let enduranceGroupEventAggregateNotices = Bit<14>(
            "EGEALCN", "Endurance Group Event Aggregate Log Change Notices")
        /// Normal NVM Subsystem Shutdown (NNSSHDN).
        public let normalSubsystemShutdown = Bit<15>("NNSSHDN", "Normal NVM Subsystem Shutdown")
        /// Temperature Threshold Hysteresis Recovery (TTHRY).
        public let temperatureThresholdHysteresisRecovery = Bit<16>(
            "TTHRY", "Temperature Threshold Hysteresis Recovery")
        /// Reachability Association Notices (RASSN).
        public let reachabilityAssociationNotices = Bit<17>("RASSN", "Reachability Association Notices")
        /// Reachability Group Notices (RGRP0).
        public let reachabilityGroupNotices = Bit<18>("RGRP0", "Reachability Group Notices")
        /// Allocated Namespace Attribute Notices (ANSAN).
        public let allocatedNamespaceAttributeNotices = Bit<19>("ANSAN", "Allocated Namespace Attribute Notices")
        /// Cross-Controller Reset Completed Notices (CCRCN); the standard gives no abbreviation.
        public let crossControllerResetCompletedNotices = Bit<20>("CCRCN", "Cross-Controller Reset Completed Notices")
        /// Lost Host Communication Notices (LHCN); the standard gives no abbreviation.
        public let lostHostCommunicationNotices = Bit<21>("LHCN", "Lost Host Communication Notices")
        /// Zone Descriptor Changed Notices (ZDCN).
        public let zoneDescriptorChangedNotices = Bit<27>("ZDCN", "Zone Descriptor Changed Notices")
        /// Pull Model DDC Request Log Page Change Notices (PMDRLPCN).
        public let pullModelDDCRequestNotices = Bit<28>("PMDRLPCN", "Pull Model DDC Request Log Page Change Notices")
        /// AVE Discovery Log Page Change Notices (ADLPCN).
        public let aveDiscoveryLogPageChangeNotices = Bit<29>("ADLPCN", "AVE Discovery Log Page Change Notices")
        /// Host Discovery Log Page Change Notices (HDLPCN).
        public let hostDiscoveryLogPageChangeNotices = Bit<30>("HDLPCN", "Host Discovery Log Page Change Notices")
        /// Discovery Log Page Change Notices (DLPCN).
        public let discoveryLogPageChangeNotices = Bit<31>("DLPCN", "Discovery Log Page Change Notices")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Keep Alive Timer (FID 0Fh).
public struct KeepAliveTimerFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Keep Alive Timeout (KATO): 0 is disabled.
        public let milliseconds = Bits<UInt32, 31, 0>("KATO", "Keep Alive Timeout")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
