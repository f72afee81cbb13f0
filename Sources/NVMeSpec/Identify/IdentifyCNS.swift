/// Controller or Namespace Structure (CNS, NVMe Base 2.3 §5.2.13.1): what Identify returns.
public struct IdentifyCNS: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .namespace, .controller, .activeNamespaceList, .namespaceIdentificationDescriptorList, .nvmSetList,
        .ioCommandSetNamespace, .ioCommandSetController, .ioCommandSetActiveNamespaceList,
        .ioCommandSetIndependentNamespace, .namespaceUserDataFormat, .ioCommandSetNamespaceUserDataFormat,
        .allocatedNamespaceList, .allocatedNamespace, .namespaceAttachedControllerList, .controllerList,
        .primaryControllerCapabilities, .secondaryControllerList, .namespaceGranularityList, .uuidList, .domainList,
        .enduranceGroupList, .ioCommandSetAllocatedNamespaceList, .ioCommandSetAllocatedNamespace, .ioCommandSetList,
        .underlyingNamespaceList, .portsList, .ioCommandSetIndependentAllocatedNamespace,
        .supportedControllerStateFormats,
    ]
}

extension NamesOf<IdentifyCNS> {
    /// Identify Namespace.
    @inlinable public static var namespace: Self { Self(0x00, "Identify Namespace") }
    /// Identify Controller.
    @inlinable public static var controller: Self { Self(0x01, "Identify Controller") }
    /// Active Namespace ID List.
    @inlinable public static var activeNamespaceList: Self { Self(0x02, "Active Namespace ID List") }
    /// Namespace Identification Descriptor List.
    @inlinable public static var namespaceIdentificationDescriptorList: Self {
        Self(0x03, "Namespace Identification Descriptor List")
    }
    /// NVM Set List.
    @inlinable public static var nvmSetList: Self { Self(0x04, "NVM Set List") }
    /// I/O Command Set Specific Identify Namespace.
    @inlinable public static var ioCommandSetNamespace: Self {
        Self(0x05, "I/O Command Set Specific Identify Namespace")
    }
    /// I/O Command Set Specific Identify Controller.
    @inlinable public static var ioCommandSetController: Self {
        Self(0x06, "I/O Command Set Specific Identify Controller")
    }
    /// I/O Command Set Specific Active Namespace ID List.
    @inlinable public static var ioCommandSetActiveNamespaceList: Self {
        Self(0x07, "I/O Command Set Specific Active Namespace ID List")
    }
    /// I/O Command Set Independent Identify Namespace.
    @inlinable public static var ioCommandSetIndependentNamespace: Self {
        Self(0x08, "I/O Command Set Independent Identify Namespace")
    }
    /// Identify Namespace for a User Data Format.
    @inlinable public static var namespaceUserDataFormat: Self {
        Self(0x09, "Identify Namespace for a User Data Format")
    }
    /// I/O Command Set Specific Identify Namespace for a User Data Format.
    @inlinable public static var ioCommandSetNamespaceUserDataFormat: Self {
        Self(0x0A, "I/O Command Set Specific Identify Namespace for a User Data Format")
    }
    /// Allocated Namespace ID List.
    @inlinable public static var allocatedNamespaceList: Self { Self(0x10, "Allocated Namespace ID List") }
    /// Identify Namespace of an Allocated Namespace ID.
    @inlinable public static var allocatedNamespace: Self {
        Self(0x11, "Identify Namespace of an Allocated Namespace ID")
    }
    /// Namespace Attached Controller List.
    @inlinable public static var namespaceAttachedControllerList: Self {
        Self(0x12, "Namespace Attached Controller List")
    }
    /// Controller List.
    @inlinable public static var controllerList: Self { Self(0x13, "Controller List") }
    /// Primary Controller Capabilities.
    @inlinable public static var primaryControllerCapabilities: Self { Self(0x14, "Primary Controller Capabilities") }
    /// Secondary Controller List.
    @inlinable public static var secondaryControllerList: Self { Self(0x15, "Secondary Controller List") }
    /// Namespace Granularity List.
    @inlinable public static var namespaceGranularityList: Self { Self(0x16, "Namespace Granularity List") }
    /// UUID List.
    @inlinable public static var uuidList: Self { Self(0x17, "UUID List") }
    /// Domain List.
    @inlinable public static var domainList: Self { Self(0x18, "Domain List") }
    /// Endurance Group List.
    @inlinable public static var enduranceGroupList: Self { Self(0x19, "Endurance Group List") }
    /// I/O Command Set Specific Allocated Namespace ID List.
    @inlinable public static var ioCommandSetAllocatedNamespaceList: Self {
        Self(0x1A, "I/O Command Set Specific Allocated Namespace ID List")
    }
    /// I/O Command Set Specific Identify Namespace of an Allocated Namespace ID.
    @inlinable public static var ioCommandSetAllocatedNamespace: Self {
        Self(0x1B, "I/O Command Set Specific Identify Namespace of an Allocated Namespace ID")
    }
    /// Identify I/O Command Set.
    @inlinable public static var ioCommandSetList: Self { Self(0x1C, "Identify I/O Command Set") }
    /// Get Underlying Namespace List.
    @inlinable public static var underlyingNamespaceList: Self { Self(0x1D, "Get Underlying Namespace List") }
    /// Get Ports List.
    @inlinable public static var portsList: Self { Self(0x1E, "Get Ports List") }
    /// I/O Command Set Independent Identify Namespace of an Allocated Namespace ID.
    @inlinable public static var ioCommandSetIndependentAllocatedNamespace: Self {
        Self(0x1F, "I/O Command Set Independent Identify Namespace of an Allocated Namespace ID")
    }
    /// Supported Controller State Formats.
    @inlinable public static var supportedControllerStateFormats: Self {
        Self(0x20, "Supported Controller State Formats")
    }
}
