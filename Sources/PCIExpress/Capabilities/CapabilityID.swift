/// Kinds of capability in the first 256 bytes of configuration space (PCI Code and ID Assignment 1.11 §2).
public struct CapabilityID: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let powerManagement = Self(rawValue: 0x01)
    public static let vitalProductData = Self(rawValue: 0x03)
    public static let msi = Self(rawValue: 0x05)
    public static let vendorSpecific = Self(rawValue: 0x09)
    public static let pciExpress = Self(rawValue: 0x10)
    public static let msix = Self(rawValue: 0x11)
}

/// Kinds of capability in the extended configuration space, from byte 256 (PCI Code and ID Assignment 1.11 §3).
public struct ExtendedCapabilityID: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let advancedErrorReporting = Self(rawValue: 0x0001)
    public static let deviceSerialNumber = Self(rawValue: 0x0003)
    public static let powerBudgeting = Self(rawValue: 0x0004)
    public static let alternativeRoutingID = Self(rawValue: 0x000E)
    public static let singleRootIOVirtualization = Self(rawValue: 0x0010)
    public static let latencyToleranceReporting = Self(rawValue: 0x0018)
    public static let secondaryPCIExpress = Self(rawValue: 0x0019)
    public static let l1PowerManagementSubstates = Self(rawValue: 0x001E)
}
