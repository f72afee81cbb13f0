// Command specific status codes that the command sets define for themselves (SCT 1h, codes 80h and up).
//
// The NVM and Fabrics codes share values: which is meant follows from the command.

extension StatusCode {
    /// Conflicting Attributes (01h/80h).
    @inlinable public static var conflictingAttributes: Self { Self(rawValue: 0x180) }
    /// Invalid Protection Information (01h/81h).
    @inlinable public static var invalidProtectionInformation: Self { Self(rawValue: 0x181) }
    /// Attempted Write to Read Only Range (01h/82h).
    @inlinable public static var attemptedWriteToReadOnlyRange: Self { Self(rawValue: 0x182) }
    /// Command Size Limit Exceeded (01h/83h).
    @inlinable public static var commandSizeLimitExceeded: Self { Self(rawValue: 0x183) }
    /// Incompatible Namespace or Format (01h/85h).
    @inlinable public static var incompatibleNamespaceOrFormat: Self { Self(rawValue: 0x185) }
    /// Fast Copy Not Possible (01h/86h).
    @inlinable public static var fastCopyNotPossible: Self { Self(rawValue: 0x186) }
    /// Overlapping I/O Range (01h/87h).
    @inlinable public static var overlappingIORange: Self { Self(rawValue: 0x187) }
    /// Namespace Not Reachable (01h/88h).
    @inlinable public static var namespaceNotReachable: Self { Self(rawValue: 0x188) }
    /// Insufficient Resources (01h/89h).
    @inlinable public static var insufficientResources: Self { Self(rawValue: 0x189) }

    static let nvmRows: [StatusCodeRow] = [
        .init(
            .conflictingAttributes, "conflictingAttributes",
            "Conflicting Attributes",
            "The attributes of the command contradict each other.", in: .nvm),
        .init(
            .invalidProtectionInformation, "invalidProtectionInformation",
            "Invalid Protection Information",
            "The protection information settings do not fit the namespace format or the command.", in: .nvm),
        .init(
            .attemptedWriteToReadOnlyRange, "attemptedWriteToReadOnlyRange",
            "Attempted Write to Read Only Range",
            "The range that was to be written or copied to is read only.", in: .nvm),
        .init(
            .commandSizeLimitExceeded, "commandSizeLimitExceeded",
            "Command Size Limit Exceeded",
            "The number or length of ranges is above the controller's limit.", in: .nvm),
        .init(
            .incompatibleNamespaceOrFormat, "incompatibleNamespaceOrFormat",
            "Incompatible Namespace or Format",
            "The formats of the namespaces of a copy do not match.", in: .nvm),
        .init(
            .fastCopyNotPossible, "fastCopyNotPossible",
            "Fast Copy Not Possible",
            "The controller cannot do the copy faster than the host could.", in: .nvm),
        .init(
            .overlappingIORange, "overlappingIORange",
            "Overlapping I/O Range",
            "Source and destination ranges of the copy overlap.", in: .nvm),
        .init(
            .namespaceNotReachable, "namespaceNotReachable",
            "Namespace Not Reachable",
            "The namespace of a copy cannot be reached by this controller.", in: .nvm),
        .init(
            .insufficientResources, "insufficientResources",
            "Insufficient Resources",
            "The controller lacks the resources for this copy at the moment.", in: .nvm),
    ]
}

extension StatusCode {
    /// Invalid Zone Operation Request (01h/b6h).
    @inlinable public static var invalidZoneOperationRequest: Self { Self(rawValue: 0x1b6) }
    /// ZRWA Resources Unavailable (01h/b7h).
    @inlinable public static var zrwaResourcesUnavailable: Self { Self(rawValue: 0x1b7) }
    /// Zone Boundary Error (01h/b8h).
    @inlinable public static var zoneBoundaryError: Self { Self(rawValue: 0x1b8) }
    /// Zone Is Full (01h/b9h).
    @inlinable public static var zoneIsFull: Self { Self(rawValue: 0x1b9) }
    /// Zone Is Read Only (01h/bah).
    @inlinable public static var zoneIsReadOnly: Self { Self(rawValue: 0x1ba) }
    /// Zone Is Offline (01h/bbh).
    @inlinable public static var zoneIsOffline: Self { Self(rawValue: 0x1bb) }
    /// Zone Invalid Write (01h/bch).
    @inlinable public static var zoneInvalidWrite: Self { Self(rawValue: 0x1bc) }
    /// Too Many Active Zones (01h/bdh).
    @inlinable public static var tooManyActiveZones: Self { Self(rawValue: 0x1bd) }
    /// Too Many Open Zones (01h/beh).
    @inlinable public static var tooManyOpenZones: Self { Self(rawValue: 0x1be) }
    /// Invalid Zone State Transition (01h/bfh).
    @inlinable public static var invalidZoneStateTransition: Self { Self(rawValue: 0x1bf) }

