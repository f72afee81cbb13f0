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
    public struct Layout: BitLayout {
        /// Select (SEL).
        public let select = Bits<NamespaceManagementSelect, 3, 0>("SEL", "Select")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
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
    public struct Layout: BitLayout {
        /// Select (SEL).
        public let select = Bits<NamespaceAttachmentSelect, 3, 0>("SEL", "Select")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Security Send and Security Receive.
public struct SecurityDword10: BitStructure {
    public struct Layout: BitLayout {
        /// NVMe Security Specific Field (NSSF).
        public let nvmeSecuritySpecificField = Bits<UInt8, 7, 0>("NSSF", "NVMe Security Specific Field")
        /// SP Specific (SPSP).
        public let protocolSpecific = Bits<UInt16, 23, 8>("SPSP", "SP Specific")
        /// Security Protocol (SECP).
        public let securityProtocol = Bits<UInt8, 31, 24>("SECP", "Security Protocol")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Directive Send and Directive Receive.
public struct DirectiveDword11: BitStructure {
    public struct Layout: BitLayout {
        /// Directive Operation (DOPER).
        public let operation = Bits<UInt8, 7, 0>("DOPER", "Directive Operation")
        /// Directive Type (DTYPE).
        public let type = Bits<UInt8, 15, 8>("DTYPE", "Directive Type")
        /// Directive Specific (DSPEC).
        public let specific = Bits<UInt16, 31, 16>("DSPEC", "Directive Specific")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Lockdown.
public struct LockdownDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Scope (SCP).
        public let scope = Bits<UInt8, 3, 0>("SCP", "Scope")
        /// Prohibit (PRHBT).
        public let prohibit = Bit<4>("PRHBT", "Prohibit")
        /// Interface (IFC).
        public let interface = Bits<UInt8, 6, 5>("IFC", "Interface")
        /// Opcode or Feature Identifier (OFI).
        public let opcodeOrFeature = Bits<UInt8, 15, 8>("OFI", "Opcode or Feature Identifier")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
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
    public struct Layout: BitLayout {
        /// Action (ACT).
        public let action = Bits<VirtualizationAction, 3, 0>("ACT", "Action")
        /// Resource Type (RT): 0 queues, 1 interrupts.
        public let resourceType = Bits<UInt8, 10, 8>("RT", "Resource Type")
        /// Controller Identifier (CNTLID).
        public let controllerID = Bits<UInt16, 31, 16>("CNTLID", "Controller Identifier")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
