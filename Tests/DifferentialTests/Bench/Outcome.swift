import NVMe

/// A part of the data that a case compares: a field of a structure, or a run of bytes.
struct Shown: Sendable {
    let name: String
    let range: Range<Int>

    init(_ name: String, _ range: Range<Int>) {
        self.name = name
        self.range = range
    }
}

extension Bench {
    /// What a command came to, in words: status without its hints, dword 0 and data of a success.
    ///
    /// Dword 0 appears where it is not zero. It means nothing in a failure, except where a case says so.
    func outcome(_ completion: Completion, _ shown: [Shown] = [], failureDword: Bool = false) -> String {
        let code = completion.code
        guard code == .success || failureDword else { return "\(code.name) (\(code.pair))" }
        var words = [code == .success ? "Success" : "\(code.name) (\(code.pair))"]
        if completion.dw0 != 0 { words.append("dword 0 \(hexadecimal(completion.dw0))") }
        if code == .success { words += shown.map { "\($0.name) \(text(of: $0.range))" } }
        return words.joined(separator: ", ")
    }

    /// A number for up to eight bytes, otherwise what they are filled with, or a sum of them.
    func text(of range: Range<Int>) -> String {
        let bytes = data[range].bytes
        if bytes.count <= 8 { return hexadecimal(bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }) }
        if let first = bytes.first, bytes.allSatisfy({ $0 == first }) {
            return "\(bytes.count) × \(hexadecimal(first))"
        }
        let sum = bytes.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return "\(bytes.count) bytes of sum \(hexadecimal(sum))"
    }
}

func hexadecimal(_ value: some BinaryInteger) -> String { String(value, radix: 16, uppercase: true) + "h" }
