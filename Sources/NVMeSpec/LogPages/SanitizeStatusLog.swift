/// State of the most recent sanitize operation.
public struct SanitizeState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Never sanitized.
    @inlinable public static var neverSanitized: Self { Self(rawValue: 0x00) }

    /// Completed successfully.
    @inlinable public static var completed: Self { Self(rawValue: 0x01) }

    /// In progress.
    @inlinable public static var inProgress: Self { Self(rawValue: 0x02) }

    /// Failed.
    @inlinable public static var failed: Self { Self(rawValue: 0x03) }

    /// Completed successfully, and deallocated all user data although No-Deallocate After Sanitize was requested.
    @inlinable public static var completedWithUnexpectedDeallocation: Self { Self(rawValue: 0x04) }

    public static let table: [(value: Self, name: String)] = [
        (.neverSanitized, "Never sanitized"),
        (.completed, "Completed successfully"),
        (.inProgress, "In progress"),
        (.failed, "Failed"),
        (.completedWithUnexpectedDeallocation, "Completed successfully with unexpected deallocation"),
    ]
}

/// SSTAT, Sanitize Status.
public struct SanitizeStatus: BitStructure {
    public struct Layout: BitLayout {
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
        public init() {}
    }

    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Sanitize Status (log page 81h, NVMe Base 2.3 §5.2.12.1.36). Times are in seconds; FFFFFFFFh is unknown.
public struct SanitizeStatusLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Sanitize Progress (SPROG): in parts of 65,536; FFFFh when none runs.
        public let progress = Field<UInt16>("sprog", at: 0, "Sanitize Progress")
        /// Sanitize Status (SSTAT).
        public let status = Field<SanitizeStatus>("sstat", at: 2, "Sanitize Status")
        /// Sanitize Command Dword 10 Information (SCDW10).
        public let commandDword10 = Field<SanitizeDword10>("scdw10", at: 4, "Sanitize Command Dword 10 Information")
        /// Estimated Time For Overwrite (ETO).
        public let estimatedOverwriteTime = Field<UInt32>("eto", at: 8, "Estimated Time For Overwrite")
        /// Estimated Time For Block Erase (ETBE).
        public let estimatedBlockEraseTime = Field<UInt32>("etbe", at: 12, "Estimated Time For Block Erase")
        /// Estimated Time For Crypto Erase (ETCE).
        public let estimatedCryptoEraseTime = Field<UInt32>("etce", at: 16, "Estimated Time For Crypto Erase")
        /// Estimated Time For Overwrite With No-Deallocate Media Modification (ETOND).
        public let estimatedOverwriteTimeNoDeallocate = Field<UInt32>(
            "etond", at: 20, "Estimated Time For Overwrite With No-Deallocate Media Modification")
        /// Estimated Time For Block Erase With No-Deallocate Media Modification (ETBEND).
        public let estimatedBlockEraseTimeNoDeallocate = Field<UInt32>(
            "etbend", at: 24, "Estimated Time For Block Erase With No-Deallocate Media Modification")
        /// Estimated Time For Crypto Erase With No-Deallocate Media Modification (ETCEND).
        public let estimatedCryptoEraseTimeNoDeallocate = Field<UInt32>(
            "etcend", at: 28, "Estimated Time For Crypto Erase With No-Deallocate Media Modification")
        /// Estimated Time For Post-Verification Deallocation State (ETPVDS).
        public let estimatedPostVerificationDeallocationTime = Field<UInt32>(
            "etpvds", at: 32, "Estimated Time For Post-Verification Deallocation State")
        /// Sanitize State Information (SSI).
        public let stateInformation = Field<UInt8>("ssi", at: 36, "Sanitize State Information")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}
