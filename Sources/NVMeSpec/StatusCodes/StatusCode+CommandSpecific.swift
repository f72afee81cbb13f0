// Command specific status codes of the admin commands (SCT 1h, NVMe Base 2.3 §4.2.3.2).

extension StatusCodes {
    /// Completion Queue Invalid (01h/00h).
    @inlinable public static var completionQueueInvalid: Self {
        Self(0x100, "Completion Queue Invalid", "The completion queue that the submission queue names does not exist.")
    }
    /// Invalid Queue Identifier (01h/01h).
    @inlinable public static var invalidQueueIdentifier: Self {
        Self(
            0x101, "Invalid Queue Identifier", "The queue identifier is zero, in use, out of range, or names no queue.")
    }
    /// Invalid Queue Size (01h/02h).
    @inlinable public static var invalidQueueSize: Self {
        Self(0x102, "Invalid Queue Size", "The queue size is zero or more than the controller supports.")
    }
    /// Abort Command Limit Exceeded (01h/03h).
    @inlinable public static var abortCommandLimitExceeded: Self {
        Self(0x103, "Abort Command Limit Exceeded", "More Abort commands are outstanding than the controller accepts.")
    }
    /// Asynchronous Event Request Limit Exceeded (01h/05h).
    @inlinable public static var asynchronousEventRequestLimitExceeded: Self {
        Self(
            0x105, "Asynchronous Event Request Limit Exceeded",
            "More Asynchronous Event Requests are outstanding than the controller accepts.")
    }
    /// Invalid Firmware Slot (01h/06h).
    @inlinable public static var invalidFirmwareSlot: Self {
        Self(0x106, "Invalid Firmware Slot", "The firmware slot does not exist or is read only.")
    }
    /// Invalid Firmware Image (01h/07h).
    @inlinable public static var invalidFirmwareImage: Self {
        Self(0x107, "Invalid Firmware Image", "The firmware image is damaged, incomplete, or meant for another device.")
    }
    /// Invalid Interrupt Vector (01h/08h).
    @inlinable public static var invalidInterruptVector: Self {
        Self(0x108, "Invalid Interrupt Vector", "The interrupt vector does not exist or is not enabled.")
    }
    /// Invalid Log Page (01h/09h).
    @inlinable public static var invalidLogPage: Self {
        Self(0x109, "Invalid Log Page", "The log page identifier is not supported.")
    }
    /// Invalid Format (01h/0ah).
    @inlinable public static var invalidFormat: Self {
        Self(
            0x10a, "Invalid Format",
            "The LBA format, or its combination with protection information and metadata, is not supported.")
    }
    /// Firmware Activation Requires Conventional Reset (01h/0bh).
    @inlinable public static var firmwareActivationRequiresConventionalReset: Self {
        Self(
            0x10b, "Firmware Activation Requires Conventional Reset",
            "The commit succeeded; a conventional reset activates the image.")
    }
    /// Invalid Queue Deletion (01h/0ch).
    @inlinable public static var invalidQueueDeletion: Self {
        Self(0x10c, "Invalid Queue Deletion", "The completion queue still serves a submission queue.")
    }
    /// Feature Identifier Not Saveable (01h/0dh).
    @inlinable public static var featureIdentifierNotSaveable: Self {
        Self(0x10d, "Feature Identifier Not Saveable", "The feature cannot be saved.")
    }
    /// Feature Not Changeable (01h/0eh).
    @inlinable public static var featureNotChangeable: Self {
        Self(0x10e, "Feature Not Changeable", "The feature cannot be changed.")
    }
    /// Feature Not Namespace Specific (01h/0fh).
    @inlinable public static var featureNotNamespaceSpecific: Self {
        Self(0x10f, "Feature Not Namespace Specific", "A namespace was given for a feature of the whole controller.")
    }
    /// Firmware Activation Requires NVM Subsystem Reset (01h/10h).
    @inlinable public static var firmwareActivationRequiresSubsystemReset: Self {
        Self(
            0x110, "Firmware Activation Requires NVM Subsystem Reset",
            "The commit succeeded; an NVM subsystem reset activates the image.")
    }
    /// Firmware Activation Requires Controller Level Reset (01h/11h).
    @inlinable public static var firmwareActivationRequiresControllerReset: Self {
        Self(
            0x111, "Firmware Activation Requires Controller Level Reset",
            "The commit succeeded; a controller level reset activates the image.")
    }
    /// Firmware Activation Requires Maximum Time Violation (01h/12h).
    @inlinable public static var firmwareActivationRequiresMaximumTimeViolation: Self {
        Self(
            0x112, "Firmware Activation Requires Maximum Time Violation",
            "Activating without reset would take longer than the maximum time for firmware activation.")
    }
    /// Firmware Activation Prohibited (01h/13h).
    @inlinable public static var firmwareActivationProhibited: Self {
        Self(0x113, "Firmware Activation Prohibited", "The device refuses to activate this image.")
    }
    /// Overlapping Range (01h/14h).
    @inlinable public static var overlappingRange: Self {
        Self(0x114, "Overlapping Range", "Firmware image pieces, or LBA range type entries, overlap.")
    }
    /// Namespace Insufficient Capacity (01h/15h).
    @inlinable public static var namespaceInsufficientCapacity: Self {
        Self(0x115, "Namespace Insufficient Capacity", "Too little unallocated capacity is left for the namespace.")
    }
    /// Namespace Identifier Unavailable (01h/16h).
    @inlinable public static var namespaceIdentifierUnavailable: Self {
        Self(0x116, "Namespace Identifier Unavailable", "All namespace identifiers are in use.")
    }
    /// Namespace Already Attached (01h/18h).
    @inlinable public static var namespaceAlreadyAttached: Self {
        Self(0x118, "Namespace Already Attached", "The namespace is attached to the controller already.")
    }
    /// Namespace Is Private (01h/19h).
    @inlinable public static var namespaceIsPrivate: Self {
        Self(0x119, "Namespace Is Private", "A private namespace can be attached to one controller only.")
    }
    /// Namespace Not Attached (01h/1ah).
    @inlinable public static var namespaceNotAttached: Self {
        Self(0x11a, "Namespace Not Attached", "The namespace is not attached to the controller.")
    }
    /// Thin Provisioning Not Supported (01h/1bh).
    @inlinable public static var thinProvisioningNotSupported: Self {
        Self(
            0x11b, "Thin Provisioning Not Supported",
            "The namespace capacity is below its size and the controller cannot do that.")
    }
    /// Controller List Invalid (01h/1ch).
    @inlinable public static var controllerListInvalid: Self {
        Self(0x11c, "Controller List Invalid", "The controller list is malformed or names an unknown controller.")
    }
    /// Device Self-test In Progress (01h/1dh).
    @inlinable public static var deviceSelfTestInProgress: Self {
        Self(0x11d, "Device Self-test In Progress", "A device self-test is running already.")
    }
    /// Boot Partition Write Prohibited (01h/1eh).
    @inlinable public static var bootPartitionWriteProhibited: Self {
        Self(0x11e, "Boot Partition Write Prohibited", "The boot partition is locked against writing.")
    }
    /// Invalid Controller Identifier (01h/1fh).
    @inlinable public static var invalidControllerIdentifier: Self {
        Self(0x11f, "Invalid Controller Identifier", "The controller identifier is not valid for this command.")
    }
    /// Invalid Secondary Controller State (01h/20h).
    @inlinable public static var invalidSecondaryControllerState: Self {
        Self(
            0x120, "Invalid Secondary Controller State",
            "The secondary controller is not in the state that the action needs.")
    }
    /// Invalid Number of Controller Resources (01h/21h).
    @inlinable public static var invalidNumberOfControllerResources: Self {
        Self(
            0x121, "Invalid Number of Controller Resources",
            "The number of flexible resources is not available or not allowed.")
    }
    /// Invalid Resource Identifier (01h/22h).
    @inlinable public static var invalidResourceIdentifier: Self {
        Self(0x122, "Invalid Resource Identifier", "The resource identifier is not valid.")
    }
    /// Sanitize Prohibited While Persistent Memory Region is Enabled (01h/23h).
    @inlinable public static var sanitizeProhibitedWhilePMREnabled: Self {
        Self(
            0x123, "Sanitize Prohibited While Persistent Memory Region is Enabled",
            "Sanitize cannot start while the persistent memory region is enabled.")
    }
    /// ANA Group Identifier Invalid (01h/24h).
    @inlinable public static var anaGroupIdentifierInvalid: Self {
        Self(0x124, "ANA Group Identifier Invalid", "The ANA group identifier is not supported.")
    }
    /// ANA Attach Failed (01h/25h).
    @inlinable public static var anaAttachFailed: Self {
        Self(0x125, "ANA Attach Failed", "The state of the ANA group prevents attaching the namespace.")
    }
    /// Insufficient Capacity (01h/26h).
    @inlinable public static var insufficientCapacity: Self {
        Self(0x126, "Insufficient Capacity", "Too little unallocated capacity is left for the requested unit.")
    }
    /// Namespace Attachment Limit Exceeded (01h/27h).
    @inlinable public static var namespaceAttachmentLimitExceeded: Self {
        Self(0x127, "Namespace Attachment Limit Exceeded", "More namespaces would be attached than the limit allows.")
    }
    /// Prohibition of Command Execution Not Supported (01h/28h).
    @inlinable public static var prohibitionNotSupported: Self {
        Self(0x128, "Prohibition of Command Execution Not Supported", "The command cannot be locked down.")
    }
    /// I/O Command Set Not Supported (01h/29h).
    @inlinable public static var ioCommandSetNotSupported: Self {
        Self(0x129, "I/O Command Set Not Supported", "The controller does not support the I/O command set.")
    }
    /// I/O Command Set Not Enabled (01h/2ah).
    @inlinable public static var ioCommandSetNotEnabled: Self {
        Self(0x12a, "I/O Command Set Not Enabled", "The I/O command set is supported but not enabled.")
    }
    /// I/O Command Set Combination Rejected (01h/2bh).
    @inlinable public static var ioCommandSetCombinationRejected: Self {
        Self(0x12b, "I/O Command Set Combination Rejected", "The combination of I/O command sets is not supported.")
    }
    /// Invalid I/O Command Set (01h/2ch).
    @inlinable public static var invalidIOCommandSet: Self {
        Self(0x12c, "Invalid I/O Command Set", "The namespace belongs to another I/O command set.")
    }
    /// Identifier Unavailable (01h/2dh).
    @inlinable public static var identifierUnavailable: Self {
        Self(0x12d, "Identifier Unavailable", "All identifiers of the wanted kind are in use.")
    }
    /// Namespace Is Dispersed (01h/2eh).
    @inlinable public static var namespaceIsDispersed: Self {
        Self(0x12e, "Namespace Is Dispersed", "The action is not allowed on a dispersed namespace.")
    }
    /// Invalid Discovery Information (01h/2fh).
    @inlinable public static var invalidDiscoveryInformation: Self {
        Self(0x12f, "Invalid Discovery Information", "The discovery information is not valid.")
    }
    /// Zoning Data Structure Locked (01h/30h).
    @inlinable public static var zoningDataStructureLocked: Self {
        Self(0x130, "Zoning Data Structure Locked", "The fabric zoning data structure is locked by another.")
    }
    /// Zoning Data Structure Not Found (01h/31h).
    @inlinable public static var zoningDataStructureNotFound: Self {
        Self(0x131, "Zoning Data Structure Not Found", "The fabric zoning data structure does not exist.")
    }
    /// Insufficient Discovery Resources (01h/32h).
    @inlinable public static var insufficientDiscoveryResources: Self {
        Self(0x132, "Insufficient Discovery Resources", "The discovery controller has no room for the information.")
    }
    /// Requested Function Disabled (01h/33h).
    @inlinable public static var requestedFunctionDisabled: Self {
        Self(0x133, "Requested Function Disabled", "The requested function is disabled.")
    }
    /// ZoneGroup Originator Invalid (01h/34h).
    @inlinable public static var zoneGroupOriginatorInvalid: Self {
        Self(0x134, "ZoneGroup Originator Invalid", "The zone group belongs to another originator.")
    }
    /// Invalid Host (01h/35h).
    @inlinable public static var invalidHost: Self {
        Self(0x135, "Invalid Host", "The host is not known or not allowed.")
    }
    /// Invalid NVM Subsystem (01h/36h).
    @inlinable public static var invalidNVMSubsystem: Self {
        Self(0x136, "Invalid NVM Subsystem", "The NVM subsystem is not the one that the command expects.")
    }
    /// Invalid Controller Data Queue (01h/37h).
    @inlinable public static var invalidControllerDataQueue: Self {
        Self(0x137, "Invalid Controller Data Queue", "The controller data queue does not exist or cannot be used.")
    }
    /// Not Enough Resources (01h/38h).
    @inlinable public static var notEnoughResources: Self {
        Self(0x138, "Not Enough Resources", "The controller has not enough resources left.")
    }
    /// Controller Suspended (01h/39h).
    @inlinable public static var controllerSuspended: Self {
        Self(0x139, "Controller Suspended", "The action is not allowed while the controller is suspended.")
    }
    /// Controller Not Suspended (01h/3ah).
    @inlinable public static var controllerNotSuspended: Self {
        Self(0x13a, "Controller Not Suspended", "The action needs a suspended controller.")
    }
    /// Controller Data Queue Full (01h/3bh).
    @inlinable public static var controllerDataQueueFull: Self {
        Self(0x13b, "Controller Data Queue Full", "The controller data queue has overflowed.")
    }
    /// Request Exceeds Maximum Namespace Sanitize Operations In Progress (01h/3ch).
    @inlinable public static var namespaceSanitizeLimitExceeded: Self {
        Self(
            0x13c, "Request Exceeds Maximum Namespace Sanitize Operations In Progress",
            "As many namespaces as the subsystem can sanitize at a time are being sanitized.")
    }
    /// Manufacturing Default Personality Required (01h/3dh).
    @inlinable public static var manufacturingDefaultPersonalityRequired: Self {
        Self(
            0x13d, "Manufacturing Default Personality Required",
            "The device has to be in the personality that it was made with.")
    }
    /// Invalid Power Limit (01h/3eh).
    @inlinable public static var invalidPowerLimit: Self {
        Self(0x13e, "Invalid Power Limit", "The power limit is none that the controller can keep.")
    }
    /// Cross-Controller Reset in Progress (01h/3fh).
    @inlinable public static var crossControllerResetInProgress: Self {
        Self(0x13f, "Cross-Controller Reset in Progress", "Another controller is being reset for this one already.")
    }
    /// Cross-Controller Reset Log Page Full (01h/40h).
    @inlinable public static var crossControllerResetLogPageFull: Self {
        Self(
            0x140, "Cross-Controller Reset Log Page Full",
            "The log page of cross-controller resets has no room for another.")
    }
    /// Cross-Controller Reset Limit Exceeded (01h/41h).
    @inlinable public static var crossControllerResetLimitExceeded: Self {
        Self(
            0x141, "Cross-Controller Reset Limit Exceeded",
            "More cross-controller resets are in progress than the controller supports.")
    }
}

