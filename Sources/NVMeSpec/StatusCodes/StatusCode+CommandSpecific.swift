// Command specific status codes of the admin commands (SCT 1h, NVMe Base 2.3 §4.2.3.2).

extension StatusCode {
    /// Completion Queue Invalid (01h/00h).
    @inlinable public static var completionQueueInvalid: Self { Self(rawValue: 0x100) }
    /// Invalid Queue Identifier (01h/01h).
    @inlinable public static var invalidQueueIdentifier: Self { Self(rawValue: 0x101) }
    /// Invalid Queue Size (01h/02h).
    @inlinable public static var invalidQueueSize: Self { Self(rawValue: 0x102) }
    /// Abort Command Limit Exceeded (01h/03h).
    @inlinable public static var abortCommandLimitExceeded: Self { Self(rawValue: 0x103) }
    /// Asynchronous Event Request Limit Exceeded (01h/05h).
    @inlinable public static var asynchronousEventRequestLimitExceeded: Self { Self(rawValue: 0x105) }
    /// Invalid Firmware Slot (01h/06h).
    @inlinable public static var invalidFirmwareSlot: Self { Self(rawValue: 0x106) }
    /// Invalid Firmware Image (01h/07h).
    @inlinable public static var invalidFirmwareImage: Self { Self(rawValue: 0x107) }
    /// Invalid Interrupt Vector (01h/08h).
    @inlinable public static var invalidInterruptVector: Self { Self(rawValue: 0x108) }
    /// Invalid Log Page (01h/09h).
    @inlinable public static var invalidLogPage: Self { Self(rawValue: 0x109) }
    /// Invalid Format (01h/0ah).
    @inlinable public static var invalidFormat: Self { Self(rawValue: 0x10a) }
    /// Firmware Activation Requires Conventional Reset (01h/0bh).
    @inlinable public static var firmwareActivationRequiresConventionalReset: Self { Self(rawValue: 0x10b) }
    /// Invalid Queue Deletion (01h/0ch).
    @inlinable public static var invalidQueueDeletion: Self { Self(rawValue: 0x10c) }
    /// Feature Identifier Not Saveable (01h/0dh).
    @inlinable public static var featureIdentifierNotSaveable: Self { Self(rawValue: 0x10d) }
    /// Feature Not Changeable (01h/0eh).
    @inlinable public static var featureNotChangeable: Self { Self(rawValue: 0x10e) }
    /// Feature Not Namespace Specific (01h/0fh).
    @inlinable public static var featureNotNamespaceSpecific: Self { Self(rawValue: 0x10f) }
    /// Firmware Activation Requires NVM Subsystem Reset (01h/10h).
    @inlinable public static var firmwareActivationRequiresSubsystemReset: Self { Self(rawValue: 0x110) }
    /// Firmware Activation Requires Controller Level Reset (01h/11h).
    @inlinable public static var firmwareActivationRequiresControllerReset: Self { Self(rawValue: 0x111) }
    /// Firmware Activation Requires Maximum Time Violation (01h/12h).
    @inlinable public static var firmwareActivationRequiresMaximumTimeViolation: Self { Self(rawValue: 0x112) }
    /// Firmware Activation Prohibited (01h/13h).
    @inlinable public static var firmwareActivationProhibited: Self { Self(rawValue: 0x113) }
    /// Overlapping Range (01h/14h).
    @inlinable public static var overlappingRange: Self { Self(rawValue: 0x114) }
    /// Namespace Insufficient Capacity (01h/15h).
    @inlinable public static var namespaceInsufficientCapacity: Self { Self(rawValue: 0x115) }
    /// Namespace Identifier Unavailable (01h/16h).
    @inlinable public static var namespaceIdentifierUnavailable: Self { Self(rawValue: 0x116) }
    /// Namespace Already Attached (01h/18h).
    @inlinable public static var namespaceAlreadyAttached: Self { Self(rawValue: 0x118) }
    /// Namespace Is Private (01h/19h).
    @inlinable public static var namespaceIsPrivate: Self { Self(rawValue: 0x119) }
    /// Namespace Not Attached (01h/1ah).
    @inlinable public static var namespaceNotAttached: Self { Self(rawValue: 0x11a) }
    /// Thin Provisioning Not Supported (01h/1bh).
    @inlinable public static var thinProvisioningNotSupported: Self { Self(rawValue: 0x11b) }
    /// Controller List Invalid (01h/1ch).
    @inlinable public static var controllerListInvalid: Self { Self(rawValue: 0x11c) }
    /// Device Self-test In Progress (01h/1dh).
    @inlinable public static var deviceSelfTestInProgress: Self { Self(rawValue: 0x11d) }
    /// Boot Partition Write Prohibited (01h/1eh).
    @inlinable public static var bootPartitionWriteProhibited: Self { Self(rawValue: 0x11e) }
    /// Invalid Controller Identifier (01h/1fh).
    @inlinable public static var invalidControllerIdentifier: Self { Self(rawValue: 0x11f) }
    /// Invalid Secondary Controller State (01h/20h).
    @inlinable public static var invalidSecondaryControllerState: Self { Self(rawValue: 0x120) }
    /// Invalid Number of Controller Resources (01h/21h).
    @inlinable public static var invalidNumberOfControllerResources: Self { Self(rawValue: 0x121) }
    /// Invalid Resource Identifier (01h/22h).
    @inlinable public static var invalidResourceIdentifier: Self { Self(rawValue: 0x122) }
    /// Sanitize Prohibited While Persistent Memory Region is Enabled (01h/23h).
    @inlinable public static var sanitizeProhibitedWhilePMREnabled: Self { Self(rawValue: 0x123) }
    /// ANA Group Identifier Invalid (01h/24h).
    @inlinable public static var anaGroupIdentifierInvalid: Self { Self(rawValue: 0x124) }
    /// ANA Attach Failed (01h/25h).
    @inlinable public static var anaAttachFailed: Self { Self(rawValue: 0x125) }
    /// Insufficient Capacity (01h/26h).
    @inlinable public static var insufficientCapacity: Self { Self(rawValue: 0x126) }
    /// Namespace Attachment Limit Exceeded (01h/27h).
    @inlinable public static var namespaceAttachmentLimitExceeded: Self { Self(rawValue: 0x127) }
    /// Prohibition of Command Execution Not Supported (01h/28h).
    @inlinable public static var prohibitionNotSupported: Self { Self(rawValue: 0x128) }
    /// I/O Command Set Not Supported (01h/29h).
    @inlinable public static var ioCommandSetNotSupported: Self { Self(rawValue: 0x129) }
    /// I/O Command Set Not Enabled (01h/2ah).
    @inlinable public static var ioCommandSetNotEnabled: Self { Self(rawValue: 0x12a) }
    /// I/O Command Set Combination Rejected (01h/2bh).
    @inlinable public static var ioCommandSetCombinationRejected: Self { Self(rawValue: 0x12b) }
    /// Invalid I/O Command Set (01h/2ch).
    @inlinable public static var invalidIOCommandSet: Self { Self(rawValue: 0x12c) }
    /// Identifier Unavailable (01h/2dh).
    @inlinable public static var identifierUnavailable: Self { Self(rawValue: 0x12d) }
    /// Namespace Is Dispersed (01h/2eh).
    @inlinable public static var namespaceIsDispersed: Self { Self(rawValue: 0x12e) }
    /// Invalid Discovery Information (01h/2fh).
    @inlinable public static var invalidDiscoveryInformation: Self { Self(rawValue: 0x12f) }
    /// Zoning Data Structure Locked (01h/30h).
    @inlinable public static var zoningDataStructureLocked: Self { Self(rawValue: 0x130) }
    /// Zoning Data Structure Not Found (01h/31h).
    @inlinable public static var zoningDataStructureNotFound: Self { Self(rawValue: 0x131) }
    /// Insufficient Discovery Resources (01h/32h).
    @inlinable public static var insufficientDiscoveryResources: Self { Self(rawValue: 0x132) }
    /// Requested Function Disabled (01h/33h).
    @inlinable public static var requestedFunctionDisabled: Self { Self(rawValue: 0x133) }
    /// ZoneGroup Originator Invalid (01h/34h).
    @inlinable public static var zoneGroupOriginatorInvalid: Self { Self(rawValue: 0x134) }
    /// Invalid Host (01h/35h).
    @inlinable public static var invalidHost: Self { Self(rawValue: 0x135) }
    /// Invalid NVM Subsystem (01h/36h).
    @inlinable public static var invalidNVMSubsystem: Self { Self(rawValue: 0x136) }
    /// Invalid Controller Data Queue (01h/37h).
    @inlinable public static var invalidControllerDataQueue: Self { Self(rawValue: 0x137) }
    /// Not Enough Resources (01h/38h).
    @inlinable public static var notEnoughResources: Self { Self(rawValue: 0x138) }
    /// Controller Suspended (01h/39h).
    @inlinable public static var controllerSuspended: Self { Self(rawValue: 0x139) }
    /// Controller Not Suspended (01h/3ah).
    @inlinable public static var controllerNotSuspended: Self { Self(rawValue: 0x13a) }
    /// Controller Data Queue Full (01h/3bh).
    @inlinable public static var controllerDataQueueFull: Self { Self(rawValue: 0x13b) }
    /// Request Exceeds Maximum Namespace Sanitize Operations In Progress (01h/3ch).
    @inlinable public static var namespaceSanitizeLimitExceeded: Self { Self(rawValue: 0x13c) }
    /// Manufacturing Default Personality Required (01h/3dh).
    @inlinable public static var manufacturingDefaultPersonalityRequired: Self { Self(rawValue: 0x13d) }
    /// Invalid Power Limit (01h/3eh).
    @inlinable public static var invalidPowerLimit: Self { Self(rawValue: 0x13e) }
    /// Cross-Controller Reset in Progress (01h/3fh).
    @inlinable public static var crossControllerResetInProgress: Self { Self(rawValue: 0x13f) }
    /// Cross-Controller Reset Log Page Full (01h/40h).
    @inlinable public static var crossControllerResetLogPageFull: Self { Self(rawValue: 0x140) }
    /// Cross-Controller Reset Limit Exceeded (01h/41h).
    @inlinable public static var crossControllerResetLimitExceeded: Self { Self(rawValue: 0x141) }

