// Generic command status codes (SCT 0h, NVMe Base 2.3 §4.2.3.1).

extension StatusCode {
    /// Successful Completion (00h/00h).
    @inlinable public static var success: Self { Self(rawValue: 0x000) }
    /// Invalid Command Opcode (00h/01h).
    @inlinable public static var invalidOpcode: Self { Self(rawValue: 0x001) }
    /// Invalid Field in Command (00h/02h).
    @inlinable public static var invalidField: Self { Self(rawValue: 0x002) }
    /// Command ID Conflict (00h/03h).
    @inlinable public static var commandIDConflict: Self { Self(rawValue: 0x003) }
    /// Data Transfer Error (00h/04h).
    @inlinable public static var dataTransferError: Self { Self(rawValue: 0x004) }
    /// Commands Aborted due to Power Loss Notification (00h/05h).
    @inlinable public static var powerLoss: Self { Self(rawValue: 0x005) }
    /// Internal Error (00h/06h).
    @inlinable public static var internalError: Self { Self(rawValue: 0x006) }
    /// Command Abort Requested (00h/07h).
    @inlinable public static var abortRequested: Self { Self(rawValue: 0x007) }
    /// Command Aborted due to SQ Deletion (00h/08h).
    @inlinable public static var abortedSQDeleted: Self { Self(rawValue: 0x008) }
    /// Command Aborted due to Failed Fused Command (00h/09h).
    @inlinable public static var abortedFailedFused: Self { Self(rawValue: 0x009) }
    /// Command Aborted due to Missing Fused Command (00h/0ah).
    @inlinable public static var abortedMissingFused: Self { Self(rawValue: 0x00a) }
    /// Invalid Namespace or Format (00h/0bh).
    @inlinable public static var invalidNamespaceOrFormat: Self { Self(rawValue: 0x00b) }
    /// Command Sequence Error (00h/0ch).
    @inlinable public static var commandSequenceError: Self { Self(rawValue: 0x00c) }
    /// Invalid SGL Segment Descriptor (00h/0dh).
    @inlinable public static var invalidSGLSegmentDescriptor: Self { Self(rawValue: 0x00d) }
    /// Invalid Number of SGL Descriptors (00h/0eh).
    @inlinable public static var invalidSGLDescriptorCount: Self { Self(rawValue: 0x00e) }
    /// Data SGL Length Invalid (00h/0fh).
    @inlinable public static var dataSGLLengthInvalid: Self { Self(rawValue: 0x00f) }
    /// Metadata SGL Length Invalid (00h/10h).
    @inlinable public static var metadataSGLLengthInvalid: Self { Self(rawValue: 0x010) }
    /// SGL Descriptor Type Invalid (00h/11h).
    @inlinable public static var sglDescriptorTypeInvalid: Self { Self(rawValue: 0x011) }
    /// Invalid Use of Controller Memory Buffer (00h/12h).
    @inlinable public static var invalidUseOfCMB: Self { Self(rawValue: 0x012) }
    /// PRP Offset Invalid (00h/13h).
    @inlinable public static var prpOffsetInvalid: Self { Self(rawValue: 0x013) }
    /// Atomic Write Unit Exceeded (00h/14h).
    @inlinable public static var atomicWriteUnitExceeded: Self { Self(rawValue: 0x014) }
    /// Operation Denied (00h/15h).
    @inlinable public static var operationDenied: Self { Self(rawValue: 0x015) }
    /// SGL Offset Invalid (00h/16h).
    @inlinable public static var sglOffsetInvalid: Self { Self(rawValue: 0x016) }
    /// Host Identifier Inconsistent Format (00h/18h).
    @inlinable public static var hostIdentifierInconsistentFormat: Self { Self(rawValue: 0x018) }
    /// Keep Alive Timer Expired (00h/19h).
    @inlinable public static var keepAliveTimerExpired: Self { Self(rawValue: 0x019) }
    /// Keep Alive Timeout Invalid (00h/1ah).
    @inlinable public static var keepAliveTimeoutInvalid: Self { Self(rawValue: 0x01a) }
    /// Command Aborted due to Preempt and Abort (00h/1bh).
    @inlinable public static var abortedPreempted: Self { Self(rawValue: 0x01b) }
    /// Sanitize Failed (00h/1ch).
    @inlinable public static var sanitizeFailed: Self { Self(rawValue: 0x01c) }
    /// Sanitize In Progress (00h/1dh).
    @inlinable public static var sanitizeInProgress: Self { Self(rawValue: 0x01d) }
    /// SGL Data Block Granularity Invalid (00h/1eh).
    @inlinable public static var sglDataBlockGranularityInvalid: Self { Self(rawValue: 0x01e) }
    /// Command Not Supported for Queue in CMB (00h/1fh).
    @inlinable public static var commandNotSupportedForQueueInCMB: Self { Self(rawValue: 0x01f) }
    /// Namespace is Write Protected (00h/20h).
    @inlinable public static var namespaceWriteProtected: Self { Self(rawValue: 0x020) }
    /// Command Interrupted (00h/21h).
    @inlinable public static var commandInterrupted: Self { Self(rawValue: 0x021) }
    /// Transient Transport Error (00h/22h).
    @inlinable public static var transientTransportError: Self { Self(rawValue: 0x022) }
    /// Command Prohibited by Command and Feature Lockdown (00h/23h).
    @inlinable public static var commandProhibitedByLockdown: Self { Self(rawValue: 0x023) }
    /// Admin Command Media Not Ready (00h/24h).
    @inlinable public static var adminCommandMediaNotReady: Self { Self(rawValue: 0x024) }
    /// Invalid Key Tag (00h/25h).
    @inlinable public static var invalidKeyTag: Self { Self(rawValue: 0x025) }
    /// Host Dispersed Namespace Support Not Enabled (00h/26h).
    @inlinable public static var hostDispersedNamespaceSupportNotEnabled: Self { Self(rawValue: 0x026) }
    /// Host Identifier Not Initialized (00h/27h).
    @inlinable public static var hostIdentifierNotInitialized: Self { Self(rawValue: 0x027) }
    /// Incorrect Key (00h/28h).
    @inlinable public static var incorrectKey: Self { Self(rawValue: 0x028) }
    /// Flexible Data Placement Disabled (00h/29h).
    @inlinable public static var flexibleDataPlacementDisabled: Self { Self(rawValue: 0x029) }
    /// Invalid Placement Handle List (00h/2ah).
    @inlinable public static var invalidPlacementHandleList: Self { Self(rawValue: 0x02a) }
    /// Sanitize Namespace Failed (00h/2bh).
    @inlinable public static var sanitizeNamespaceFailed: Self { Self(rawValue: 0x02b) }
    /// Sanitize Namespace In Progress (00h/2ch).
    @inlinable public static var sanitizeNamespaceInProgress: Self { Self(rawValue: 0x02c) }
    /// LBA Out of Range (00h/80h).
    @inlinable public static var lbaOutOfRange: Self { Self(rawValue: 0x080) }
    /// Capacity Exceeded (00h/81h).
    @inlinable public static var capacityExceeded: Self { Self(rawValue: 0x081) }
    /// Namespace Not Ready (00h/82h).
    @inlinable public static var namespaceNotReady: Self { Self(rawValue: 0x082) }
    /// Reservation Conflict (00h/83h).
    @inlinable public static var reservationConflict: Self { Self(rawValue: 0x083) }
    /// Format In Progress (00h/84h).
    @inlinable public static var formatInProgress: Self { Self(rawValue: 0x084) }
    /// Invalid Value Size (00h/85h).
    @inlinable public static var invalidValueSize: Self { Self(rawValue: 0x085) }
    /// Invalid Key Size (00h/86h).
    @inlinable public static var invalidKeySize: Self { Self(rawValue: 0x086) }
    /// KV Key Does Not Exist (00h/87h).
    @inlinable public static var keyDoesNotExist: Self { Self(rawValue: 0x087) }
    /// Unrecovered Error (00h/88h).
    @inlinable public static var unrecoveredError: Self { Self(rawValue: 0x088) }
    /// Key Exists (00h/89h).
    @inlinable public static var keyExists: Self { Self(rawValue: 0x089) }

