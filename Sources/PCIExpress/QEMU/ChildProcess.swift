import CNVMeHost
import Glibc
import Synchronization

/// A process of ours that does not outlive us, however we end.
///
/// It inherits one end of a socket pair, its lifeline. The kernel has orders to kill it when the other end closes, which
/// happens with `kill`, with the last reference to this object, and when our process dies. Before the kernel has them, the child is a
/// shell that waits for a word at a gate and ends when we die instead of saying it.
final class ChildProcess: Sendable {
    let identifier: pid_t
    /// What it wrote to its standard error.
    private let errors: OwnedDescriptor
    private let lifeline: Mutex<OwnedDescriptor?>
    private let exited = Mutex(false)

    /// Descriptors that the child inherits start at this number.
    static let firstDescriptor: CInt = 3

    /// Starts a program found in PATH.
    ///
    /// - Parameters:
    ///   - descriptors: become 3, 4, 5 ... in the child; it inherits no others.
    ///   - opensGate: false leaves the child before its gate, as our death at that moment would.
    /// - Throws: `environment` with `fix` when there is no such program.
    init(
        _ program: String, arguments: [String], descriptors: [OwnedDescriptor], fix: String, opensGate: Bool = true
    ) throws(PCIeError) {
        guard let path = Self.path(of: program) else {
            throw .environment(problem: "cannot run \(program): \(String(cString: strerror(ENOENT)))", fix: fix)
        }
        let errors = try OwnedDescriptor.memoryFile("swift-nvme-errors", byteCount: 0)
        let (ours, theirs) = try OwnedDescriptor.socketPair()
        let (gate, theirGate) = try OwnedDescriptor.socketPair()
        var request = SpawnRequest()
        defer { request.destroy() }
        try request.inherit(descriptors + [theirs], standardInput: theirGate, standardError: errors)
        let script = "read -r word && exec \"$0\" \"$@\" </dev/null"
        let (error, identifier) = request.spawn("/bin/sh", ["-c", script, path] + arguments)
        guard error == 0 else {
            throw .environment(problem: "cannot run /bin/sh: \(String(cString: strerror(error)))", fix: fix)
        }
        self.identifier = identifier
        self.errors = errors
        lifeline = Mutex(ours)
        Self.setKillOnHangUp(theirs.rawValue, identifier)
        if opensGate { _ = Glibc.send(gate.rawValue, "\n", 1, CInt(MSG_NOSIGNAL)) }
    }

    /// Where a program is, as PATH says.
    private static func path(of program: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    deinit { kill() }

    /// Makes the kernel send SIGKILL to the process when the peer of this socket closes. The order belongs to the open file,
    /// which the child shares, so it stays in force after our copy is closed.
    private static func setKillOnHangUp(_ socket: CInt, _ identifier: pid_t) {
        let setSignal: CInt = 10  // F_SETSIG, which glibc shows to GNU sources only
        _ = fcntl(socket, F_SETOWN, identifier)
        _ = fcntl(socket, setSignal, SIGKILL)
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_ASYNC)
    }

    /// Ends the process and waits until it is gone. Idempotent.
    func kill() {
        exited.withLock { exited in
            guard !exited else { return }
            Glibc.kill(identifier, SIGKILL)
            exited = Self.wait(identifier, 0)
        }
        cutLifeline()
    }

    /// Closes our end of the lifeline, as our death would.
    func cutLifeline() {
        lifeline.withLock { $0 = nil }
    }

    /// True until the process has ended; collects its exit status.
    var isRunning: Bool {
        exited.withLock { exited in
            if !exited { exited = Self.wait(identifier, WNOHANG) }
            return !exited
        }
    }

    /// The last lines that it wrote to its standard error, at most 2,000 bytes.
    var errorText: String {
        let size = Int(lseek(errors.rawValue, 0, SEEK_END))
        var bytes = [UInt8](repeating: 0, count: max(0, min(2000, size)))
        let count = pread(errors.rawValue, &bytes, bytes.count, max(0, size - bytes.count))
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }

    /// True when the process is gone: collected now, or by somebody else before.
    private static func wait(_ identifier: pid_t, _ options: CInt) -> Bool {
        while true {
            let result = waitpid(identifier, nil, options)
            if result < 0, errno == EINTR { continue }
            return result != 0
        }
    }
}

/// The arguments of one `posix_spawn`.
private struct SpawnRequest {
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
    private var copies: [OwnedDescriptor] = []

    init() {
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        // A process group of its own: a Ctrl-C at the terminal is ours to handle.
        posix_spawnattr_setpgroup(&attributes, 0)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    mutating func destroy() {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }

    mutating func inherit(
        _ descriptors: [OwnedDescriptor], standardInput: OwnedDescriptor, standardError: OwnedDescriptor
    ) throws(PCIeError) {
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        let all = [standardError] + descriptors
        // The sources are moved out of the way first, or one target could overwrite the next source.
        let beyond = ChildProcess.firstDescriptor + CInt(descriptors.count)
        let input = try OwnedDescriptor(duplicating: standardInput.rawValue, lowest: beyond)
        copies.append(input)
        posix_spawn_file_actions_adddup2(&actions, input.rawValue, 0)
        for (index, descriptor) in all.enumerated() {
            let copy = try OwnedDescriptor(duplicating: descriptor.rawValue, lowest: beyond)
            copies.append(copy)
            posix_spawn_file_actions_adddup2(&actions, copy.rawValue, 2 + CInt(index))
        }
        nvme_spawn_close_from(&actions, beyond)
    }

    /// The error number, 0 for success, and the child.
    mutating func spawn(_ program: String, _ arguments: [String]) -> (CInt, pid_t) {
        var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { argument in strdup(argument) }
        argv.append(nil)
        var environment: [UnsafeMutablePointer<CChar>?] = []
        for name in ["PATH", "LD_LIBRARY_PATH"] {
            if let value = getenv(name) { environment.append(strdup("\(name)=\(String(cString: value))")) }
        }
        environment.append(nil)
        defer { for string in argv + environment { free(string) } }
        var identifier: pid_t = 0
        let error = posix_spawnp(&identifier, program, &actions, &attributes, &argv, &environment)
        return (error, identifier)
    }
}
