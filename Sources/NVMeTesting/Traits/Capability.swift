import NVMe

/// Something that a controller may lack, and the bit in which it says so.
public struct Capability: Sendable {
    /// Why a test is skipped: which bit has which value, and what it means.
    public let absence: String
    /// Asks an initialised controller.
    public let isPresent: @Sendable (Controller) throws -> Bool

    /// A capability of your own.
    ///
    /// - Parameter absence: names the bit, as in `"Identify Controller OACS bit 2 is 0: no firmware update"`.
    public init(_ absence: String, _ isPresent: @escaping @Sendable (Controller) throws -> Bool) {
        self.absence = absence
        self.isPresent = isPresent
    }

    /// A flag of Identify Controller; the reason for a skip is made from the structure's own description.
    public static func flag<Flags: FlagStructure, let high: Int, let low: Int>(
        _ path: KeyPath<IdentifyController.Layout, Field<Flags, high, low>>, _ name: PartialKeyPath<Flags.Layout>
    ) -> Capability {
        let field = IdentifyController.Layout()[keyPath: path]
        let flag = Flags(name)
        let bit = flag.rawValue.trailingZeroBitCount
        let title = Flags.bitFields.first { $0.bits.contains(bit) }?.title ?? "\(field.title)"
        return Capability("Identify Controller \(field.shortName.uppercased()) bit \(bit) is 0: no \(title)") {
            controller in
            guard let value = field.anyValue(in: try controller.identifyController().bytes) as? Flags else {
                return false
            }
            return value.rawValue & flag.rawValue != 0
        }
    }
}

extension Capability {
    /// Firmware Commit and Firmware Image Download.
    public static var firmwareUpdate: Self { flag(\.optionalAdminCommands, \.firmware) }
    /// Format NVM.
    public static var formatNVM: Self { flag(\.optionalAdminCommands, \.formatNVM) }
    /// Security Send and Security Receive.
    public static var security: Self { flag(\.optionalAdminCommands, \.security) }
    /// Namespace Management and Namespace Attachment.
    public static var namespaceManagement: Self { flag(\.optionalAdminCommands, \.namespaceManagement) }
    /// Device Self-test.
    public static var deviceSelfTest: Self { flag(\.optionalAdminCommands, \.deviceSelfTest) }
    /// Dataset Management, the trim of other standards.
    public static var datasetManagement: Self { flag(\.optionalNVMCommands, \.datasetManagement) }
    /// Compare.
    public static var compare: Self { flag(\.optionalNVMCommands, \.compare) }
    /// Write Zeroes.
    public static var writeZeroes: Self { flag(\.optionalNVMCommands, \.writeZeroes) }
    /// Write Uncorrectable.
    public static var writeUncorrectable: Self { flag(\.optionalNVMCommands, \.writeUncorrectable) }
    /// Verify.
    public static var verify: Self { flag(\.optionalNVMCommands, \.verify) }
    /// Copy.
    public static var copy: Self { flag(\.optionalNVMCommands, \.copy) }

    /// At least one Sanitize operation.
    public static var sanitize: Self {
        Self("Identify Controller SANICAP bits 2:0 are 0: no Sanitize operation") {
            try $0.identifyController().sanitizeCapabilities.rawValue & 0b111 != 0
        }
    }

    /// A volatile write cache.
    public static var volatileWriteCache: Self {
        Self("Identify Controller VWC bit 0 is 0: no volatile write cache") {
            try $0.identifyController().volatileWriteCache.rawValue & 1 != 0
        }
    }

    /// NVM subsystem reset through NSSR.
    public static var subsystemReset: Self {
        Self("CAP.NSSRS is 0: no NVM subsystem reset") { try $0.capabilities.subsystemResetSupported }
    }

    /// Queues whose memory is not contiguous.
    public static var scatteredQueues: Self {
        Self("CAP.CQR is 1: queues must be contiguous") { try !$0.capabilities.contiguousQueuesRequired }
    }

    /// Weighted round robin arbitration with urgent class.
    public static var weightedRoundRobin: Self {
        Self("CAP.AMS bit 0 is 0: no weighted round robin arbitration") {
            try $0.capabilities.arbitrationMechanismSupported & 1 != 0
        }
    }

    /// Namespace 1 has logical blocks of this size.
    public static func blockSize(_ bytes: Int) -> Self {
        Self("Identify Namespace FLBAS: the blocks of namespace 1 do not have \(bytes) bytes") {
            try $0.namespace(1).blockSize == bytes
        }
    }

    /// Switching the device's power.
    public static var powerControl: Self {
        Self("the platform cannot switch the power of this device") { $0.function.power != nil }
    }
}
