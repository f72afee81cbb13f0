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
        var page = ByteLayout(count: 4096)
        // IEEE Extended Unique Identifier.
        page.put([1, 8], at: 0)
        page.putBigEndian(namespace.eui64, at: 4)
        // Namespace Globally Unique Identifier.
        page.put([2, 16], at: 12)
        page.putBigEndian(namespace.nguid.high, at: 16)
        page.putBigEndian(namespace.nguid.low, at: 24)
        // Command Set Identifier: NVM.
        page.put([4, 1], at: 32)
        return page.bytes
    }

    /// I/O Command Set Independent Identify Namespace (NVMe Base 2.0 figure of that name).
    static func independent() -> [UInt8] {
        var page = ByteLayout(count: 4096)
        // NSFEAT: NGUID and EUI64 are not reused (UIDREUSE, 3), as CNS 00h says.
        page.put(UInt8(1 << 3), at: 0)
        // NSTAT: ready.
        page.put(UInt8(1), at: 14)
        return page.bytes
    }
}
