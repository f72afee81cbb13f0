import Glibc

/// The functions of this machine's PCI Express bus, as Linux shows them in sysfs.
public enum PCIBus {
    /// One function: what can be known without touching it.
    public struct Function: Sendable, Hashable {
        public let address: PCIeAddress
        /// Base class, subclass and programming interface.
        public let classCode: UInt32
        public let vendorID: UInt16
        public let deviceID: UInt16
        /// The kernel driver that holds it.
        public let driver: String?
        /// Its IOMMU group; nil where the IOMMU is off.
        public let iommuGroup: Int?

        /// Class 01 (mass storage), subclass 08 (non-volatile memory), interface 02 (NVM Express).
        public var isNVMe: Bool { classCode == PCIBus.nvmeClassCode }
    }

    /// Class code of an NVMe I/O controller (PCIe Transport 1.0 §3.8.1).
    public static var nvmeClassCode: UInt32 { 0x01_08_02 }

    /// Where sysfs lists the functions.
    public static var defaultRoot: String { "/sys/bus/pci/devices" }

    /// All functions in order of their addresses.
    public static func functions(root: String = defaultRoot) -> [Function] {
        entries(of: root).compactMap { try? PCIeAddress($0) }.sorted().compactMap { function(at: $0, root: root) }
    }

    /// The function at an address; nil where there is none.
    public static func function(at address: PCIeAddress, root: String = defaultRoot) -> Function? {
        let folder = "\(root)/\(address)"
        guard let classCode = number(in: folder + "/class") else { return nil }
        return Function(
            address: address, classCode: UInt32(truncatingIfNeeded: classCode),
            vendorID: UInt16(truncatingIfNeeded: number(in: folder + "/vendor") ?? 0),
            deviceID: UInt16(truncatingIfNeeded: number(in: folder + "/device") ?? 0),
            driver: linkTarget(folder + "/driver"), iommuGroup: linkTarget(folder + "/iommu_group").flatMap { Int($0) })
    }

    private static func entries(of folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }

    private static func number(in path: String) -> UInt64? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var text = [UInt8](repeating: 0, count: 32)
        let count = fread(&text, 1, text.count, file)
        return BinarySize(parsing: String(decoding: text.prefix(count), as: UTF8.self).trimmed)?.count
    }

    /// Last component of what a symbolic link points to.
    private static func linkTarget(_ path: String) -> String? {
        var target = [UInt8](repeating: 0, count: 4096)
        let count = target.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            return readlink(path, base.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard count > 0 else { return nil }
        return String(decoding: target.prefix(count), as: UTF8.self).split(separator: "/").last.map(String.init)
    }
}