    static let genericRows: [StatusCodeRow] = [
        .init(.success, "success", "Successful Completion", "The command completed without error."),
        .init(
            .invalidOpcode, "invalidOpcode",
            "Invalid Command Opcode",
            "The opcode is reserved or the controller does not support it."),
        .init(
            .invalidField, "invalidField",
            "Invalid Field in Command",
            "A field of the command or of its data holds a value that is reserved or not supported."),
        .init(
            .commandIDConflict, "commandIDConflict",
            "Command ID Conflict",
            "The command identifier is already used by an outstanding command of the same queue."),
        .init(
            .dataTransferError, "dataTransferError",
            "Data Transfer Error",
            "Moving the data or metadata between host and controller failed."),
        .init(
            .powerLoss, "powerLoss",
            "Commands Aborted due to Power Loss Notification",
            "The command was aborted because power is about to be lost."),
        .init(.internalError, "internalError", "Internal Error", "The controller failed for a reason of its own."),
        .init(
            .abortRequested, "abortRequested",
            "Command Abort Requested",
            "An Abort command or a similar request ended the command."),
        .init(
            .abortedSQDeleted, "abortedSQDeleted",
            "Command Aborted due to SQ Deletion",
            "The submission queue that held the command was deleted."),
        .init(
            .abortedFailedFused, "abortedFailedFused",
            "Command Aborted due to Failed Fused Command",
            "The other command of the fused pair failed."),
        .init(
            .abortedMissingFused, "abortedMissingFused",
            "Command Aborted due to Missing Fused Command",
            "The other command of the fused pair did not follow in its place."),
        .init(
            .invalidNamespaceOrFormat, "invalidNamespaceOrFormat",
            "Invalid Namespace or Format",
            "The namespace does not exist, is not attached, or its format does not suit the command."),
        .init(
            .commandSequenceError, "commandSequenceError",
            "Command Sequence Error",
            "The command came out of the order that a protocol of several commands prescribes."),
        .init(
            .invalidSGLSegmentDescriptor, "invalidSGLSegmentDescriptor",
            "Invalid SGL Segment Descriptor",
            "An SGL segment descriptor is misplaced or describes no valid segment."),
        .init(
            .invalidSGLDescriptorCount, "invalidSGLDescriptorCount",
            "Invalid Number of SGL Descriptors",
            "A segment or last segment descriptor announces an unusable number of descriptors."),
        .init(
            .dataSGLLengthInvalid, "dataSGLLengthInvalid",
            "Data SGL Length Invalid",
            "The data SGL describes too few bytes, or too many where that is not allowed."),
        .init(
            .metadataSGLLengthInvalid, "metadataSGLLengthInvalid",
            "Metadata SGL Length Invalid",
            "The metadata SGL describes too few bytes, or too many where that is not allowed."),
        .init(
            .sglDescriptorTypeInvalid, "sglDescriptorTypeInvalid",
            "SGL Descriptor Type Invalid",
            "An SGL descriptor has a type or subtype that the controller does not support here."),
        .init(
            .invalidUseOfCMB, "invalidUseOfCMB",
            "Invalid Use of Controller Memory Buffer",
            "The command uses the controller memory buffer for something that it does not support."),
        .init(
            .prpOffsetInvalid, "prpOffsetInvalid",
            "PRP Offset Invalid",
            "The offset of a PRP entry is not dword aligned, or not zero where it must be."),
        .init(
            .atomicWriteUnitExceeded, "atomicWriteUnitExceeded",
            "Atomic Write Unit Exceeded",
            "The write is longer than the atomic write unit."),
        .init(.operationDenied, "operationDenied", "Operation Denied", "The host lacks the right to do this."),
        .init(
            .sglOffsetInvalid, "sglOffsetInvalid",
            "SGL Offset Invalid",
            "The offset in an SGL descriptor is not valid."),
        .init(
            .hostIdentifierInconsistentFormat, "hostIdentifierInconsistentFormat",
            "Host Identifier Inconsistent Format",
            "Hosts of the subsystem mix 64-bit and 128-bit host identifiers."),
        .init(
            .keepAliveTimerExpired, "keepAliveTimerExpired",
            "Keep Alive Timer Expired",
            "No keep alive arrived in time."),
        .init(
            .keepAliveTimeoutInvalid, "keepAliveTimeoutInvalid",
            "Keep Alive Timeout Invalid",
            "The keep alive time-out is out of the supported range."),
        .init(
            .abortedPreempted, "abortedPreempted",
            "Command Aborted due to Preempt and Abort",
            "A Reservation Acquire with preempt and abort ended the command."),
        .init(
            .sanitizeFailed, "sanitizeFailed",
            "Sanitize Failed",
            "The latest sanitize operation failed and no recovery has been done."),
        .init(
            .sanitizeInProgress, "sanitizeInProgress",
            "Sanitize In Progress",
            "The command is not allowed while a sanitize operation runs."),
        .init(
            .sglDataBlockGranularityInvalid, "sglDataBlockGranularityInvalid",
            "SGL Data Block Granularity Invalid",
            "The length or address of an SGL data block is not of the required granularity."),
        .init(
            .commandNotSupportedForQueueInCMB, "commandNotSupportedForQueueInCMB",
            "Command Not Supported for Queue in CMB",
            "The controller cannot run this command from a queue in its memory buffer."),
        .init(
            .namespaceWriteProtected, "namespaceWriteProtected",
            "Namespace is Write Protected",
            "The namespace is write protected."),
        .init(
            .commandInterrupted, "commandInterrupted",
            "Command Interrupted",
            "The controller interrupted the command; trying it again is welcome."),
        .init(
            .transientTransportError, "transientTransportError",
            "Transient Transport Error",
            "The transport failed for a moment."),
        .init(
            .commandProhibitedByLockdown, "commandProhibitedByLockdown",
            "Command Prohibited by Command and Feature Lockdown",
            "A lockdown forbids this command."),
        .init(
            .adminCommandMediaNotReady, "adminCommandMediaNotReady",
            "Admin Command Media Not Ready",
            "The admin command needs media that are not ready yet."),
        .init(.invalidKeyTag, "invalidKeyTag", "Invalid Key Tag", "The key tag names no usable encryption key."),
        .init(
            .hostDispersedNamespaceSupportNotEnabled, "hostDispersedNamespaceSupportNotEnabled",
            "Host Dispersed Namespace Support Not Enabled",
            "The host has not declared its support of dispersed namespaces."),
        .init(
            .hostIdentifierNotInitialized, "hostIdentifierNotInitialized",
            "Host Identifier Not Initialized",
            "The command needs a host identifier and none has been set."),
        .init(
            .incorrectKey, "incorrectKey",
            "Incorrect Key",
            "The key injected for the namespace is not the right one."),
        .init(
            .flexibleDataPlacementDisabled, "flexibleDataPlacementDisabled",
            "Flexible Data Placement Disabled",
            "The command needs flexible data placement, which is disabled."),
        .init(
            .invalidPlacementHandleList, "invalidPlacementHandleList",
            "Invalid Placement Handle List",
            "The list of placement handles is not valid."),
        .init(
            .sanitizeNamespaceFailed, "sanitizeNamespaceFailed",
            "Sanitize Namespace Failed",
            "The latest sanitize operation of the namespace failed and no recovery has been done."),
        .init(
            .sanitizeNamespaceInProgress, "sanitizeNamespaceInProgress",
            "Sanitize Namespace In Progress",
            "The command is not allowed while a sanitize operation of the namespace runs."),
        .init(
            .lbaOutOfRange, "lbaOutOfRange",
            "LBA Out of Range",
            "The command reaches beyond the last logical block of the namespace."),
        .init(
            .capacityExceeded, "capacityExceeded",
            "Capacity Exceeded",
            "The command would allocate more than the capacity of the namespace."),
        .init(
            .namespaceNotReady, "namespaceNotReady",
            "Namespace Not Ready",
            "The namespace is not ready to be accessed."),
        .init(
            .reservationConflict, "reservationConflict",
            "Reservation Conflict",
            "Another host's reservation forbids the command."),
        .init(.formatInProgress, "formatInProgress", "Format In Progress", "The namespace is being formatted."),
        .init(
            .invalidValueSize, "invalidValueSize",
            "Invalid Value Size",
            "The size of the value is not valid (Key Value command set)."),
        .init(
            .invalidKeySize, "invalidKeySize",
            "Invalid Key Size",
            "The size of the key is not valid (Key Value command set)."),
        .init(
            .keyDoesNotExist, "keyDoesNotExist",
            "KV Key Does Not Exist",
            "The key is not stored (Key Value command set)."),
        .init(
            .unrecoveredError, "unrecoveredError",
            "Unrecovered Error",
            "The stored value could not be recovered (Key Value command set)."),
        .init(.keyExists, "keyExists", "Key Exists", "The key is stored already (Key Value command set)."),
    ]
}
