/// Flaws as text: `NAME:key=value:key=value,NAME…`, as `lose-write:lba=100-199:nth=3,flip-bit:byte=77:bit=2`.
///
/// `docs/flaws.md` describes each of them.
struct FlawText {
    static let form = "flaws separated by commas, such as lose-write:lba=8-15:nth=3 or flip-bit:byte=77:bit=2"

    /// A number that a flaw has of its own.
    struct Key: Sendable {
        let name: String
        /// What it is when it is not given.
        let standard: Int
        let range: ClosedRange<Int>
    }

    struct Row: Sendable {
        let name: String
        let keys: [Key]
        /// Takes the values of `keys`, each in its range.
        let make: @Sendable ([Int]) -> Flaw.Effect
        /// Which of the keys `lba` and `op` mean something: those of the access that the flaw waits for.
        let triggers: [String]

        init(_ name: String, _ keys: [Key] = [], _ make: @escaping @Sendable ([Int]) -> Flaw.Effect) {
            self.name = name
            self.keys = keys
            self.make = make
            switch make(keys.map(\.standard)).occasion {
            case .read, .write, .powerLoss: triggers = ["lba", "nth", "p"]
            case .flush: triggers = ["nth", "p"]
            case .completion: triggers = ["lba", "nth", "p", "op"]
            }
        }

        var allKeys: [String] { keys.map(\.name) + triggers }
    }

    private static let farthest = 1 << 40
    private static let distance = Key(name: "by", standard: 1, range: -farthest...farthest)

    /// The flaws by name.
    static let table: [Row] = [
        Row(
            "flip-bit", [Key(name: "byte", standard: 0, range: 0...65535), Key(name: "bit", standard: 0, range: 0...7)]
        ) { .flipBit(byte: $0[0], bit: $0[1]) },
        Row("stale-read") { _ in .staleRead },
        Row("misdirected-read", [distance]) { .misdirectedRead(blocks: $0[0]) },
        Row("zeros") { _ in .zeros },
        Row("ones") { _ in .ones },
        Row("shift", [Key(name: "bytes", standard: 8, range: -65535...65535)]) { .shift(bytes: $0[0]) },
        Row("hide-uncorrectable") { _ in .hideUncorrectable },
        Row("lose-write") { _ in .loseWrite },
        Row("misdirected-write", [distance]) { .misdirectedWrite(blocks: $0[0]) },
        Row("torn-block", [Key(name: "sectors", standard: 1, range: 0...128)]) { .tornBlock(sectors: $0[0]) },
        Row("torn-write", [Key(name: "blocks", standard: 1, range: 0...65536)]) { .tornWrite(blocks: $0[0]) },
        Row("ignore-flush") { _ in .ignoreFlush },
        Row("forget") { _ in .forgetAtPowerLoss },
        Row("status", [Key(name: "code", standard: 6, range: 0...0x7FF)]) {
            .status(UInt16(truncatingIfNeeded: $0[0]))
        },
        Row("no-answer") { _ in .noAnswer },
        Row("answer-twice") { _ in .answerTwice },
        Row("wrong-cid", [Key(name: "by", standard: 1, range: -65535...65535)]) {
            .wrongCommandIdentifier(offset: $0[0])
        },
        Row("wrong-phase") { _ in .wrongPhase },
        Row("stall", [Key(name: "ms", standard: 100, range: 0...3_600_000)]) {
            .stall(nanoseconds: UInt64($0[0]) * 1_000_000)
        },
    ]

    /// What is wrong with a text, and with which word of it.
    struct Problem: Error, Equatable {
        let word: String
        let flaw: String
        let reason: String

        /// As the end of a sentence that begins with the parameter's name.
        var description: String {
            (word == flaw ? "has '\(word)': " : "has '\(word)' in '\(flaw)': ") + reason
        }
    }

    static func parse(_ text: String) throws(Problem) -> [Flaw] {
        guard !text.isEmpty else { return [] }
        var flaws: [Flaw] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            flaws.append(try parseOne(String(part)))
        }
        return flaws
    }

    private static func parseOne(_ text: String) throws(Problem) -> Flaw {
        let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let name = words.first ?? ""
        guard let row = table.first(where: { $0.name == name }) else {
            let known = table.map(\.name).joined(separator: ", ")
            throw Problem(word: name, flaw: text, reason: "no flaw has this name; there are \(known)")
        }
        var values = row.keys.map(\.standard)
        var flaw = Flaw(row.make(values))
        var seen: Set<String> = []
        for word in words.dropFirst() {
            func fail(_ reason: String) -> Problem { Problem(word: word, flaw: text, reason: reason) }
            let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard pair.count == 2 else { throw fail("this is not of the form key=value") }
            guard row.allKeys.contains(pair[0]) else {
                throw fail("\(name) has no key '\(pair[0])'; it has \(row.allKeys.joined(separator: ", "))")
            }
            guard seen.insert(pair[0]).inserted else { throw fail("\(pair[0]) is given twice") }
            if let index = row.keys.firstIndex(where: { $0.name == pair[0] }) {
                let range = row.keys[index].range
                guard let value: Int = number(pair[1]), range.contains(value) else {
                    throw fail("it must be a number from \(range.lowerBound) to \(range.upperBound)")
                }
                values[index] = value
            } else if let reason = trigger(pair[0], pair[1], &flaw) {
                throw fail(reason)
            }
        }
        flaw.effect = row.make(values)
        return flaw
    }

    /// Decimal, or hexadecimal behind 0x.
    private static func number<Number: FixedWidthInteger>(_ text: some StringProtocol) -> Number? {
        text.hasPrefix("0x") ? Number(text.dropFirst(2), radix: 16) : Number(text)
    }

    /// Takes a key that says when a flaw strikes. Returns what is wrong with its value.
    private static func trigger(_ key: String, _ value: String, _ flaw: inout Flaw) -> String? {
        switch key {
        case "lba":
            let ends = value.split(separator: "-", omittingEmptySubsequences: false).map { number($0) as UInt64? }
            guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, last < .max else {
                return "it must be a block such as 8, or the first and the last such as 8-15"
            }
            guard first <= last else { return "the first block lies behind the last" }
            flaw.blocks = first..<last + 1
        case "nth":
            guard let nth: Int = number(value), nth > 0 else { return "it must be a number from 1 on" }
            flaw.nth = nth
        case "p":
            guard let chance = Double(value), (0...1).contains(chance) else { return "it must lie between 0 and 1" }
            flaw.probability = chance
        default:
            guard let opcode: UInt8 = number(value) else {
                return "it must be an opcode from 0 to 255"
            }
            flaw.opcode = opcode
        }
        return nil
    }
}
