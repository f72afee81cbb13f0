/// Opcode of an admin command (NVMe Base 2.3 §5 "Opcodes for Admin Commands").
public struct AdminOpcode: Opcode {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Every admin opcode this package knows with its English name, in order of value.
    public static let table: [Row] = [
        .deleteIOSubmissionQueue, .createIOSubmissionQueue, .getLogPage, .deleteIOCompletionQueue,
        .createIOCompletionQueue, .identify, .abort, .setFeatures, .getFeatures, .asynchronousEventRequest,
        .namespaceManagement, .firmwareCommit, .firmwareImageDownload, .deviceSelfTest, .namespaceAttachment,
        .keepAlive, .directiveSend, .directiveReceive, .virtualizationManagement, .nvmeMISend, .nvmeMIReceive,
        .capacityManagement, .discoveryInformationManagement, .fabricZoningReceive, .lockdown, .fabricZoningLookup,
        .clearExportedNVMResourceConfiguration, .fabricZoningSend, .createExportedNVMSubsystem,
        .manageExportedNVMSubsystem, .manageExportedNamespace, .manageExportedPort, .crossControllerReset,
        .sendDiscoveryLogPage, .trackSend, .trackReceive, .migrationSend, .migrationReceive, .controllerDataQueue,
        .doorbellBufferConfig, .fabrics, .formatNVM, .securitySend, .securityReceive, .sanitize, .loadProgram,
        .getLBAStatus, .programActivationManagement, .memoryRangeSetManagement, .sanitizeNamespace,
    ]
}

extension NamesOf<AdminOpcode> {
    @inlinable public static var deleteIOSubmissionQueue: Self { Self(0x00, "Delete I/O Submission Queue") }
    @inlinable public static var createIOSubmissionQueue: Self { Self(0x01, "Create I/O Submission Queue") }
    @inlinable public static var getLogPage: Self { Self(0x02, "Get Log Page") }
    @inlinable public static var deleteIOCompletionQueue: Self { Self(0x04, "Delete I/O Completion Queue") }
    @inlinable public static var createIOCompletionQueue: Self { Self(0x05, "Create I/O Completion Queue") }
    @inlinable public static var identify: Self { Self(0x06, "Identify") }
    @inlinable public static var abort: Self { Self(0x08, "Abort") }
    @inlinable public static var setFeatures: Self { Self(0x09, "Set Features") }
    @inlinable public static var getFeatures: Self { Self(0x0A, "Get Features") }
    @inlinable public static var asynchronousEventRequest: Self { Self(0x0C, "Asynchronous Event Request") }
    @inlinable public static var namespaceManagement: Self { Self(0x0D, "Namespace Management") }
    @inlinable public static var firmwareCommit: Self { Self(0x10, "Firmware Commit") }
    @inlinable public static var firmwareImageDownload: Self { Self(0x11, "Firmware Image Download") }
    @inlinable public static var deviceSelfTest: Self { Self(0x14, "Device Self-test") }
    @inlinable public static var namespaceAttachment: Self { Self(0x15, "Namespace Attachment") }
    @inlinable public static var keepAlive: Self { Self(0x18, "Keep Alive") }
    @inlinable public static var directiveSend: Self { Self(0x19, "Directive Send") }
    @inlinable public static var directiveReceive: Self { Self(0x1A, "Directive Receive") }
    @inlinable public static var virtualizationManagement: Self { Self(0x1C, "Virtualization Management") }
    @inlinable public static var nvmeMISend: Self { Self(0x1D, "NVMe-MI Send") }
    @inlinable public static var nvmeMIReceive: Self { Self(0x1E, "NVMe-MI Receive") }
    @inlinable public static var capacityManagement: Self { Self(0x20, "Capacity Management") }
    @inlinable public static var discoveryInformationManagement: Self { Self(0x21, "Discovery Information Management") }
    @inlinable public static var fabricZoningReceive: Self { Self(0x22, "Fabric Zoning Receive") }
    @inlinable public static var lockdown: Self { Self(0x24, "Lockdown") }
    @inlinable public static var fabricZoningLookup: Self { Self(0x25, "Fabric Zoning Lookup") }
    @inlinable public static var clearExportedNVMResourceConfiguration: Self {
        Self(0x28, "Clear Exported NVM Resource Configuration")
    }
    @inlinable public static var fabricZoningSend: Self { Self(0x29, "Fabric Zoning Send") }
    @inlinable public static var createExportedNVMSubsystem: Self { Self(0x2A, "Create Exported NVM Subsystem") }
    @inlinable public static var manageExportedNVMSubsystem: Self { Self(0x2D, "Manage Exported NVM Subsystem") }
    @inlinable public static var manageExportedNamespace: Self { Self(0x31, "Manage Exported Namespace") }
    @inlinable public static var manageExportedPort: Self { Self(0x35, "Manage Exported Port") }
    @inlinable public static var crossControllerReset: Self { Self(0x38, "Cross-Controller Reset") }
    @inlinable public static var sendDiscoveryLogPage: Self { Self(0x39, "Send Discovery Log Page") }
    @inlinable public static var trackSend: Self { Self(0x3D, "Track Send") }
    @inlinable public static var trackReceive: Self { Self(0x3E, "Track Receive") }
    @inlinable public static var migrationSend: Self { Self(0x41, "Migration Send") }
    @inlinable public static var migrationReceive: Self { Self(0x42, "Migration Receive") }
    @inlinable public static var controllerDataQueue: Self { Self(0x45, "Controller Data Queue") }
    @inlinable public static var doorbellBufferConfig: Self { Self(0x7C, "Doorbell Buffer Config") }
    @inlinable public static var fabrics: Self { Self(0x7F, "Fabrics Command") }
    @inlinable public static var formatNVM: Self { Self(0x80, "Format NVM") }
    @inlinable public static var securitySend: Self { Self(0x81, "Security Send") }
    @inlinable public static var securityReceive: Self { Self(0x82, "Security Receive") }
    @inlinable public static var sanitize: Self { Self(0x84, "Sanitize") }
    @inlinable public static var loadProgram: Self { Self(0x85, "Load Program") }
    @inlinable public static var getLBAStatus: Self { Self(0x86, "Get LBA Status") }
    @inlinable public static var programActivationManagement: Self { Self(0x88, "Program Activation Management") }
    @inlinable public static var memoryRangeSetManagement: Self { Self(0x89, "Memory Range Set Management") }
    @inlinable public static var sanitizeNamespace: Self { Self(0x8C, "Sanitize Namespace") }
}

extension AdminOpcode {
    /// The English name, `"Vendor specific"` from C0h on, or `"Unknown"`.
    public var name: String { knownName ?? (rawValue >= 0xC0 ? "Vendor specific" : "Unknown") }
}
