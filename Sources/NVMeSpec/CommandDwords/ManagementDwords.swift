/// What Namespace Management does.
public struct NamespaceManagementSelect: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.create, .delete]
}

extension NamesOf<NamespaceManagementSelect> {
    /// Create.
    @inlinable public static var create: Self { Self(0x00, "Create") }
    /// Delete.
    @inlinable public static var delete: Self { Self(0x01, "Delete") }
}

/// Command dword 10 of Namespace Management.
public struct NamespaceManagementDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Select (SEL).
        public let select = Bits<NamespaceManagementSelect, 3, 0>("SEL", "Select")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Namespace Attachment does.
public struct NamespaceAttachmentSelect: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.attach, .detach]
}

extension NamesOf<NamespaceAttachmentSelect> {
    /// Controller Attach.
    @inlinable public static var attach: Self { Self(0x00, "Controller Attach") }
    /// Controller Detach.
    @inlinable public static var detach: Self { Self(0x01, "Controller Detach") }
}

/// Command dword 10 of Namespace Attachment.
public struct NamespaceAttachmentDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Select (SEL).
        public let select = Bits<NamespaceAttachmentSelect, 3, 0>("SEL", "Select")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Security Send and Security Receive.
public struct SecurityDword10: BitStructure {
    public final class Layout: BitLayout {
        /// NVMe Security Specific Field (NSSF).
        public let nvmeSecuritySpecificField = Bits<UInt8, 7, 0>("NSSF", "NVMe Security Specific Field")
        /// SP Specific (SPSP).
        public let protocolSpecific = Bits<UInt16, 23, 8>("SPSP", "SP Specific")
        /// Security Protocol (SECP).
        public let securityProtocol = Bits<UInt8, 31, 24>("SECP", "Security Protocol")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Directive Send and Directive Receive.
public struct DirectiveDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Directive Operation (DOPER).
        public let operation = Bits<UInt8, 7, 0>("DOPER", "Directive Operation")
        /// Directive Type (DTYPE).
        public let type = Bits<UInt8, 15, 8>("DTYPE", "Directive Type")
        /// Directive Specific (DSPEC).
        public let specific = Bits<UInt16, 31, 16>("DSPEC", "Directive Specific")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Lockdown.
public struct LockdownDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Scope (SCP).
        public let scope = Bits<UInt8, 3, 0>("SCP", "Scope")
        /// Prohibit (PRHBT).
        public let prohibit = Bit<4>("PRHBT", "Prohibit")
        /// Interface (IFC).
        public let interface = Bits<UInt8, 6, 5>("IFC", "Interface")
        /// Opcode or Feature Identifier (OFI).
        public let opcodeOrFeature = Bits<UInt8, 15, 8>("OFI", "Opcode or Feature Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Virtualization Management does.
public struct VirtualizationAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .primaryFlexibleAllocation, .secondaryOffline, .secondaryAssign, .secondaryOnline,
    ]
}

extension NamesOf<VirtualizationAction> {
    /// Primary Controller Flexible Allocation.
    @inlinable public static var primaryFlexibleAllocation: Self {
        Self(0x01, "Primary Controller Flexible Allocation")
    }
    /// Secondary Controller Offline.
    @inlinable public static var secondaryOffline: Self { Self(0x07, "Secondary Controller Offline") }
    /// Secondary Controller Assign.
    @inlinable public static var secondaryAssign: Self { Self(0x08, "Secondary Controller Assign") }
    /// Secondary Controller Online.
    @inlinable public static var secondaryOnline: Self { Self(0x09, "Secondary Controller Online") }
}

/// Command dword 10 of Virtualization Management.
public struct VirtualizationManagementDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Action (ACT).
        public let action = Bits<VirtualizationAction, 3, 0>("ACT", "Action")
        /// Resource Type (RT): 0 queues, 1 interrupts.
        public let resourceType = Bits<UInt8, 10, 8>("RT", "Resource Type")
        /// Controller Identifier (CNTLID).
        public let controllerID = Bits<UInt16, 31, 16>("CNTLID", "Controller Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Security Send and Security Receive (NVMe Base 2.3 §5.2.25, §5.2.24).
public struct SecurityDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Transfer Length (TL), Allocation Length (AL) of Security Receive: in bytes, unless the protocol says otherwise.
        public let transferLength = Bits<UInt32, 31, 0>("TL", "Transfer Length")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of NVMe-MI Send and NVMe-MI Receive: the message header of NVM Express Management Interface 1.2 §3.1.
public struct ManagementInterfaceDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Message Type (MT): 4h is NVM Express Management Messages over MCTP.
        public let messageType = Bits<UInt8, 6, 0>("MT", "Message Type")
        /// Integrity Check (IC).
        public let integrityCheck = Bit<7>("IC", "Integrity Check")
        /// Command Slot Identifier (CSI).
        public let commandSlot = Bit<8>("CSI", "Command Slot Identifier")
        /// NVMe-MI Message Type (NMIMT): 1h is an NVMe-MI command.
        public let managementMessageType = Bits<UInt8, 14, 11>("NMIMT", "NVMe-MI Message Type")
        /// Request or Response (ROR).
        public let isResponse = Bit<15>("ROR", "Request or Response")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Namespace Management (NVMe Base 2.3 §5.2.21).
public struct NamespaceManagementDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Command Set Identifier (CSI).
        public let commandSet = Bits<CommandSetIdentifier, 31, 24>("CSI", "Command Set Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Virtualization Management (NVMe Base 2.3 §5.3.6).
public struct VirtualizationManagementDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Number of Controller Resources (NR).
        public let numberOfResources = Bits<UInt16, 15, 0>("NR", "Number of Controller Resources")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
