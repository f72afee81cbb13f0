import Foundation
import Testing

/// A terminal of a given width that a program writes its errors to.
final class PseudoTerminal {
    private let screen: FileHandle
    private let program: FileHandle
    /// Exit status of what ran last.
    private(set) var status: Int32?

    /// TIOCSPTLCK and TIOCGPTN, which `unlockpt` and `ptsname` are made of and Swift cannot see.
    private static let lock: UInt = 0x4004_5431
    private static let terminalNumber: UInt = 0x8004_5430

    init(columns: UInt16) throws {
        let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(descriptor >= 0)
        screen = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        let isReady =
            ioctl(descriptor, Self.lock, &isLocked) == 0 && ioctl(descriptor, Self.terminalNumber, &number) == 0
        try #require(isReady)
        let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(other >= 0)
        program = FileHandle(fileDescriptor: other, closeOnDealloc: true)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        let hasSize = ioctl(other, UInt(TIOCSWINSZ), &size) == 0
        try #require(hasSize)
    }

    /// Runs `nvmetest` to its end and returns what came to the terminal. Sends a signal when `text` has been shown.
    func run(
        _ arguments: [String], terminal: String = "xterm", signal: Int32? = nil, after text: String = ""
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tool.path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = program
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("NVME_") }
        environment["TERM"] = terminal
        process.environment = environment
        try process.run()
        // With the last writer gone, reading ends with an error instead of waiting.
        try program.close()
        var shown: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        var pending = signal
        while true {
            let count = read(screen.fileDescriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            shown += chunk.prefix(count)
            if let signal = pending, String(decoding: shown, as: UTF8.self).contains(text) {
                pending = nil
                kill(process.processIdentifier, signal)
            }
        }
        process.waitUntilExit()
        status = process.terminationStatus
        return String(decoding: shown, as: UTF8.self)
    }
}
