import CNVMeHost
import Glibc

/// A file descriptor with one owner, closed with its last reference.
final class OwnedDescriptor: Sendable {
    let rawValue: CInt

    init(_ rawValue: CInt) {
        self.rawValue = rawValue
    }

    /// Another number for the same open file, at least `lowest`; it does not survive an `exec`.
    init(duplicating descriptor: CInt, lowest: CInt = 0) throws(PCIeError) {
        rawValue = fcntl(descriptor, F_DUPFD_CLOEXEC, lowest)
        guard rawValue >= 0 else { throw .outOfDescriptors(errno) }
    }

    deinit { Glibc.close(rawValue) }

    /// A file of `byteCount` zeros that lives in memory only; pages are committed when they are touched.
    static func memoryFile(_ name: String, byteCount: Int) throws(PCIeError) -> OwnedDescriptor {
        let descriptor = nvme_memory_file(name)
        guard descriptor >= 0 else { throw .outOfDescriptors(-descriptor) }
        let file = OwnedDescriptor(descriptor)
        guard ftruncate(descriptor, byteCount) == 0 else { throw .outOfMemory(requested: byteCount, available: 0) }
        return file
    }

    /// Two ends of a connection; neither survives an `exec`.
    static func socketPair() throws(PCIeError) -> (OwnedDescriptor, OwnedDescriptor) {
        var ends: [CInt] = [-1, -1]
        let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .outOfDescriptors(errno) }
        return (OwnedDescriptor(ends[0]), OwnedDescriptor(ends[1]))
    }
}

extension PCIeError {
    static func outOfDescriptors(_ error: CInt) -> Self {
        .environment(
            problem: "cannot open another file (\(String(cString: strerror(error))))",
            fix: "raise the limit of open files with 'ulimit -n'")
    }
}
