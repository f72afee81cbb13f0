/// Controller or Namespace Structure (CNS, NVMe Base 2.3 §5.2.13.1): what Identify returns.
public struct IdentifyCNS: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Identify Namespace.
    @inlinable public static var namespace: Self { Self(rawValue: 0x00) }

    /// Identify Controller.
    @inlinable public static var controller: Self { Self(rawValue: 0x01) }

    /// Active Namespace ID List.
    @inlinable public static var activeNamespaceList: Self { Self(rawValue: 0x02) }

    /// Namespace Identification Descriptor List.
    @inlinable public static var namespaceIdentificationDescriptorList: Self { Self(rawValue: 0x03) }

    /// NVM Set List.
    @inlinable public static var nvmSetList: Self { Self(rawValue: 0x04) }

    /// I/O Command Set Specific Identify Namespace.
    @inlinable public static var ioCommandSetNamespace: Self { Self(rawValue: 0x05) }

    /// I/O Command Set Specific Identify Controller.
    @inlinable public static var ioCommandSetController: Self { Self(rawValue: 0x06) }

    /// I/O Command Set Specific Active Namespace ID List.
    @inlinable public static var ioCommandSetActiveNamespaceList: Self { Self(rawValue: 0x07) }

    /// I/O Command Set Independent Identify Namespace.
    @inlinable public static var ioCommandSetIndependentNamespace: Self { Self(rawValue: 0x08) }

    /// Identify Namespace for a User Data Format.
    @inlinable public static var namespaceUserDataFormat: Self { Self(rawValue: 0x09) }

    /// I/O Command Set Specific Identify Namespace for a User Data Format.
    @inlinable public static var ioCommandSetNamespaceUserDataFormat: Self { Self(rawValue: 0x0A) }

    /// Allocated Namespace ID List.
    @inlinable public static var allocatedNamespaceList: Self { Self(rawValue: 0x10) }

    /// Identify Namespace of an Allocated Namespace ID.
    @inlinable public static var allocatedNamespace: Self { Self(rawValue: 0x11) }

    /// Namespace Attached Controller List.
    @inlinable public static var namespaceAttachedControllerList: Self { Self(rawValue: 0x12) }

    /// Controller List.
    @inlinable public static var controllerList: Self { Self(rawValue: 0x13) }

    /// Primary Controller Capabilities.
    @inlinable public static var primaryControllerCapabilities: Self { Self(rawValue: 0x14) }

    /// Secondary Controller List.
    @inlinable public static var secondaryControllerList: Self { Self(rawValue: 0x15) }

    /// Namespace Granularity List.
    @inlinable public static var namespaceGranularityList: Self { Self(rawValue: 0x16) }

    /// UUID List.
    @inlinable public static var uuidList: Self { Self(rawValue: 0x17) }

    /// Domain List.
    @inlinable public static var domainList: Self { Self(rawValue: 0x18) }

    /// Endurance Group List.
    @inlinable public static var enduranceGroupList: Self { Self(rawValue: 0x19) }

    /// I/O Command Set Specific Allocated Namespace ID List.
    @inlinable public static var ioCommandSetAllocatedNamespaceList: Self { Self(rawValue: 0x1A) }

    /// I/O Command Set Specific Identify Namespace of an Allocated Namespace ID.
    @inlinable public static var ioCommandSetAllocatedNamespace: Self { Self(rawValue: 0x1B) }

    /// Identify I/O Command Set.
    @inlinable public static var ioCommandSetList: Self { Self(rawValue: 0x1C) }

    /// Get Underlying Namespace List.
    @inlinable public static var underlyingNamespaceList: Self { Self(rawValue: 0x1D) }

    /// Get Ports List.
    @inlinable public static var portsList: Self { Self(rawValue: 0x1E) }

    /// I/O Command Set Independent Identify Namespace of an Allocated Namespace ID.
    @inlinable public static var ioCommandSetIndependentAllocatedNamespace: Self { Self(rawValue: 0x1F) }

    /// Supported Controller State Formats.
    @inlinable public static var supportedControllerStateFormats: Self { Self(rawValue: 0x20) }

    public static let table: [(value: Self, name: String)] = [
        (.namespace, "Identify Namespace"),
        (.controller, "Identify Controller"),
        (.activeNamespaceList, "Active Namespace ID List"),
        (.namespaceIdentificationDescriptorList, "Namespace Identification Descriptor List"),
        (.nvmSetList, "NVM Set List"),
        (.ioCommandSetNamespace, "I/O Command Set Specific Identify Namespace"),
        (.ioCommandSetController, "I/O Command Set Specific Identify Controller"),
        (.ioCommandSetActiveNamespaceList, "I/O Command Set Specific Active Namespace ID List"),
        (.ioCommandSetIndependentNamespace, "I/O Command Set Independent Identify Namespace"),
        (.namespaceUserDataFormat, "Identify Namespace for a User Data Format"),
        (.ioCommandSetNamespaceUserDataFormat, "I/O Command Set Specific Identify Namespace for a User Data Format"),
        (.allocatedNamespaceList, "Allocated Namespace ID List"),
        (.allocatedNamespace, "Identify Namespace of an Allocated Namespace ID"),
        (.namespaceAttachedControllerList, "Namespace Attached Controller List"),
        (.controllerList, "Controller List"),
        (.primaryControllerCapabilities, "Primary Controller Capabilities"),
        (.secondaryControllerList, "Secondary Controller List"),
        (.namespaceGranularityList, "Namespace Granularity List"),
        (.uuidList, "UUID List"),
        (.domainList, "Domain List"),
        (.enduranceGroupList, "Endurance Group List"),
        (.ioCommandSetAllocatedNamespaceList, "I/O Command Set Specific Allocated Namespace ID List"),
        (.ioCommandSetAllocatedNamespace, "I/O Command Set Specific Identify Namespace of an Allocated Namespace ID"),
        (.ioCommandSetList, "Identify I/O Command Set"),
        (.underlyingNamespaceList, "Get Underlying Namespace List"),
        (.portsList, "Get Ports List"),
        (
            .ioCommandSetIndependentAllocatedNamespace,
            "I/O Command Set Independent Identify Namespace of an Allocated Namespace ID"
        ),
        (.supportedControllerStateFormats, "Supported Controller State Formats"),
    ]
}