    static let commandSpecificRows: [StatusCodeRow] = [
        .init(
            .completionQueueInvalid, "completionQueueInvalid",
            "Completion Queue Invalid",
            "The completion queue that the submission queue names does not exist."),
        .init(
            .invalidQueueIdentifier, "invalidQueueIdentifier",
            "Invalid Queue Identifier",
            "The queue identifier is zero, in use, out of range, or names no queue."),
        .init(
            .invalidQueueSize, "invalidQueueSize",
            "Invalid Queue Size",
            "The queue size is zero or more than the controller supports."),
        .init(
            .abortCommandLimitExceeded, "abortCommandLimitExceeded",
            "Abort Command Limit Exceeded",
            "More Abort commands are outstanding than the controller accepts."),
        .init(
            .asynchronousEventRequestLimitExceeded, "asynchronousEventRequestLimitExceeded",
            "Asynchronous Event Request Limit Exceeded",
            "More Asynchronous Event Requests are outstanding than the controller accepts."),
        .init(
            .invalidFirmwareSlot, "invalidFirmwareSlot",
            "Invalid Firmware Slot",
            "The firmware slot does not exist or is read only."),
        .init(
            .invalidFirmwareImage, "invalidFirmwareImage",
            "Invalid Firmware Image",
            "The firmware image is damaged, incomplete, or meant for another device."),
        .init(
            .invalidInterruptVector, "invalidInterruptVector",
            "Invalid Interrupt Vector",
            "The interrupt vector does not exist or is not enabled."),
        .init(.invalidLogPage, "invalidLogPage", "Invalid Log Page", "The log page identifier is not supported."),
        .init(
            .invalidFormat, "invalidFormat",
            "Invalid Format",
            "The LBA format, or its combination with protection information and metadata, is not supported."),
        .init(
            .firmwareActivationRequiresConventionalReset, "firmwareActivationRequiresConventionalReset",
            "Firmware Activation Requires Conventional Reset",
            "The commit succeeded; a conventional reset activates the image."),
        .init(
            .invalidQueueDeletion, "invalidQueueDeletion",
            "Invalid Queue Deletion",
            "The completion queue still serves a submission queue."),
        .init(
            .featureIdentifierNotSaveable, "featureIdentifierNotSaveable",
            "Feature Identifier Not Saveable",
            "The feature cannot be saved."),
        .init(
            .featureNotChangeable, "featureNotChangeable",
            "Feature Not Changeable",
            "The feature cannot be changed."),
        .init(
            .featureNotNamespaceSpecific, "featureNotNamespaceSpecific",
            "Feature Not Namespace Specific",
            "A namespace was given for a feature of the whole controller."),
        .init(
            .firmwareActivationRequiresSubsystemReset, "firmwareActivationRequiresSubsystemReset",
            "Firmware Activation Requires NVM Subsystem Reset",
            "The commit succeeded; an NVM subsystem reset activates the image."),
        .init(
            .firmwareActivationRequiresControllerReset, "firmwareActivationRequiresControllerReset",
            "Firmware Activation Requires Controller Level Reset",
            "The commit succeeded; a controller level reset activates the image."),
        .init(
            .firmwareActivationRequiresMaximumTimeViolation, "firmwareActivationRequiresMaximumTimeViolation",
            "Firmware Activation Requires Maximum Time Violation",
            "Activating without reset would take longer than the maximum time for firmware activation."),
        .init(
            .firmwareActivationProhibited, "firmwareActivationProhibited",
            "Firmware Activation Prohibited",
            "The device refuses to activate this image."),
        .init(
            .overlappingRange, "overlappingRange",
            "Overlapping Range",
            "Firmware image pieces, or LBA range type entries, overlap."),
        .init(
            .namespaceInsufficientCapacity, "namespaceInsufficientCapacity",
            "Namespace Insufficient Capacity",
            "Too little unallocated capacity is left for the namespace."),
        .init(
            .namespaceIdentifierUnavailable, "namespaceIdentifierUnavailable",
            "Namespace Identifier Unavailable",
            "All namespace identifiers are in use."),
        .init(
            .namespaceAlreadyAttached, "namespaceAlreadyAttached",
            "Namespace Already Attached",
            "The namespace is attached to the controller already."),
        .init(
            .namespaceIsPrivate, "namespaceIsPrivate",
            "Namespace Is Private",
            "A private namespace can be attached to one controller only."),
        .init(
            .namespaceNotAttached, "namespaceNotAttached",
            "Namespace Not Attached",
            "The namespace is not attached to the controller."),
        .init(
            .thinProvisioningNotSupported, "thinProvisioningNotSupported",
            "Thin Provisioning Not Supported",
            "The namespace capacity is below its size and the controller cannot do that."),
        .init(
            .controllerListInvalid, "controllerListInvalid",
            "Controller List Invalid",
            "The controller list is malformed or names an unknown controller."),
        .init(
            .deviceSelfTestInProgress, "deviceSelfTestInProgress",
            "Device Self-test In Progress",
            "A device self-test is running already."),
        .init(
            .bootPartitionWriteProhibited, "bootPartitionWriteProhibited",
            "Boot Partition Write Prohibited",
            "The boot partition is locked against writing."),
        .init(
            .invalidControllerIdentifier, "invalidControllerIdentifier",
            "Invalid Controller Identifier",
            "The controller identifier is not valid for this command."),
        .init(
            .invalidSecondaryControllerState, "invalidSecondaryControllerState",
            "Invalid Secondary Controller State",
            "The secondary controller is not in the state that the action needs."),
        .init(
            .invalidNumberOfControllerResources, "invalidNumberOfControllerResources",
            "Invalid Number of Controller Resources",
            "The number of flexible resources is not available or not allowed."),
        .init(
            .invalidResourceIdentifier, "invalidResourceIdentifier",
            "Invalid Resource Identifier",
            "The resource identifier is not valid."),
        .init(
            .sanitizeProhibitedWhilePMREnabled, "sanitizeProhibitedWhilePMREnabled",
            "Sanitize Prohibited While Persistent Memory Region is Enabled",
            "Sanitize cannot start while the persistent memory region is enabled."),
        .init(
            .anaGroupIdentifierInvalid, "anaGroupIdentifierInvalid",
            "ANA Group Identifier Invalid",
            "The ANA group identifier is not supported."),
        .init(
            .anaAttachFailed, "anaAttachFailed",
            "ANA Attach Failed",
            "The state of the ANA group prevents attaching the namespace."),
        .init(
            .insufficientCapacity, "insufficientCapacity",
            "Insufficient Capacity",
            "Too little unallocated capacity is left for the requested unit."),
        .init(
            .namespaceAttachmentLimitExceeded, "namespaceAttachmentLimitExceeded",
            "Namespace Attachment Limit Exceeded",
            "More namespaces would be attached than the limit allows."),
        .init(
            .prohibitionNotSupported, "prohibitionNotSupported",
            "Prohibition of Command Execution Not Supported",
            "The command cannot be locked down."),
        .init(
            .ioCommandSetNotSupported, "ioCommandSetNotSupported",
            "I/O Command Set Not Supported",
            "The controller does not support the I/O command set."),
        .init(
            .ioCommandSetNotEnabled, "ioCommandSetNotEnabled",
            "I/O Command Set Not Enabled",
            "The I/O command set is supported but not enabled."),
        .init(
            .ioCommandSetCombinationRejected, "ioCommandSetCombinationRejected",
            "I/O Command Set Combination Rejected",
            "The combination of I/O command sets is not supported."),
        .init(
            .invalidIOCommandSet, "invalidIOCommandSet",
            "Invalid I/O Command Set",
            "The namespace belongs to another I/O command set."),
        .init(
            .identifierUnavailable, "identifierUnavailable",
            "Identifier Unavailable",
            "All identifiers of the wanted kind are in use."),
        .init(
            .namespaceIsDispersed, "namespaceIsDispersed",
            "Namespace Is Dispersed",
            "The action is not allowed on a dispersed namespace."),
        .init(
            .invalidDiscoveryInformation, "invalidDiscoveryInformation",
            "Invalid Discovery Information",
            "The discovery information is not valid."),
        .init(
            .zoningDataStructureLocked, "zoningDataStructureLocked",
            "Zoning Data Structure Locked",
            "The fabric zoning data structure is locked by another."),
        .init(
            .zoningDataStructureNotFound, "zoningDataStructureNotFound",
            "Zoning Data Structure Not Found",
            "The fabric zoning data structure does not exist."),
        .init(
            .insufficientDiscoveryResources, "insufficientDiscoveryResources",
            "Insufficient Discovery Resources",
            "The discovery controller has no room for the information."),
        .init(
            .requestedFunctionDisabled, "requestedFunctionDisabled",
            "Requested Function Disabled",
            "The requested function is disabled."),
        .init(
            .zoneGroupOriginatorInvalid, "zoneGroupOriginatorInvalid",
            "ZoneGroup Originator Invalid",
            "The zone group belongs to another originator."),
        .init(.invalidHost, "invalidHost", "Invalid Host", "The host is not known or not allowed."),
        .init(
            .invalidNVMSubsystem, "invalidNVMSubsystem",
            "Invalid NVM Subsystem",
            "The NVM subsystem is not the one that the command expects."),
        .init(
            .invalidControllerDataQueue, "invalidControllerDataQueue",
            "Invalid Controller Data Queue",
            "The controller data queue does not exist or cannot be used."),
        .init(
            .notEnoughResources, "notEnoughResources",
            "Not Enough Resources",
            "The controller has not enough resources left."),
        .init(
            .controllerSuspended, "controllerSuspended",
            "Controller Suspended",
            "The action is not allowed while the controller is suspended."),
        .init(
            .controllerNotSuspended, "controllerNotSuspended",
            "Controller Not Suspended",
            "The action needs a suspended controller."),
        .init(
            .controllerDataQueueFull, "controllerDataQueueFull",
            "Controller Data Queue Full",
            "The controller data queue has overflowed."),
        .init(
            .namespaceSanitizeLimitExceeded, "namespaceSanitizeLimitExceeded",
            "Request Exceeds Maximum Namespace Sanitize Operations In Progress",
            "As many namespaces as the subsystem can sanitize at a time are being sanitized."),
        .init(
            .manufacturingDefaultPersonalityRequired, "manufacturingDefaultPersonalityRequired",
            "Manufacturing Default Personality Required",
            "The device has to be in the personality that it was made with."),
        .init(
            .invalidPowerLimit, "invalidPowerLimit",
            "Invalid Power Limit",
            "The power limit is none that the controller can keep."),
        .init(
            .crossControllerResetInProgress, "crossControllerResetInProgress",
            "Cross-Controller Reset in Progress",
            "Another controller is being reset for this one already."),
        .init(
            .crossControllerResetLogPageFull, "crossControllerResetLogPageFull",
            "Cross-Controller Reset Log Page Full",
            "The log page of cross-controller resets has no room for another."),
        .init(
            .crossControllerResetLimitExceeded, "crossControllerResetLimitExceeded",
            "Cross-Controller Reset Limit Exceeded",
            "More cross-controller resets are in progress than the controller supports."),
    ]
}
