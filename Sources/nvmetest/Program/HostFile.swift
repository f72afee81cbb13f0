import Glibc

/// Files that are named on the command line: whole contents in, whole contents out.
enum HostFile {
    /// Everything in a file, a pipe or a device.
    ///
    /// - Throws: `EnvironmentError` when it cannot be read; `UsageError` when there are more than `limit` bytes.
    static func contents(of path: String, limit: Int) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read", path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", path) }
            guard count > 0 else { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= limit else {
                throw UsageError("'\(path)' has more than \(limit) bytes, the most that one command takes")
            }
        }
    }

    /// Makes the file, or replaces what it holds.
    ///
    /// - Throws: `EnvironmentError` when that is not possible, a full disk included.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure("write", path) }
        let error = bytes.withUnsafeBytes { write($0, to: descriptor) }
        // Some file systems tell only now that there was no room.
        let closeError = close(descriptor) == 0 ? 0 : errno
        guard error == 0, closeError == 0 else { throw failure("write", path, error != 0 ? error : closeError) }
    }

    /// Writes all of it; the error number, or 0.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> CInt {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    private static func failure(_ verb: String, _ path: String, _ error: CInt = errno) -> EnvironmentError {
        EnvironmentError("cannot \(verb) '\(path)': \(String(cString: strerror(error)))")
    }
}
