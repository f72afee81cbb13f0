import Glibc
import PCIExpress

/// The memory of a command log: private pages, or a file's.
///
/// Unsafe inside: `base` maps `byteCount` bytes until the object is gone.
final class LogMemory: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let byteCount: Int

    /// Fresh pages are zero and take no memory until commands are logged.
    init(_ byteCount: Int) throws(NVMeError) {
        let mapping = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let mapping, mapping != MAP_FAILED else {
            throw .pcie(.outOfMemory(requested: byteCount, available: 0))
        }
        base = mapping
        self.byteCount = byteCount
    }

    /// Pages of a new file, which keep what was stored when the process is killed.
    init(_ byteCount: Int, file path: String) throws(NVMeError) {
        // A new file each time: one that is cut short while another log maps it would be a bus error there.
        unlink(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("cannot make the command log \(path)", errno) }
        defer { close(descriptor) }
        // Reserved now, because a store into a page that the file system has no room for is a bus error too.
        let error = posix_fallocate(descriptor, 0, off_t(byteCount))
        guard error == 0 else { throw Self.failure("cannot reserve \(byteCount) bytes for \(path)", error) }
        let mapping = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let mapping, mapping != MAP_FAILED else { throw Self.failure("cannot map \(path)", errno) }
        base = mapping
        self.byteCount = byteCount
    }

    /// A copy of a file's contents, cut at the length of the longest log.
    convenience init(reading path: String) throws(NVMeError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("cannot read the command log \(path)", errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("cannot read the command log \(path)", errno) }
        let longest = LogFileHeader.byteCount + LogFileHeader.greatestCapacity * LogRecord.byteCount
        let length = min(max(Int(status.st_size), 0), longest)
        try self.init(max(length, LogFileHeader.byteCount))
        var position = 0
        while position < length {
            let count = read(descriptor, base + position, length - position)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure("cannot read the command log \(path)", errno) }
            guard count > 0 else { break }
            position += count
        }
    }

    deinit { munmap(base, byteCount) }

    private static func failure(_ problem: String, _ error: Int32) -> NVMeError {
        .pcie(
            .environment(
                problem: "\(problem): \(String(cString: strerror(error)))",
                fix: "name a folder or file that this user may use"))
    }
}
