// Generic command status codes (SCT 0h, NVMe Base 2.3 §4.2.3.1).

extension StatusCodes {
    /// Successful Completion (00h/00h).
    @inlinable public static var success: Self {
        Self(0x000, "Successful Completion", "The command completed without error.")
    }
    /// Invalid Command Opcode (00h/01h).
    @inlinable public static var invalidOpcode: Self {
        Self(0x001, "Invalid Command Opcode", "The opcode is reserved or the controller does not support it.")
    }
    /// Invalid Field in Command (00h/02h).
    @inlinable public static var invalidField: Self {
        Self(
            0x002, "Invalid Field in Command",
            "A field of the command or of its data holds a value that is reserved or not supported.")
    }
    /// Command ID Conflict (00h/03h).
    @inlinable public static var commandIDConflict: Self {
        Self(
            0x003, "Command ID Conflict",
            "The command identifier is already used by an outstanding command of the same queue.")
    }
    /// Data Transfer Error (00h/04h).
    @inlinable public static var dataTransferError: Self {
        Self(0x004, "Data Transfer Error", "Moving the data or metadata between host and controller failed.")
    }
    /// Commands Aborted due to Power Loss Notification (00h/05h).
    @inlinable public static var powerLoss: Self {
        Self(
            0x005, "Commands Aborted due to Power Loss Notification",
            "The command was aborted because power is about to be lost.")
    }
    /// Internal Error (00h/06h).
    @inlinable public static var internalError: Self {
        Self(0x006, "Internal Error", "The controller failed for a reason of its own.")
    }
    /// Command Abort Requested (00h/07h).
    @inlinable public static var abortRequested: Self {
        Self(0x007, "Command Abort Requested", "An Abort command or a similar request ended the command.")
    }
    /// Command Aborted due to SQ Deletion (00h/08h).
    @inlinable public static var abortedSQDeleted: Self {
        Self(0x008, "Command Aborted due to SQ Deletion", "The submission queue that held the command was deleted.")
    }
    /// Command Aborted due to Failed Fused Command (00h/09h).
    @inlinable public static var abortedFailedFused: Self {
        Self(0x009, "Command Aborted due to Failed Fused Command", "The other command of the fused pair failed.")
    }
    /// Command Aborted due to Missing Fused Command (00h/0ah).
    @inlinable public static var abortedMissingFused: Self {
        Self(
            0x00a, "Command Aborted due to Missing Fused Command",
            "The other command of the fused pair did not follow in its place.")
    }
    /// Invalid Namespace or Format (00h/0bh).
    @inlinable public static var invalidNamespaceOrFormat: Self {
        Self(
            0x00b, "Invalid Namespace or Format",
            "The namespace does not exist, is not attached, or its format does not suit the command.")
    }
    /// Command Sequence Error (00h/0ch).
    @inlinable public static var commandSequenceError: Self {
        Self(
            0x00c, "Command Sequence Error",
            "The command came out of the order that a protocol of several commands prescribes.")
    }
    /// Invalid SGL Segment Descriptor (00h/0dh).
    @inlinable public static var invalidSGLSegmentDescriptor: Self {
        Self(
            0x00d, "Invalid SGL Segment Descriptor",
            "An SGL segment descriptor is misplaced or describes no valid segment.")
    }
    /// Invalid Number of SGL Descriptors (00h/0eh).
    @inlinable public static var invalidSGLDescriptorCount: Self {
        Self(
            0x00e, "Invalid Number of SGL Descriptors",
            "A segment or last segment descriptor announces an unusable number of descriptors.")
    }
    /// Data SGL Length Invalid (00h/0fh).
    @inlinable public static var dataSGLLengthInvalid: Self {
        Self(
            0x00f, "Data SGL Length Invalid",
            "The data SGL describes too few bytes, or too many where that is not allowed.")
    }
    /// Metadata SGL Length Invalid (00h/10h).
    @inlinable public static var metadataSGLLengthInvalid: Self {
        Self(
            0x010, "Metadata SGL Length Invalid",
            "The metadata SGL describes too few bytes, or too many where that is not allowed.")
    }
    /// SGL Descriptor Type Invalid (00h/11h).
    @inlinable public static var sglDescriptorTypeInvalid: Self {
        Self(
            0x011, "SGL Descriptor Type Invalid",
            "An SGL descriptor has a type or subtype that the controller does not support here.")
    }
    /// Invalid Use of Controller Memory Buffer (00h/12h).
    @inlinable public static var invalidUseOfCMB: Self {
        Self(
            0x012, "Invalid Use of Controller Memory Buffer",
            "The command uses the controller memory buffer for something that it does not support.")
    }
    /// PRP Offset Invalid (00h/13h).
    @inlinable public static var prpOffsetInvalid: Self {
        Self(
            0x013, "PRP Offset Invalid", "The offset of a PRP entry is not dword aligned, or not zero where it must be."
        )
    }
    /// Atomic Write Unit Exceeded (00h/14h).
    @inlinable public static var atomicWriteUnitExceeded: Self {
        Self(0x014, "Atomic Write Unit Exceeded", "The write is longer than the atomic write unit.")
    }
    /// Operation Denied (00h/15h).
    @inlinable public static var operationDenied: Self {
        Self(0x015, "Operation Denied", "The host lacks the right to do this.")
    }
    /// SGL Offset Invalid (00h/16h).
    @inlinable public static var sglOffsetInvalid: Self {
        Self(0x016, "SGL Offset Invalid", "The offset in an SGL descriptor is not valid.")
    }
    /// Host Identifier Inconsistent Format (00h/18h).
    @inlinable public static var hostIdentifierInconsistentFormat: Self {
        Self(
            0x018, "Host Identifier Inconsistent Format",
            "Hosts of the subsystem mix 64-bit and 128-bit host identifiers.")
    }
    /// Keep Alive Timer Expired (00h/19h).
    @inlinable public static var keepAliveTimerExpired: Self {
        Self(0x019, "Keep Alive Timer Expired", "No keep alive arrived in time.")
    }
    /// Keep Alive Timeout Invalid (00h/1ah).
    @inlinable public static var keepAliveTimeoutInvalid: Self {
        Self(0x01a, "Keep Alive Timeout Invalid", "The keep alive time-out is out of the supported range.")
    }
    /// Command Aborted due to Preempt and Abort (00h/1bh).
    @inlinable public static var abortedPreempted: Self {
        Self(
            0x01b, "Command Aborted due to Preempt and Abort",
            "A Reservation Acquire with preempt and abort ended the command.")
    }
    /// Sanitize Failed (00h/1ch).
    @inlinable public static var sanitizeFailed: Self {
        Self(0x01c, "Sanitize Failed", "The latest sanitize operation failed and no recovery has been done.")
    }
    /// Sanitize In Progress (00h/1dh).
    @inlinable public static var sanitizeInProgress: Self {
        Self(0x01d, "Sanitize In Progress", "The command is not allowed while a sanitize operation runs.")
    }
    /// SGL Data Block Granularity Invalid (00h/1eh).
    @inlinable public static var sglDataBlockGranularityInvalid: Self {
        Self(
            0x01e, "SGL Data Block Granularity Invalid",
            "The length or address of an SGL data block is not of the required granularity.")
    }
    /// Command Not Supported for Queue in CMB (00h/1fh).
    @inlinable public static var commandNotSupportedForQueueInCMB: Self {
        Self(
            0x01f, "Command Not Supported for Queue in CMB",
            "The controller cannot run this command from a queue in its memory buffer.")
    }
    /// Namespace is Write Protected (00h/20h).
    @inlinable public static var namespaceWriteProtected: Self {
        Self(0x020, "Namespace is Write Protected", "The namespace is write protected.")
    }
    /// Command Interrupted (00h/21h).
    @inlinable public static var commandInterrupted: Self {
        Self(0x021, "Command Interrupted", "The controller interrupted the command; trying it again is welcome.")
    }
    /// Transient Transport Error (00h/22h).
    @inlinable public static var transientTransportError: Self {
        Self(0x022, "Transient Transport Error", "The transport failed for a moment.")
    }
    /// Command Prohibited by Command and Feature Lockdown (00h/23h).
    @inlinable public static var commandProhibitedByLockdown: Self {
        Self(0x023, "Command Prohibited by Command and Feature Lockdown", "A lockdown forbids this command.")
    }
    /// Admin Command Media Not Ready (00h/24h).
    @inlinable public static var adminCommandMediaNotReady: Self {
        Self(0x024, "Admin Command Media Not Ready", "The admin command needs media that are not ready yet.")
    }
    /// Invalid Key Tag (00h/25h).
    @inlinable public static var invalidKeyTag: Self {
        Self(0x025, "Invalid Key Tag", "The key tag names no usable encryption key.")
    }
    /// Host Dispersed Namespace Support Not Enabled (00h/26h).
    @inlinable public static var hostDispersedNamespaceSupportNotEnabled: Self {
        Self(
            0x026, "Host Dispersed Namespace Support Not Enabled",
            "The host has not declared its support of dispersed namespaces.")
    }
    /// Host Identifier Not Initialized (00h/27h).
    @inlinable public static var hostIdentifierNotInitialized: Self {
        Self(0x027, "Host Identifier Not Initialized", "The command needs a host identifier and none has been set.")
    }
    /// Incorrect Key (00h/28h).
    @inlinable public static var incorrectKey: Self {
        Self(0x028, "Incorrect Key", "The key injected for the namespace is not the right one.")
    }
    /// Flexible Data Placement Disabled (00h/29h).
    @inlinable public static var flexibleDataPlacementDisabled: Self {
        Self(0x029, "Flexible Data Placement Disabled", "The command needs flexible data placement, which is disabled.")
    }
    /// Invalid Placement Handle List (00h/2ah).
    @inlinable public static var invalidPlacementHandleList: Self {
        Self(0x02a, "Invalid Placement Handle List", "The list of placement handles is not valid.")
    }
    /// Sanitize Namespace Failed (00h/2bh).
    @inlinable public static var sanitizeNamespaceFailed: Self {
        Self(
            0x02b, "Sanitize Namespace Failed",
            "The latest sanitize operation of the namespace failed and no recovery has been done.")
    }
    /// Sanitize Namespace In Progress (00h/2ch).
    @inlinable public static var sanitizeNamespaceInProgress: Self {
        Self(
            0x02c, "Sanitize Namespace In Progress",
            "The command is not allowed while a sanitize operation of the namespace runs.")
    }
    /// LBA Out of Range (00h/80h).
    @inlinable public static var lbaOutOfRange: Self {
        Self(0x080, "LBA Out of Range", "The command reaches beyond the last logical block of the namespace.")
    }
    /// Capacity Exceeded (00h/81h).
    @inlinable public static var capacityExceeded: Self {
        Self(0x081, "Capacity Exceeded", "The command would allocate more than the capacity of the namespace.")
    }
    /// Namespace Not Ready (00h/82h).
    @inlinable public static var namespaceNotReady: Self {
        Self(0x082, "Namespace Not Ready", "The namespace is not ready to be accessed.")
    }
    /// Reservation Conflict (00h/83h).
    @inlinable public static var reservationConflict: Self {
        Self(0x083, "Reservation Conflict", "Another host's reservation forbids the command.")
    }
    /// Format In Progress (00h/84h).
    @inlinable public static var formatInProgress: Self {
        Self(0x084, "Format In Progress", "The namespace is being formatted.")
    }
    /// Invalid Value Size (00h/85h).
    @inlinable public static var invalidValueSize: Self {
        Self(0x085, "Invalid Value Size", "The size of the value is not valid (Key Value command set).")
    }
    /// Invalid Key Size (00h/86h).
    @inlinable public static var invalidKeySize: Self {
        Self(0x086, "Invalid Key Size", "The size of the key is not valid (Key Value command set).")
    }
    /// KV Key Does Not Exist (00h/87h).
    @inlinable public static var keyDoesNotExist: Self {
        Self(0x087, "KV Key Does Not Exist", "The key is not stored (Key Value command set).")
    }
    /// Unrecovered Error (00h/88h).
    @inlinable public static var unrecoveredError: Self {
        Self(0x088, "Unrecovered Error", "The stored value could not be recovered (Key Value command set).")
    }
    /// Key Exists (00h/89h).
    @inlinable public static var keyExists: Self {
        Self(0x089, "Key Exists", "The key is stored already (Key Value command set).")
    }
}

