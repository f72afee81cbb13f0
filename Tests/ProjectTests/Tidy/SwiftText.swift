/// Swift source with its comments and string literals blanked out, line for line, so that braces and words can be counted.
struct SwiftText {
    let code: String

    init(_ source: String) {
        var scanner = Scanner(source: Array(source.utf8))
        code = scanner.blanked()
    }

    /// A function, initialiser or subscript with the lines that it spans, signature included.
    struct Function {
        let name: String
        let firstLine: Int
        let lineCount: Int
    }

    /// Every declaration that starts with one of the words and has a body.
    var functions: [Function] {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.compactMap { start in
            guard let name = Self.declaredName(in: lines[start]) else { return nil }
            guard let end = Self.lastLine(ofBodyStartingAt: start, in: lines) else { return nil }
            return Function(name: name, firstLine: start + 1, lineCount: end - start + 1)
        }
    }

    private static func declaredName(in line: Substring) -> String? {
        let pattern = /(?:^|\s)(?:func\s+([^\s(<]+)|(init|subscript)[?!]?\s*[(<]|(deinit)\s*\{)/
        guard let match = line.firstMatch(of: pattern), !line.contains("self.init("), !line.contains("super.init(")
        else { return nil }
        return String(match.1 ?? match.2 ?? match.3 ?? "?")
    }

    /// The line on which the first brace that opens outside parentheses closes again; nil for a protocol's requirement.
    private static func lastLine(ofBodyStartingAt start: Int, in lines: [Substring]) -> Int? {
        var braces = 0
        var parentheses = 0
        for index in start..<lines.count {
            for character in lines[index].utf8 {
                switch character {
                case UInt8(ascii: "("): parentheses += 1
                case UInt8(ascii: ")"): parentheses -= 1
                case UInt8(ascii: "{"): braces += 1
                case UInt8(ascii: "}"):
                    braces -= 1
                    if braces < 0 { return nil }
                    if braces == 0, parentheses <= 0 { return index }
                default: break
                }
            }
            let signatureGoesOn = parentheses > 0 || index + 1 < lines.count && lines[index + 1].contains("{")
            if braces == 0, !signatureGoesOn { return nil }
        }
        return nil
    }
}

extension SwiftText {
    /// Walks the bytes once; everything inside comments and string literals becomes a space.
    fileprivate struct Scanner {
        let source: [UInt8]
        var position = 0
        var output: [UInt8] = []

        mutating func blanked() -> String {
            while position < source.count {
                if starts(with: "//") {
                    skip { $0.current == UInt8(ascii: "\n") }
                } else if starts(with: "/*") {
                    skip(past: "*/")
                } else if starts(with: "#\"") {
                    skip(past: "\"#")
                } else if starts(with: "\"\"\"") {
                    skip(past: "\"\"\"")
                } else if current == UInt8(ascii: "\"") {
                    skipStringLiteral()
                } else {
                    output.append(current)
                    position += 1
                }
            }
            return String(decoding: output, as: UTF8.self)
        }

        var current: UInt8 { source[position] }

        func starts(with text: String) -> Bool {
            source[position...].starts(with: text.utf8)
        }

        mutating func blank(_ count: Int = 1) {
            for _ in 0..<count where position < source.count {
                output.append(current == UInt8(ascii: "\n") ? current : UInt8(ascii: " "))
                position += 1
            }
        }

        mutating func skip(until atEnd: (Scanner) -> Bool) {
            while position < source.count, !atEnd(self) { blank() }
        }

        mutating func skip(past end: String) {
            blank(end.utf8.count)
            skip { $0.starts(with: end) }
            blank(end.utf8.count)
        }

        mutating func skipStringLiteral() {
            blank()
            while position < source.count, current != UInt8(ascii: "\""), current != UInt8(ascii: "\n") {
                if starts(with: "\\(") {
                    skipInterpolation()
                } else {
                    blank(current == UInt8(ascii: "\\") ? 2 : 1)
                }
            }
            blank()
        }

        mutating func skipInterpolation() {
            blank()
            var depth = 0
            repeat {
                if current == UInt8(ascii: "\"") {
                    skipStringLiteral()
                    continue
                }
                if current == UInt8(ascii: "(") { depth += 1 }
                if current == UInt8(ascii: ")") { depth -= 1 }
                blank()
            } while position < source.count && depth > 0
        }
    }
}
