// Media and data integrity errors (SCT 2h, NVMe Base 2.3 §4.2.3.3) and path related status (SCT 3h, §4.2.3.4).

extension StatusCode {
    /// Write Fault (02h/80h).
    @inlinable public static var writeFault: Self { Self(rawValue: 0x280) }
    /// Unrecovered Read Error (02h/81h).
    @inlinable public static var unrecoveredReadError: Self { Self(rawValue: 0x281) }
    /// End-to-end Guard Check Error (02h/82h).
    @inlinable public static var endToEndGuardCheckError: Self { Self(rawValue: 0x282) }
    /// End-to-end Application Tag Check Error (02h/83h).
    @inlinable public static var endToEndApplicationTagCheckError: Self { Self(rawValue: 0x283) }
    /// End-to-end Reference Tag Check Error (02h/84h).
    @inlinable public static var endToEndReferenceTagCheckError: Self { Self(rawValue: 0x284) }
    /// Compare Failure (02h/85h).
    @inlinable public static var compareFailure: Self { Self(rawValue: 0x285) }
    /// Access Denied (02h/86h).
    @inlinable public static var accessDenied: Self { Self(rawValue: 0x286) }
    /// Deallocated or Unwritten Logical Block (02h/87h).
    @inlinable public static var deallocatedOrUnwrittenBlock: Self { Self(rawValue: 0x287) }
    /// End-to-End Storage Tag Check Error (02h/88h).
    @inlinable public static var endToEndStorageTagCheckError: Self { Self(rawValue: 0x288) }

    static let mediaRows: [StatusCodeRow] = [
        .init(.writeFault, "writeFault", "Write Fault", "The data could not be written to the media."),
        .init(
            .unrecoveredReadError, "unrecoveredReadError",
            "Unrecovered Read Error",
            "The data could not be read back from the media."),
        .init(
            .endToEndGuardCheckError, "endToEndGuardCheckError",
            "End-to-end Guard Check Error",
            "The guard field of the protection information does not match the data."),
        .init(
            .endToEndApplicationTagCheckError, "endToEndApplicationTagCheckError",
            "End-to-end Application Tag Check Error",
            "The application tag of the protection information does not match."),
        .init(
            .endToEndReferenceTagCheckError, "endToEndReferenceTagCheckError",
            "End-to-end Reference Tag Check Error",
            "The reference tag of the protection information does not match."),
        .init(
            .compareFailure, "compareFailure",
            "Compare Failure",
            "The data on the media differ from the data of the Compare command."),
        .init(
            .accessDenied, "accessDenied",
            "Access Denied",
            "A locked range or missing right forbids access to the data."),
        .init(
            .deallocatedOrUnwrittenBlock, "deallocatedOrUnwrittenBlock",
            "Deallocated or Unwritten Logical Block",
            "A block of the range is deallocated or was never written, and reading those is an error."),
        .init(
            .endToEndStorageTagCheckError, "endToEndStorageTagCheckError",
            "End-to-End Storage Tag Check Error",
            "The storage tag of the protection information does not match."),
    ]
}

extension StatusCode {
    /// Internal Path Error (03h/00h).
    @inlinable public static var internalPathError: Self { Self(rawValue: 0x300) }
    /// Asymmetric Access Persistent Loss (03h/01h).
    @inlinable public static var asymmetricAccessPersistentLoss: Self { Self(rawValue: 0x301) }
    /// Asymmetric Access Inaccessible (03h/02h).
    @inlinable public static var asymmetricAccessInaccessible: Self { Self(rawValue: 0x302) }
    /// Asymmetric Access Transition (03h/03h).
    @inlinable public static var asymmetricAccessTransition: Self { Self(rawValue: 0x303) }
    /// Controller Pathing Error (03h/60h).
    @inlinable public static var controllerPathingError: Self { Self(rawValue: 0x360) }
    /// Host Pathing Error (03h/70h).
    @inlinable public static var hostPathingError: Self { Self(rawValue: 0x370) }
    /// Command Aborted By Host (03h/71h).
    @inlinable public static var commandAbortedByHost: Self { Self(rawValue: 0x371) }

    static let pathRows: [StatusCodeRow] = [
        .init(
            .internalPathError, "internalPathError",
            "Internal Path Error",
            "The command failed inside the controller because of its ANA state."),
        .init(
            .asymmetricAccessPersistentLoss, "asymmetricAccessPersistentLoss",
            "Asymmetric Access Persistent Loss",
            "The namespace is not reachable through this controller any more."),
        .init(
            .asymmetricAccessInaccessible, "asymmetricAccessInaccessible",
            "Asymmetric Access Inaccessible",
            "The namespace is not reachable through this controller at present."),
        .init(
            .asymmetricAccessTransition, "asymmetricAccessTransition",
            "Asymmetric Access Transition",
            "The ANA state of the namespace is just changing."),
        .init(
            .controllerPathingError, "controllerPathingError",
            "Controller Pathing Error",
            "The controller found a failure of the path."),
        .init(.hostPathingError, "hostPathingError", "Host Pathing Error", "The host found a failure of the path."),
        .init(
            .commandAbortedByHost, "commandAbortedByHost",
            "Command Aborted By Host",
            "The host ended the command before the controller completed it."),
    ]
}
