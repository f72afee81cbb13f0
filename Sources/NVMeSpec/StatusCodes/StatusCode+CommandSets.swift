// Command specific status codes that the command sets define for themselves (SCT 1h, codes 80h and up).
//
// The NVM and Fabrics codes share values: which is meant follows from the command.

extension StatusCodes {
    /// Conflicting Attributes (01h/80h).
    @inlinable public static var conflictingAttributes: Self {
        Self(0x180, "Conflicting Attributes", "The attributes of the command contradict each other.")
    }
    /// Invalid Protection Information (01h/81h).
    @inlinable public static var invalidProtectionInformation: Self {
        Self(
            0x181, "Invalid Protection Information",
            "The protection information settings do not fit the namespace format or the command.")
    }
    /// Attempted Write to Read Only Range (01h/82h).
    @inlinable public static var attemptedWriteToReadOnlyRange: Self {
        Self(0x182, "Attempted Write to Read Only Range", "The range that was to be written or copied to is read only.")
    }
    /// Command Size Limit Exceeded (01h/83h).
    @inlinable public static var commandSizeLimitExceeded: Self {
        Self(0x183, "Command Size Limit Exceeded", "The number or length of ranges is above the controller's limit.")
    }
    /// Incompatible Namespace or Format (01h/85h).
    @inlinable public static var incompatibleNamespaceOrFormat: Self {
        Self(0x185, "Incompatible Namespace or Format", "The formats of the namespaces of a copy do not match.")
    }
    /// Fast Copy Not Possible (01h/86h).
    @inlinable public static var fastCopyNotPossible: Self {
        Self(0x186, "Fast Copy Not Possible", "The controller cannot do the copy faster than the host could.")
    }
    /// Overlapping I/O Range (01h/87h).
    @inlinable public static var overlappingIORange: Self {
        Self(0x187, "Overlapping I/O Range", "Source and destination ranges of the copy overlap.")
    }
    /// Namespace Not Reachable (01h/88h).
    @inlinable public static var namespaceNotReachable: Self {
        Self(0x188, "Namespace Not Reachable", "The namespace of a copy cannot be reached by this controller.")
    }
    /// Insufficient Resources (01h/89h).
    @inlinable public static var insufficientResources: Self {
        Self(0x189, "Insufficient Resources", "The controller lacks the resources for this copy at the moment.")
    }
}

extension StatusCode {
    static let nvmRows = rows(
        in: .nvm,
        [
            .conflictingAttributes, .invalidProtectionInformation, .attemptedWriteToReadOnlyRange,
            .commandSizeLimitExceeded, .incompatibleNamespaceOrFormat, .fastCopyNotPossible, .overlappingIORange,
            .namespaceNotReachable, .insufficientResources,
        ])
}

extension StatusCodes {
    /// Invalid Zone Operation Request (01h/b6h).
    @inlinable public static var invalidZoneOperationRequest: Self {
        Self(0x1b6, "Invalid Zone Operation Request", "The zone random write area operation is not valid.")
    }
    /// ZRWA Resources Unavailable (01h/b7h).
    @inlinable public static var zrwaResourcesUnavailable: Self {
        Self(0x1b7, "ZRWA Resources Unavailable", "No zone random write area resources are left.")
    }
    /// Zone Boundary Error (01h/b8h).
    @inlinable public static var zoneBoundaryError: Self {
        Self(0x1b8, "Zone Boundary Error", "The command crosses the end of a zone.")
    }
    /// Zone Is Full (01h/b9h).
    @inlinable public static var zoneIsFull: Self {
        Self(0x1b9, "Zone Is Full", "The zone is full.")
    }
    /// Zone Is Read Only (01h/bah).
    @inlinable public static var zoneIsReadOnly: Self {
        Self(0x1ba, "Zone Is Read Only", "The zone is read only.")
    }
    /// Zone Is Offline (01h/bbh).
    @inlinable public static var zoneIsOffline: Self {
        Self(0x1bb, "Zone Is Offline", "The zone is offline.")
    }
    /// Zone Invalid Write (01h/bch).
    @inlinable public static var zoneInvalidWrite: Self {
        Self(0x1bc, "Zone Invalid Write", "The write does not begin at the write pointer of its zone.")
    }
    /// Too Many Active Zones (01h/bdh).
    @inlinable public static var tooManyActiveZones: Self {
        Self(0x1bd, "Too Many Active Zones", "The limit of active zones is reached.")
    }
    /// Too Many Open Zones (01h/beh).
    @inlinable public static var tooManyOpenZones: Self {
        Self(0x1be, "Too Many Open Zones", "The limit of open zones is reached.")
    }
    /// Invalid Zone State Transition (01h/bfh).
    @inlinable public static var invalidZoneStateTransition: Self {
        Self(0x1bf, "Invalid Zone State Transition", "The zone cannot go from its state to the requested one.")
    }
}

extension StatusCode {
    static let zonedRows = rows(
        in: .zoned,
        [
            .invalidZoneOperationRequest, .zrwaResourcesUnavailable, .zoneBoundaryError, .zoneIsFull, .zoneIsReadOnly,
            .zoneIsOffline, .zoneInvalidWrite, .tooManyActiveZones, .tooManyOpenZones, .invalidZoneStateTransition,
        ])
}

extension StatusCodes {
    /// Incompatible Format (01h/80h).
    @inlinable public static var connectIncompatibleFormat: Self {
        Self(0x180, "Incompatible Format", "The record format of the Connect command is not supported.")
    }
    /// Controller Busy (01h/81h).
    @inlinable public static var connectControllerBusy: Self {
        Self(0x181, "Controller Busy", "The controller is associated with a host already.")
    }
    /// Connect Invalid Parameters (01h/82h).
    @inlinable public static var connectInvalidParameters: Self {
        Self(0x182, "Connect Invalid Parameters", "A parameter of the Connect command is not valid.")
    }
    /// Connect Restart Discovery (01h/83h).
    @inlinable public static var connectRestartDiscovery: Self {
        Self(0x183, "Connect Restart Discovery", "The subsystem moved: the host should discover it again.")
    }
    /// Connect Invalid Host (01h/84h).
    @inlinable public static var connectInvalidHost: Self {
        Self(0x184, "Connect Invalid Host", "The host is not allowed to connect to this subsystem.")
    }
    /// Invalid Queue Type (01h/85h).
    @inlinable public static var invalidQueueType: Self {
        Self(0x185, "Invalid Queue Type", "The command is not meant for this type of queue.")
    }
    /// Discover Restart (01h/90h).
    @inlinable public static var discoverRestart: Self {
        Self(0x190, "Discover Restart", "The discovery log page changed while it was read.")
    }
    /// Authentication Required (01h/91h).
    @inlinable public static var authenticationRequired: Self {
        Self(0x191, "Authentication Required", "The host must authenticate before this command.")
    }
}

extension StatusCode {
    static let fabricsRows = rows(
        in: .fabrics,
        [
            .connectIncompatibleFormat, .connectControllerBusy, .connectInvalidParameters, .connectRestartDiscovery,
            .connectInvalidHost, .invalidQueueType, .discoverRestart, .authenticationRequired,
        ])
}
