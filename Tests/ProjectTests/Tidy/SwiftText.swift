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
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        return lines.indices.compactMap { start in
            guard let name = Self.declaredName(in: lines[start]) else { return nil }
            guard let end = Self.lastLine(ofBodyStartingAt: start, in: lines) else { return nil }
            return Function(name: name, firstLine: start + 1, lineCount: end - start + 1)
        }
    }

    /// The name that a line declares: the word after `func`, or `init`, `subscript`, `deinit` at the start of a declaration.
    private static func declaredName(in line: [UInt8]) -> String? {
        let words = line.split { $0 == UInt8(ascii: " ") }
        for (index, word) in words.enumerated() {
            if word.elementsEqual("func".utf8) {
                let name = words.dropFirst(index + 1).first?.prefix {
                    $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "<")
                }
                return name.map { String(decoding: $0, as: UTF8.self) }
            }
            for special in ["init", "subscript", "deinit"] where word.starts(with: special.utf8) {
                let rest = word.dropFirst(special.utf8.count).first
                if rest == nil || "(<?!".utf8.contains(rest ?? 0) { return special }
            }
            // Only attributes and modifiers stand before a declaration.
            guard word.allSatisfy({ isWordByte($0) || "@()".utf8.contains($0) }), !isStatement(word) else { return nil }
        }
        return nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isStatement(_ word: ArraySlice<UInt8>) -> Bool {
        ["let", "var", "return", "try", "if", "guard", "case", "for", "while"].contains { word.elementsEqual($0.utf8) }
    }

    /// The line on which the first brace that opens outside parentheses closes again; nil for a protocol's requirement.
    private static func lastLine(ofBodyStartingAt start: Int, in lines: [[UInt8]]) -> Int? {
        var braces = 0
        var parentheses = 0
        for index in start..<lines.count {
            for character in lines[index] {
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
            let signatureGoesOn =
                parentheses > 0 || index + 1 < lines.count && lines[index + 1].contains(UInt8(ascii: "{"))
            if braces == 0, !signatureGoesOn { return nil }
        }
        return nil
    }
}

extension SwiftText {
    /// Walks the bytes once; everything inside comments and string literals becomes a space.
    fileprivate struct Scanner {
        private var bytes: [UInt8]
        private var position = 0

        init(source: [UInt8]) {
            // Room behind the end, so that a look ahead needs no check.
            bytes = source + [0, 0, 0, 0]
        }

        mutating func blanked() -> String {
            let count = bytes.count - 4
            while position < count {
                let byte = bytes[position]
                if byte == Self.slash, bytes[position + 1] == Self.slash {
                    while position < count, bytes[position] != Self.newline { blank() }
                } else if byte == Self.slash, bytes[position + 1] == Self.star {
                    skip(past: Self.star, Self.slash)
                } else if byte == Self.hash, bytes[position + 1] == Self.quote {
                    skip(past: Self.quote, Self.hash)
                } else if byte == Self.quote {
                    skipStringLiteral()
                } else {
                    position += 1
                }
            }
            return String(decoding: bytes[..<count], as: UTF8.self)
        }

        private static let slash = UInt8(ascii: "/")
        private static let star = UInt8(ascii: "*")
        private static let hash = UInt8(ascii: "#")
        private static let quote = UInt8(ascii: "\"")
        private static let backslash = UInt8(ascii: "\\")
        private static let newline = UInt8(ascii: "\n")

        private var isAtEnd: Bool { position >= bytes.count - 4 }

        private mutating func blank() {
            if bytes[position] != Self.newline { bytes[position] = UInt8(ascii: " ") }
            position += 1
        }

        /// Blanks up to and including two bytes that follow each other.
        private mutating func skip(past first: UInt8, _ second: UInt8) {
            blank()
            blank()
            while !isAtEnd, bytes[position] != first || bytes[position + 1] != second { blank() }
            if !isAtEnd { blank() }
            if !isAtEnd { blank() }
        }

        private mutating func skipStringLiteral() {
            let isLong = bytes[position + 1] == Self.quote && bytes[position + 2] == Self.quote
            for _ in 0..<(isLong ? 3 : 1) { blank() }
            while !isAtEnd {
                let byte = bytes[position]
                if byte == Self.backslash, bytes[position + 1] == UInt8(ascii: "(") {
                    skipInterpolation()
                } else if byte == Self.backslash {
                    blank()
                    blank()
                } else if byte == Self.quote, !isLong {
                    return blank()
                } else if byte == Self.quote, bytes[position + 1] == Self.quote, bytes[position + 2] == Self.quote {
                    for _ in 0..<3 { blank() }
                    return
                } else {
                    if byte == Self.newline, !isLong { return }
                    blank()
                }
            }
        }

        private mutating func skipInterpolation() {
            blank()
            var depth = 0
            repeat {
                let byte = bytes[position]
                if byte == Self.quote {
                    skipStringLiteral()
                    continue
                }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                blank()
            } while !isAtEnd && depth > 0
        }
    }
}
