/// What Namespace Management does.
public struct NamespaceManagementSelect: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Create.
    @inlinable public static var create: Self { Self(rawValue: 0x00) }

    /// Delete.
    @inlinable public static var delete: Self { Self(rawValue: 0x01) }

    public static let table: [(value: Self, name: String)] = [
        (.create, "Create"),
        (.delete, "Delete"),
    ]
}

/// Command dword 10 of Namespace Management.
public struct NamespaceManagementDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Select (SEL, 3:0).
    public var select: NamespaceManagementSelect {
        get { NamespaceManagementSelect(rawValue: .init(rawValue.bits(0...3))) }
        set { rawValue.setBits(0...3, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("select", "SEL", 0...3, "Select")
    ]
}

/// What Namespace Attachment does.
public struct NamespaceAttachmentSelect: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Controller Attach.
    @inlinable public static var attach: Self { Self(rawValue: 0x00) }

    /// Controller Detach.
    @inlinable public static var detach: Self { Self(rawValue: 0x01) }

    public static let table: [(value: Self, name: String)] = [
        (.attach, "Controller Attach"),
        (.detach, "Controller Detach"),
    ]
}

/// Command dword 10 of Namespace Attachment.
public struct NamespaceAttachmentDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Select (SEL, 3:0).
    public var select: NamespaceAttachmentSelect {
        get { NamespaceAttachmentSelect(rawValue: .init(rawValue.bits(0...3))) }
        set { rawValue.setBits(0...3, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("select", "SEL", 0...3, "Select")
    ]
}

/// Command dword 10 of Security Send and Security Receive.
public struct SecurityDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// NVMe Security Specific Field (NSSF, 7:0).
    public var nvmeSecuritySpecificField: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    /// SP Specific (SPSP, 23:8).
    public var protocolSpecific: UInt16 {
        get { UInt16(rawValue.bits(8...23)) }
        set { rawValue.setBits(8...23, to: UInt32(newValue)) }
    }

    /// Security Protocol (SECP, 31:24).
    public var securityProtocol: UInt8 {
        get { UInt8(rawValue.bits(24...31)) }
        set { rawValue.setBits(24...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("nvmeSecuritySpecificField", "NSSF", 0...7, "NVMe Security Specific Field"),
        .init("protocolSpecific", "SPSP", 8...23, "SP Specific"),
        .init("securityProtocol", "SECP", 24...31, "Security Protocol"),
    ]
}

/// Command dword 11 of Directive Send and Directive Receive.
public struct DirectiveDword11: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Directive Operation (DOPER, 7:0).
    public var operation: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    /// Directive Type (DTYPE, 15:8).
    public var type: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    /// Directive Specific (DSPEC, 31:16).
    public var specific: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("operation", "DOPER", 0...7, "Directive Operation"),
        .init("type", "DTYPE", 8...15, "Directive Type"),
        .init("specific", "DSPEC", 16...31, "Directive Specific"),
    ]
}

/// Command dword 10 of Lockdown.
public struct LockdownDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Scope (SCP, 3:0).
    public var scope: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    /// Prohibit (PRHBT, 4).
    public var prohibit: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// Interface (IFC, 6:5).
    public var interface: UInt8 {
        get { UInt8(rawValue.bits(5...6)) }
        set { rawValue.setBits(5...6, to: UInt32(newValue)) }
    }

    /// Opcode or Feature Identifier (OFI, 15:8).
    public var opcodeOrFeature: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("scope", "SCP", 0...3, "Scope"),
        .init("prohibit", "PRHBT", 4...4, "Prohibit"),
        .init("interface", "IFC", 5...6, "Interface"),
        .init("opcodeOrFeature", "OFI", 8...15, "Opcode or Feature Identifier"),
    ]
}

/// What Virtualization Management does.
public struct VirtualizationAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Primary Controller Flexible Allocation.
    @inlinable public static var primaryFlexibleAllocation: Self { Self(rawValue: 0x01) }

    /// Secondary Controller Offline.
    @inlinable public static var secondaryOffline: Self { Self(rawValue: 0x07) }

    /// Secondary Controller Assign.
    @inlinable public static var secondaryAssign: Self { Self(rawValue: 0x08) }

    /// Secondary Controller Online.
    @inlinable public static var secondaryOnline: Self { Self(rawValue: 0x09) }

    public static let table: [(value: Self, name: String)] = [
        (.primaryFlexibleAllocation, "Primary Controller Flexible Allocation"),
        (.secondaryOffline, "Secondary Controller Offline"),
        (.secondaryAssign, "Secondary Controller Assign"),
        (.secondaryOnline, "Secondary Controller Online"),
    ]
}

/// Command dword 10 of Virtualization Management.
public struct VirtualizationManagementDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Action (ACT, 3:0).
    public var action: VirtualizationAction {
        get { VirtualizationAction(rawValue: .init(rawValue.bits(0...3))) }
        set { rawValue.setBits(0...3, to: .init(newValue.rawValue)) }
    }

    /// Resource Type (RT, 10:8): 0 queues, 1 interrupts.
    public var resourceType: UInt8 {
        get { UInt8(rawValue.bits(8...10)) }
        set { rawValue.setBits(8...10, to: UInt32(newValue)) }
    }

    /// Controller Identifier (CNTLID, 31:16).
    public var controllerID: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("action", "ACT", 0...3, "Action"),
        .init("resourceType", "RT", 8...10, "Resource Type"),
        .init("controllerID", "CNTLID", 16...31, "Controller Identifier"),
    ]
}
