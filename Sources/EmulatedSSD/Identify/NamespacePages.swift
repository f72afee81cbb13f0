import NVMeSpec

/// The data structures that describe a namespace.
enum NamespacePages {
    /// Identify Namespace (NVM Command Set 1.0 §4.1.5.1).
    static func namespace(_ namespace: EmulatedNamespace, _ controller: EmulatedController) -> [UInt8] {
        identifyNVMNamespace(
            namespace, formats: controller.profile.formats, maximumTransfer: controller.maximumTransfer
        ).bytes
    }

    /// Namespace Identification Descriptors (NVMe Base 2.0 figure "Namespace Identification Descriptor").
    static func descriptors(_ namespace: EmulatedNamespace) -> [UInt8] {
        NamespaceIdentificationDescriptor.encode([
            .eui64(bigEndianBytes(namespace.eui64)),
            .nguid(bigEndianBytes(namespace.nguid.high) + bigEndianBytes(namespace.nguid.low)), .commandSet(.nvm),
        ])
    }

    /// I/O Command Set Independent Identify Namespace (NVMe Base 2.0 figure of that name).
    static func independent() -> [UInt8] {
        var data = IdentifyIndependentNamespace()
        // NGUID and EUI64 are not reused (UIDREUSE), as CNS 00h says; the bit is the same.
        data.features = NamespaceFeatures(\.uniqueIdentifiersNotReused).rawValue
        data.status.ready = true
        return data.bytes
    }
}
