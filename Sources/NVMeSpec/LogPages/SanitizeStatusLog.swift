/// State of the most recent sanitize operation.
public struct SanitizeState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .neverSanitized, .completed, .inProgress, .failed, .completedWithUnexpectedDeallocation,
    ]
}

extension NamesOf<SanitizeState> {
    /// Never sanitized.
    @inlinable public static var neverSanitized: Self { Self(0x00, "Never sanitized") }
    /// Completed successfully.
    @inlinable public static var completed: Self { Self(0x01, "Completed successfully") }
    /// In progress.
    @inlinable public static var inProgress: Self { Self(0x02, "In progress") }
    /// Failed.
    @inlinable public static var failed: Self { Self(0x03, "Failed") }
    /// Completed successfully, and deallocated all user data although No-Deallocate After Sanitize was requested.
    @inlinable public static var completedWithUnexpectedDeallocation: Self {
        Self(0x04, "Completed successfully with unexpected deallocation")
    }
}

/// SSTAT, Sanitize Status.
public struct SanitizeStatus: BitStructure {
    public final class Layout: BitLayout {
        /// Sanitize Operation Status (SOS).
        public let state = Bits<SanitizeState, 2, 0>("SOS", "Sanitize Operation Status")
        /// Overwrite Passes Completed (OPC).
        public let completedOverwritePasses = Bits<UInt8, 7, 3>("OPC", "Overwrite Passes Completed")
        /// Global Data Erased (GDE): nothing has been written since the last sanitize.
        public let globalDataErased = Bit<8>("GDE", "Global Data Erased")
        /// Media Verification Canceled (MVCNCLD).
        public let mediaVerificationCanceled = Bit<9>("MVCNCLD", "Media Verification Canceled")
        /// Namespace Data Erased (NDE): nothing has been written to the namespace since its creation or last sanitize.
        public let namespaceDataErased = Bit<10>("NDE", "Namespace Data Erased")
    }
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Sanitize Status (log page 81h, NVMe Base 2.3 §5.2.12.1.36). Times are in seconds; FFFFFFFFh is unknown.
public struct SanitizeStatusLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Sanitize Progress (SPROG): in parts of 65,536; FFFFh when none runs.
        public let progress = Field<UInt16, 1, 0>("sprog", "Sanitize Progress")
        /// Sanitize Status (SSTAT).
        public let status = Field<SanitizeStatus, 3, 2>("sstat", "Sanitize Status")
        /// Sanitize Command Dword 10 Information (SCDW10).
        public let commandDword10 = Field<SanitizeDword10, 7, 4>("scdw10", "Sanitize Command Dword 10 Information")
        /// Estimated Time For Overwrite (ETO).
        public let estimatedOverwriteTime = Field<UInt32, 11, 8>("eto", "Estimated Time For Overwrite")
        /// Estimated Time For Block Erase (ETBE).
        public let estimatedBlockEraseTime = Field<UInt32, 15, 12>("etbe", "Estimated Time For Block Erase")
        /// Estimated Time For Crypto Erase (ETCE).
        public let estimatedCryptoEraseTime = Field<UInt32, 19, 16>("etce", "Estimated Time For Crypto Erase")
        /// Estimated Time For Overwrite With No-Deallocate Media Modification (ETOND).
        public let estimatedOverwriteTimeNoDeallocate = Field<UInt32, 23, 20>(
            "etond", "Estimated Time For Overwrite With No-Deallocate Media Modification")
        /// Estimated Time For Block Erase With No-Deallocate Media Modification (ETBEND).
        public let estimatedBlockEraseTimeNoDeallocate = Field<UInt32, 27, 24>(
            "etbend", "Estimated Time For Block Erase With No-Deallocate Media Modification")
        /// Estimated Time For Crypto Erase With No-Deallocate Media Modification (ETCEND).
        public let estimatedCryptoEraseTimeNoDeallocate = Field<UInt32, 31, 28>(
            "etcend", "Estimated Time For Crypto Erase With No-Deallocate Media Modification")
        /// Estimated Time For Post-Verification Deallocation State (ETPVDS).
        public let estimatedPostVerificationDeallocationTime = Field<UInt32, 35, 32>(
            "etpvds", "Estimated Time For Post-Verification Deallocation State")
        /// Sanitize State Information (SSI).
        public let stateInformation = Field<UInt8, 36, 36>("ssi", "Sanitize State Information")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}
