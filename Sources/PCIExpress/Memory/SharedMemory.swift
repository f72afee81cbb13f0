import CNVMeHost
import Glibc

/// Zeroed memory that another process can map too, committed page by page as it is touched.
public final class SharedMemory: @unchecked Sendable {
    /// The mapping lives as long as this object.
    public let base: UnsafeMutableRawPointer
    public let byteCount: Int
    /// The file behind it, for another process. Owned by this object.
    public let fileDescriptor: CInt

    public static let pageSize = 4096

    /// Creates the memory. Throws `outOfMemory` when there is no address space for it, `environment` without descriptors.
    public convenience init(byteCount: Int, name: String) throws(PCIeError) {
        let descriptor = nvme_memory_file(name)
        guard descriptor >= 0 else {
            throw .environment(
                problem: "cannot create a memory file (error \(-descriptor))", fix: "raise the limit of open files")
        }
        guard ftruncate(descriptor, byteCount) == 0 else {
            Glibc.close(descriptor)
            throw .outOfMemory(requested: byteCount, available: 0)
        }
        try self.init(fileDescriptor: descriptor, byteCount: byteCount)
    }

    /// Maps memory that another process made, and takes ownership of the descriptor, also when it throws.
    public init(fileDescriptor: CInt, byteCount: Int) throws(PCIeError) {
        let flags = MAP_SHARED | MAP_NORESERVE
        let mapping = mmap(nil, byteCount, PROT_READ | PROT_WRITE, flags, fileDescriptor, 0)
        guard let mapping, mapping != MAP_FAILED else {
            Glibc.close(fileDescriptor)
            throw .outOfMemory(requested: byteCount, available: 0)
        }
        base = mapping
        self.byteCount = byteCount
        self.fileDescriptor = fileDescriptor
    }

    deinit {
        munmap(base, byteCount)
        Glibc.close(fileDescriptor)
    }

    /// Bytes of memory that are committed now.
    public var committedByteCount: Int {
        var status = stat()
        return fstat(fileDescriptor, &status) == 0 ? Int(status.st_blocks) * 512 : 0
    }
}
