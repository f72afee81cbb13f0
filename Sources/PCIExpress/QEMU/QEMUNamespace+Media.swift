import Glibc

extension QEMUNamespace {
    /// Opens what keeps the data, and makes it at least `byteCount` long.
    ///
    /// - Throws: `environment` when the file cannot be opened or extended.
    func openMedia() throws(PCIeError) -> OwnedDescriptor {
        guard let path else { return try .memoryFile("swift-nvme-media", byteCount: byteCount) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.unusable(path) }
        let file = OwnedDescriptor(descriptor)
        if lseek(descriptor, 0, SEEK_END) < byteCount, ftruncate(descriptor, byteCount) != 0 {
            throw Self.unusable(path)
        }
        return file
    }

    private static func unusable(_ path: String) -> PCIeError {
        .environment(
            problem: "cannot keep media in '\(path)': \(String(cString: strerror(errno)))",
            fix: "give a path that can be written")
    }
}
