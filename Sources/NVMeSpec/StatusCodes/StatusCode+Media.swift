// Media and data integrity errors (SCT 2h, NVMe Base 2.3 §4.2.3.3) and path related status (SCT 3h, §4.2.3.4).

extension StatusCodes {
    /// Write Fault (02h/80h).
    @inlinable public static var writeFault: Self {
        Self(0x280, "Write Fault", "The data could not be written to the media.")
    }
    /// Unrecovered Read Error (02h/81h).
    @inlinable public static var unrecoveredReadError: Self {
        Self(0x281, "Unrecovered Read Error", "The data could not be read back from the media.")
    }
    /// End-to-end Guard Check Error (02h/82h).
    @inlinable public static var endToEndGuardCheckError: Self {
        Self(
            0x282, "End-to-end Guard Check Error",
            "The guard field of the protection information does not match the data.")
    }
    /// End-to-end Application Tag Check Error (02h/83h).
    @inlinable public static var endToEndApplicationTagCheckError: Self {
        Self(
            0x283, "End-to-end Application Tag Check Error",
            "The application tag of the protection information does not match.")
    }
    /// End-to-end Reference Tag Check Error (02h/84h).
    @inlinable public static var endToEndReferenceTagCheckError: Self {
        Self(
            0x284, "End-to-end Reference Tag Check Error",
            "The reference tag of the protection information does not match.")
    }
    /// Compare Failure (02h/85h).
    @inlinable public static var compareFailure: Self {
        Self(0x285, "Compare Failure", "The data on the media differ from the data of the Compare command.")
    }
    /// Access Denied (02h/86h).
    @inlinable public static var accessDenied: Self {
        Self(0x286, "Access Denied", "A locked range or missing right forbids access to the data.")
    }
    /// Deallocated or Unwritten Logical Block (02h/87h).
    @inlinable public static var deallocatedOrUnwrittenBlock: Self {
        Self(
            0x287, "Deallocated or Unwritten Logical Block",
            "A block of the range is deallocated or was never written, and reading those is an error.")
    }
    /// End-to-End Storage Tag Check Error (02h/88h).
    @inlinable public static var endToEndStorageTagCheckError: Self {
        Self(
            0x288, "End-to-End Storage Tag Check Error", "The storage tag of the protection information does not match."
        )
    }
}

extension StatusCode {
    static let mediaRows: [StatusCodeRow] = [
        .writeFault, .unrecoveredReadError, .endToEndGuardCheckError, .endToEndApplicationTagCheckError,
        .endToEndReferenceTagCheckError, .compareFailure, .accessDenied, .deallocatedOrUnwrittenBlock,
        .endToEndStorageTagCheckError,
    ]
}

extension StatusCodes {
    /// Internal Path Error (03h/00h).
    @inlinable public static var internalPathError: Self {
        Self(0x300, "Internal Path Error", "The command failed inside the controller because of its ANA state.")
    }
    /// Asymmetric Access Persistent Loss (03h/01h).
    @inlinable public static var asymmetricAccessPersistentLoss: Self {
        Self(
            0x301, "Asymmetric Access Persistent Loss",
            "The namespace is not reachable through this controller any more.")
    }
    /// Asymmetric Access Inaccessible (03h/02h).
    @inlinable public static var asymmetricAccessInaccessible: Self {
        Self(
            0x302, "Asymmetric Access Inaccessible",
            "The namespace is not reachable through this controller at present.")
    }
    /// Asymmetric Access Transition (03h/03h).
    @inlinable public static var asymmetricAccessTransition: Self {
        Self(0x303, "Asymmetric Access Transition", "The ANA state of the namespace is just changing.")
    }
    /// Controller Pathing Error (03h/60h).
    @inlinable public static var controllerPathingError: Self {
        Self(0x360, "Controller Pathing Error", "The controller found a failure of the path.")
    }
    /// Host Pathing Error (03h/70h).
    @inlinable public static var hostPathingError: Self {
        Self(0x370, "Host Pathing Error", "The host found a failure of the path.")
    }
    /// Command Aborted By Host (03h/71h).
    @inlinable public static var commandAbortedByHost: Self {
        Self(0x371, "Command Aborted By Host", "The host ended the command before the controller completed it.")
    }
}

extension StatusCode {
    static let pathRows: [StatusCodeRow] = [
        .internalPathError, .asymmetricAccessPersistentLoss, .asymmetricAccessInaccessible,
        .asymmetricAccessTransition, .controllerPathingError, .hostPathingError, .commandAbortedByHost,
    ]
}
