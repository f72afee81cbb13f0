/// Opcode of an admin command (NVMe Base 2.3 §5 "Opcodes for Admin Commands").
public struct AdminOpcode: Opcode {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable public static var deleteIOSubmissionQueue: Self { Self(rawValue: 0x00) }
    @inlinable public static var createIOSubmissionQueue: Self { Self(rawValue: 0x01) }
    @inlinable public static var getLogPage: Self { Self(rawValue: 0x02) }
    @inlinable public static var deleteIOCompletionQueue: Self { Self(rawValue: 0x04) }
    @inlinable public static var createIOCompletionQueue: Self { Self(rawValue: 0x05) }
    @inlinable public static var identify: Self { Self(rawValue: 0x06) }
    @inlinable public static var abort: Self { Self(rawValue: 0x08) }
    @inlinable public static var setFeatures: Self { Self(rawValue: 0x09) }
    @inlinable public static var getFeatures: Self { Self(rawValue: 0x0A) }
    @inlinable public static var asynchronousEventRequest: Self { Self(rawValue: 0x0C) }
    @inlinable public static var namespaceManagement: Self { Self(rawValue: 0x0D) }
    @inlinable public static var firmwareCommit: Self { Self(rawValue: 0x10) }
    @inlinable public static var firmwareImageDownload: Self { Self(rawValue: 0x11) }
    @inlinable public static var deviceSelfTest: Self { Self(rawValue: 0x14) }
    @inlinable public static var namespaceAttachment: Self { Self(rawValue: 0x15) }
    @inlinable public static var keepAlive: Self { Self(rawValue: 0x18) }
    @inlinable public static var directiveSend: Self { Self(rawValue: 0x19) }
    @inlinable public static var directiveReceive: Self { Self(rawValue: 0x1A) }
    @inlinable public static var virtualizationManagement: Self { Self(rawValue: 0x1C) }
    @inlinable public static var nvmeMISend: Self { Self(rawValue: 0x1D) }
    @inlinable public static var nvmeMIReceive: Self { Self(rawValue: 0x1E) }
    @inlinable public static var capacityManagement: Self { Self(rawValue: 0x20) }
    @inlinable public static var discoveryInformationManagement: Self { Self(rawValue: 0x21) }
    @inlinable public static var fabricZoningReceive: Self { Self(rawValue: 0x22) }
    @inlinable public static var lockdown: Self { Self(rawValue: 0x24) }
    @inlinable public static var fabricZoningLookup: Self { Self(rawValue: 0x25) }
    @inlinable public static var clearExportedNVMResourceConfiguration: Self { Self(rawValue: 0x28) }
    @inlinable public static var fabricZoningSend: Self { Self(rawValue: 0x29) }
    @inlinable public static var createExportedNVMSubsystem: Self { Self(rawValue: 0x2A) }
    @inlinable public static var manageExportedNVMSubsystem: Self { Self(rawValue: 0x2D) }
    @inlinable public static var manageExportedNamespace: Self { Self(rawValue: 0x31) }
    @inlinable public static var manageExportedPort: Self { Self(rawValue: 0x35) }
    @inlinable public static var crossControllerReset: Self { Self(rawValue: 0x38) }
    @inlinable public static var sendDiscoveryLogPage: Self { Self(rawValue: 0x39) }
    @inlinable public static var trackSend: Self { Self(rawValue: 0x3D) }
    @inlinable public static var trackReceive: Self { Self(rawValue: 0x3E) }
    @inlinable public static var migrationSend: Self { Self(rawValue: 0x41) }
    @inlinable public static var migrationReceive: Self { Self(rawValue: 0x42) }
    @inlinable public static var controllerDataQueue: Self { Self(rawValue: 0x45) }
    @inlinable public static var doorbellBufferConfig: Self { Self(rawValue: 0x7C) }
    @inlinable public static var fabrics: Self { Self(rawValue: 0x7F) }
    @inlinable public static var formatNVM: Self { Self(rawValue: 0x80) }
    @inlinable public static var securitySend: Self { Self(rawValue: 0x81) }
    @inlinable public static var securityReceive: Self { Self(rawValue: 0x82) }
    @inlinable public static var sanitize: Self { Self(rawValue: 0x84) }
    @inlinable public static var loadProgram: Self { Self(rawValue: 0x85) }
    @inlinable public static var getLBAStatus: Self { Self(rawValue: 0x86) }
    @inlinable public static var programActivationManagement: Self { Self(rawValue: 0x88) }
    @inlinable public static var memoryRangeSetManagement: Self { Self(rawValue: 0x89) }
    @inlinable public static var sanitizeNamespace: Self { Self(rawValue: 0x8C) }
}

