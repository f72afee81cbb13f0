import Glibc

/// A file that could not be written.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    public let path: String
    /// What the system says, e.g. "No space left on device".
    public let reason: String

    public var description: String { "cannot write '\(path)': \(reason)" }
}

/// Writes files so that a reader sees the old content or the new, never a part.
public enum AtomicFile {
    /// Writes to a temporary file beside `path`, then puts it in its place. Devices and pipes are written directly.
    ///
    /// Throws `FileError`, e.g. when the disk is full; the old file is untouched then, and no temporary one is left.
    public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
        let bytes = Array(bytes)
        var information = stat()
        if stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFREG {
            return try write(bytes, at: path, named: path, flags: O_WRONLY)
        }
        let temporary = "\(path).\(getpid()).tmp"
        do throws(FileError) {
            try write(bytes, at: temporary, named: path, flags: O_WRONLY | O_CREAT | O_EXCL)
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes text as UTF-8.
    public static func write(_ text: String, to path: String) throws(FileError) { try write(text.utf8, to: path) }

    private static func write(_ bytes: [UInt8], at place: String, named path: String, flags: CInt) throws(FileError) {
        let file = open(place, flags | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure(path) }
        var failed: FileError?
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                failed = failure(path)
                break
            }
            written += count
        }
        // A full disk may show only here; what cannot be synchronised (a pipe) answers EINVAL.
        if failed == nil, fsync(file) != 0, errno != EINVAL, errno != EROFS { failed = failure(path) }
        if close(file) != 0, failed == nil { failed = failure(path) }
        if let failed { throw failed }
    }

    private static func failure(_ path: String) -> FileError {
        FileError(path: path, reason: String(cString: strerror(errno)))
    }
}