    static let zonedRows: [StatusCodeRow] = [
        .init(
            .invalidZoneOperationRequest, "invalidZoneOperationRequest",
            "Invalid Zone Operation Request",
            "The zone random write area operation is not valid.", in: .zoned),
        .init(
            .zrwaResourcesUnavailable, "zrwaResourcesUnavailable",
            "ZRWA Resources Unavailable",
            "No zone random write area resources are left.", in: .zoned),
        .init(
            .zoneBoundaryError, "zoneBoundaryError",
            "Zone Boundary Error",
            "The command crosses the end of a zone.", in: .zoned),
        .init(.zoneIsFull, "zoneIsFull", "Zone Is Full", "The zone is full.", in: .zoned),
        .init(.zoneIsReadOnly, "zoneIsReadOnly", "Zone Is Read Only", "The zone is read only.", in: .zoned),
        .init(.zoneIsOffline, "zoneIsOffline", "Zone Is Offline", "The zone is offline.", in: .zoned),
        .init(
            .zoneInvalidWrite, "zoneInvalidWrite",
            "Zone Invalid Write",
            "The write does not begin at the write pointer of its zone.", in: .zoned),
        .init(
            .tooManyActiveZones, "tooManyActiveZones",
            "Too Many Active Zones",
            "The limit of active zones is reached.", in: .zoned),
        .init(
            .tooManyOpenZones, "tooManyOpenZones",
            "Too Many Open Zones",
            "The limit of open zones is reached.", in: .zoned),
        .init(
            .invalidZoneStateTransition, "invalidZoneStateTransition",
            "Invalid Zone State Transition",
            "The zone cannot go from its state to the requested one.", in: .zoned),
    ]
}

extension StatusCode {
    /// Incompatible Format (01h/80h).
    @inlinable public static var connectIncompatibleFormat: Self { Self(rawValue: 0x180) }
    /// Controller Busy (01h/81h).
    @inlinable public static var connectControllerBusy: Self { Self(rawValue: 0x181) }
    /// Connect Invalid Parameters (01h/82h).
    @inlinable public static var connectInvalidParameters: Self { Self(rawValue: 0x182) }
    /// Connect Restart Discovery (01h/83h).
    @inlinable public static var connectRestartDiscovery: Self { Self(rawValue: 0x183) }
    /// Connect Invalid Host (01h/84h).
    @inlinable public static var connectInvalidHost: Self { Self(rawValue: 0x184) }
    /// Invalid Queue Type (01h/85h).
    @inlinable public static var invalidQueueType: Self { Self(rawValue: 0x185) }
    /// Discover Restart (01h/90h).
    @inlinable public static var discoverRestart: Self { Self(rawValue: 0x190) }
    /// Authentication Required (01h/91h).
    @inlinable public static var authenticationRequired: Self { Self(rawValue: 0x191) }

    static let fabricsRows: [StatusCodeRow] = [
        .init(
            .connectIncompatibleFormat, "connectIncompatibleFormat",
            "Incompatible Format",
            "The record format of the Connect command is not supported.", in: .fabrics),
        .init(
            .connectControllerBusy, "connectControllerBusy",
            "Controller Busy",
            "The controller is associated with a host already.", in: .fabrics),
        .init(
            .connectInvalidParameters, "connectInvalidParameters",
            "Connect Invalid Parameters",
            "A parameter of the Connect command is not valid.", in: .fabrics),
        .init(
            .connectRestartDiscovery, "connectRestartDiscovery",
            "Connect Restart Discovery",
            "The subsystem moved: the host should discover it again.", in: .fabrics),
        .init(
            .connectInvalidHost, "connectInvalidHost",
            "Connect Invalid Host",
            "The host is not allowed to connect to this subsystem.", in: .fabrics),
        .init(
            .invalidQueueType, "invalidQueueType",
            "Invalid Queue Type",
            "The command is not meant for this type of queue.", in: .fabrics),
        .init(
            .discoverRestart, "discoverRestart",
            "Discover Restart",
            "The discovery log page changed while it was read.", in: .fabrics),
        .init(
            .authenticationRequired, "authenticationRequired",
            "Authentication Required",
            "The host must authenticate before this command.", in: .fabrics),
    ]
}