extension StatusCode {
    static let commandSpecificRows: [StatusCodeRow] = [
        .completionQueueInvalid, .invalidQueueIdentifier, .invalidQueueSize, .abortCommandLimitExceeded,
        .asynchronousEventRequestLimitExceeded, .invalidFirmwareSlot, .invalidFirmwareImage, .invalidInterruptVector,
        .invalidLogPage, .invalidFormat, .firmwareActivationRequiresConventionalReset, .invalidQueueDeletion,
        .featureIdentifierNotSaveable, .featureNotChangeable, .featureNotNamespaceSpecific,
        .firmwareActivationRequiresSubsystemReset, .firmwareActivationRequiresControllerReset,
        .firmwareActivationRequiresMaximumTimeViolation, .firmwareActivationProhibited, .overlappingRange,
        .namespaceInsufficientCapacity, .namespaceIdentifierUnavailable, .namespaceAlreadyAttached,
        .namespaceIsPrivate, .namespaceNotAttached, .thinProvisioningNotSupported, .controllerListInvalid,
        .deviceSelfTestInProgress, .bootPartitionWriteProhibited, .invalidControllerIdentifier,
        .invalidSecondaryControllerState, .invalidNumberOfControllerResources, .invalidResourceIdentifier,
        .sanitizeProhibitedWhilePMREnabled, .anaGroupIdentifierInvalid, .anaAttachFailed, .insufficientCapacity,
        .namespaceAttachmentLimitExceeded, .prohibitionNotSupported, .ioCommandSetNotSupported,
        .ioCommandSetNotEnabled, .ioCommandSetCombinationRejected, .invalidIOCommandSet, .identifierUnavailable,
        .namespaceIsDispersed, .invalidDiscoveryInformation, .zoningDataStructureLocked, .zoningDataStructureNotFound,
        .insufficientDiscoveryResources, .requestedFunctionDisabled, .zoneGroupOriginatorInvalid, .invalidHost,
        .invalidNVMSubsystem, .invalidControllerDataQueue, .notEnoughResources, .controllerSuspended,
        .controllerNotSuspended, .controllerDataQueueFull, .namespaceSanitizeLimitExceeded,
        .manufacturingDefaultPersonalityRequired, .invalidPowerLimit, .crossControllerResetInProgress,
        .crossControllerResetLogPageFull, .crossControllerResetLimitExceeded,
    ]
}
