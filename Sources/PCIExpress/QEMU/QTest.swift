import CNVMeHost
import Glibc

/// QEMU's qtest protocol: one line of text for each bus access, answered by one line.
///
/// Not for several threads: `QEMUMachine` holds its lock around every call.
final class QTest {
    enum Failure: Error {
        /// QEMU has gone.
        case hungUp
        /// No answer within the time limit.
        case timedOut
        /// An answer that is not the protocol's.
        case refused(String)
    }

    private let socket: OwnedDescriptor
    /// How long an access may wait for its answer.
    var timeLimitNanoseconds: UInt64
    private var input: [UInt8] = []
    /// Writes that were sent and not yet acknowledged.
    private var posted = 0
    /// More would only fill the socket, and a QEMU that blocks on its answer does not read.
    private static let maximumPosted = 32

    init(socket: OwnedDescriptor, timeLimitSeconds: UInt64) {
        self.socket = socket
        timeLimitNanoseconds = timeLimitSeconds * 1_000_000_000
    }

    /// Reads memory or registers at a physical address.
    func read(_ address: UInt64, _ width: AccessWidth) throws(Failure) -> UInt64 {
        try exchange("read\(width.qtestLetter) 0x\(String(address, radix: 16))\n") & width.allOnes
    }

    /// Writes memory or registers. Like a write on the bus it is posted: done before any later access, not before this returns.
    func write(_ address: UInt64, _ value: UInt64, _ width: AccessWidth) throws(Failure) {
        let value = String(value & width.allOnes, radix: 16)
        let deadline = nextDeadline
        try send("write\(width.qtestLetter) 0x\(String(address, radix: 16)) 0x\(value)\n", deadline)
        posted += 1
        if posted >= Self.maximumPosted { try collectPosted(deadline) }
    }

    /// Writes a 32-bit I/O port.
    func output(port: UInt16, _ value: UInt32) throws(Failure) {
        _ = try exchange("outl 0x\(String(port, radix: 16)) 0x\(String(value, radix: 16))\n")
    }

    /// False when the other end has closed.
    var isConnected: Bool {
        var poller = pollfd(fd: socket.rawValue, events: 0, revents: 0)
        return poll(&poller, 1, 0) == 0
    }

    private var nextDeadline: UInt64 { nvme_monotonic_nanoseconds() &+ timeLimitNanoseconds }

    private func exchange(_ line: String) throws(Failure) -> UInt64 {
        let deadline = nextDeadline
        try send(line, deadline)
        try collectPosted(deadline)
        return try receiveAnswer(deadline)
    }

    private func collectPosted(_ deadline: UInt64) throws(Failure) {
        while posted > 0 {
            _ = try receiveAnswer(deadline)
            posted -= 1
        }
    }

    private func receiveAnswer(_ deadline: UInt64) throws(Failure) -> UInt64 {
        while true {
            let words = try receiveLine(deadline).split(separator: " ")
            switch words.first {
            case "OK": return Self.number(words.dropFirst().first)
            case "IRQ": continue  // An interrupt line of the machine changed: not an answer.
            default: throw .refused(words.joined(separator: " "))
            }
        }
    }

    private static func number(_ word: Substring?) -> UInt64 {
        guard let word, word.hasPrefix("0x") else { return 0 }
        return UInt64(word.dropFirst(2), radix: 16) ?? 0
    }

    private func send(_ line: String, _ deadline: UInt64) throws(Failure) {
        let bytes = Array(line.utf8)
        var sent = 0
        while sent < bytes.count {
            // MSG_NOSIGNAL: a QEMU that has gone must not end our process with SIGPIPE.
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    socket.rawValue, $0.baseAddress.map { $0 + sent }, bytes.count - sent,
                    CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, deadline)
            } else if errno != EINTR {
                throw .hungUp
            }
        }
    }

    private func receiveLine(_ deadline: UInt64) throws(Failure) -> String {
        while true {
            if let end = input.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: input[..<end], as: UTF8.self)
                input.removeSubrange(...end)
                return line
            }
            // The protocol's answers are short; more than this is nonsense.
            guard input.count < 4096 else { throw .refused("a line of \(input.count) bytes") }
            try wait(for: POLLIN, deadline)
            try receive()
        }
    }

    private func receive() throws(Failure) {
        var bytes: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
        let count = withUnsafeMutableBytes(of: &bytes) {
            let count = recv(socket.rawValue, $0.baseAddress, $0.count, CInt(MSG_DONTWAIT))
            if count > 0 { input.append(contentsOf: $0.prefix(count)) }
            return count
        }
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { throw .hungUp }
    }

    private func wait(for events: CInt, _ deadline: UInt64) throws(Failure) {
        let now = nvme_monotonic_nanoseconds()
        guard now < deadline else { throw .timedOut }
        var poller = pollfd(fd: socket.rawValue, events: Int16(events), revents: 0)
        _ = poll(&poller, 1, CInt(clamping: (deadline - now) / 1_000_000 + 1))
    }
}

extension AccessWidth {
    fileprivate var qtestLetter: Character {
        switch self {
        case .byte: "b"
        case .word: "w"
        case .dword: "l"
        case .qword: "q"
        }
    }
}