extension AdminOpcode {
    /// Every admin opcode this package knows with its English name, in order of value.
    public static let table: [(opcode: AdminOpcode, name: String)] = [
        (.deleteIOSubmissionQueue, "Delete I/O Submission Queue"),
        (.createIOSubmissionQueue, "Create I/O Submission Queue"),
        (.getLogPage, "Get Log Page"),
        (.deleteIOCompletionQueue, "Delete I/O Completion Queue"),
        (.createIOCompletionQueue, "Create I/O Completion Queue"),
        (.identify, "Identify"),
        (.abort, "Abort"),
        (.setFeatures, "Set Features"),
        (.getFeatures, "Get Features"),
        (.asynchronousEventRequest, "Asynchronous Event Request"),
        (.namespaceManagement, "Namespace Management"),
        (.firmwareCommit, "Firmware Commit"),
        (.firmwareImageDownload, "Firmware Image Download"),
        (.deviceSelfTest, "Device Self-test"),
        (.namespaceAttachment, "Namespace Attachment"),
        (.keepAlive, "Keep Alive"),
        (.directiveSend, "Directive Send"),
        (.directiveReceive, "Directive Receive"),
        (.virtualizationManagement, "Virtualization Management"),
        (.nvmeMISend, "NVMe-MI Send"),
        (.nvmeMIReceive, "NVMe-MI Receive"),
        (.capacityManagement, "Capacity Management"),
        (.discoveryInformationManagement, "Discovery Information Management"),
        (.fabricZoningReceive, "Fabric Zoning Receive"),
        (.lockdown, "Lockdown"),
        (.fabricZoningLookup, "Fabric Zoning Lookup"),
        (.clearExportedNVMResourceConfiguration, "Clear Exported NVM Resource Configuration"),
        (.fabricZoningSend, "Fabric Zoning Send"),
        (.createExportedNVMSubsystem, "Create Exported NVM Subsystem"),
        (.manageExportedNVMSubsystem, "Manage Exported NVM Subsystem"),
        (.manageExportedNamespace, "Manage Exported Namespace"),
        (.manageExportedPort, "Manage Exported Port"),
        (.crossControllerReset, "Cross-Controller Reset"),
        (.sendDiscoveryLogPage, "Send Discovery Log Page"),
        (.trackSend, "Track Send"),
        (.trackReceive, "Track Receive"),
        (.migrationSend, "Migration Send"),
        (.migrationReceive, "Migration Receive"),
        (.controllerDataQueue, "Controller Data Queue"),
        (.doorbellBufferConfig, "Doorbell Buffer Config"),
        (.fabrics, "Fabrics Command"),
        (.formatNVM, "Format NVM"),
        (.securitySend, "Security Send"),
        (.securityReceive, "Security Receive"),
        (.sanitize, "Sanitize"),
        (.loadProgram, "Load Program"),
        (.getLBAStatus, "Get LBA Status"),
        (.programActivationManagement, "Program Activation Management"),
        (.memoryRangeSetManagement, "Memory Range Set Management"),
        (.sanitizeNamespace, "Sanitize Namespace"),
    ]

    private static let names = Dictionary(uniqueKeysWithValues: table.map { ($0.opcode.rawValue, $0.name) })

    public var knownName: String? { Self.names[rawValue] }

    /// The English name, `"Vendor specific"` from C0h on, or `"Unknown"`.
    public var name: String { knownName ?? (rawValue >= 0xC0 ? "Vendor specific" : "Unknown") }
}