extension StatusCode {
    static let genericRows: [StatusCodeRow] = [
        .success, .invalidOpcode, .invalidField, .commandIDConflict, .dataTransferError, .powerLoss, .internalError,
        .abortRequested, .abortedSQDeleted, .abortedFailedFused, .abortedMissingFused, .invalidNamespaceOrFormat,
        .commandSequenceError, .invalidSGLSegmentDescriptor, .invalidSGLDescriptorCount, .dataSGLLengthInvalid,
        .metadataSGLLengthInvalid, .sglDescriptorTypeInvalid, .invalidUseOfCMB, .prpOffsetInvalid,
        .atomicWriteUnitExceeded, .operationDenied, .sglOffsetInvalid, .hostIdentifierInconsistentFormat,
        .keepAliveTimerExpired, .keepAliveTimeoutInvalid, .abortedPreempted, .sanitizeFailed, .sanitizeInProgress,
        .sglDataBlockGranularityInvalid, .commandNotSupportedForQueueInCMB, .namespaceWriteProtected,
        .commandInterrupted, .transientTransportError, .commandProhibitedByLockdown, .adminCommandMediaNotReady,
        .invalidKeyTag, .hostDispersedNamespaceSupportNotEnabled, .hostIdentifierNotInitialized, .incorrectKey,
        .flexibleDataPlacementDisabled, .invalidPlacementHandleList, .sanitizeNamespaceFailed,
        .sanitizeNamespaceInProgress, .lbaOutOfRange, .capacityExceeded, .namespaceNotReady, .reservationConflict,
        .formatInProgress, .invalidValueSize, .invalidKeySize, .keyDoesNotExist, .unrecoveredError, .keyExists,
    ]
}
