import Glibc
import NVMeSpec

extension CommandLog {
    /// The newest commands in words, newest first, two lines each.
    ///
    /// - Parameter count: how many at most; nil for all that are remembered.
    public func text(_ count: Int? = nil) -> String {
        entries(count).map(\.description).joined(separator: "\n")
    }
}

extension CommandLogEntry: CustomStringConvertible {
    /// Time and decoded command, then its completion or that it is outstanding.
    public var description: String {
        let line = CommandDescription.line(of: command, queueID: queueID, isAdmin: queueID == 0)
        let head = "\(number), \(timeText(submittedNanoseconds)) \(line)"
        guard let completion, let latency else { return head + "\n    outstanding" }
        return head + "\n    \(CommandDescription.line(of: completion)) latency:\(microseconds(latency))us"
    }
}

func opcodeName(_ opcode: UInt8, isAdmin: Bool) -> String {
    CommandDescription.name(ofOpcode: opcode, isAdmin: isAdmin)
}

func statusText(_ status: Status) -> String {
    "\(status.code.name) (\(status.code.pair))\(status.doNotRetry ? ", do not retry" : "")"
}

func hexByte(_ value: UInt8) -> String { padded(String(value, radix: 16), to: 2) }
func hexDword(_ value: UInt32) -> String { padded(String(value, radix: 16), to: 8) }

func padded(_ text: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - text.count)) + text
}

private func microseconds(_ duration: Duration) -> UInt64 { duration.wholeNanoseconds / 1000 }

/// `YYYY-mm-dd HH:MM:SS.uuuuuu` in local time.
private func timeText(_ nanoseconds: UInt64) -> String {
    var seconds = time_t(nanoseconds / 1_000_000_000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return "\(nanoseconds)" }
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let clock = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
    let micro = padded("\(nanoseconds / 1000 % 1_000_000)", to: 6)
    return date.map { padded("\($0)", to: 2) }.joined(separator: "-") + " "
        + clock.map { padded("\($0)", to: 2) }.joined(separator: ":") + ".\(micro)"
}
