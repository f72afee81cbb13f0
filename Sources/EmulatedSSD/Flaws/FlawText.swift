/// Flaws as text: `NAME:key=value:key=value,NAME…`, as `lose-write:lba=100-199:nth=3,flip-bit:byte=77:bit=2`.
///
/// Keys of every flaw: `lba` (a block, or first-last), `nth`, `p` (0 to 1), `op` (opcode, decimal).
struct FlawText {
    static let form = "flaws separated by commas, such as lose-write:lba=8-15:nth=3 or flip-bit:byte=77:bit=2"

    /// The flaws by name, and the keys that they have of their own.
    private static let table: [(name: String, make: @Sendable (inout Keys) -> Flaw.Effect?)] = [
        (
            "flip-bit",
            { keys in
                guard case .flipBit(let byte, _) = keys.take("byte", 0, { .flipBit(byte: $0, bit: 0) }) else {
                    return nil
                }
                return keys.take("bit", 0) { .flipBit(byte: byte, bit: $0) }
            }
        ),
        ("stale-read", { _ in .staleRead }),
        ("misdirected-read", { $0.take("by", 1) { .misdirectedRead(blocks: $0) } }),
        ("zeros", { _ in .zeros }),
        ("ones", { _ in .ones }),
        ("shift", { $0.take("bytes", 8) { .shift(bytes: $0) } }),
        ("hide-uncorrectable", { _ in .hideUncorrectable }),
        ("lose-write", { _ in .loseWrite }),
        ("misdirected-write", { $0.take("by", 1) { .misdirectedWrite(blocks: $0) } }),
        ("torn-block", { $0.take("sectors", 1) { .tornBlock(sectors: $0) } }),
        ("torn-write", { $0.take("blocks", 1) { .tornWrite(blocks: $0) } }),
        ("ignore-flush", { _ in .ignoreFlush }),
        ("forget", { _ in .forgetAtPowerLoss }),
        ("status", { $0.take("code", 6) { UInt16(exactly: $0).map { .status($0) } } }),
        ("no-answer", { _ in .noAnswer }),
        ("answer-twice", { _ in .answerTwice }),
        ("wrong-cid", { $0.take("by", 1) { .wrongCommandIdentifier(offset: $0) } }),
        ("wrong-phase", { _ in .wrongPhase }),
        ("stall", { $0.take("ms", 100) { UInt64(exactly: $0).map { .stall(nanoseconds: $0 &* 1_000_000) } } }),
    ]

    struct Keys {
        var values: [String: String] = [:]

        /// A number of the flaw's own, or what it is when it is not given; nil for what is no number.
        mutating func take(_ name: String, _ standard: Int, _ make: (Int) -> Flaw.Effect?) -> Flaw.Effect? {
            guard let text = values.removeValue(forKey: name) else { return make(standard) }
            return Int(text).flatMap(make)
        }
    }

    /// Nil when the text is not of the form.
    static func parse(_ text: String) -> [Flaw]? {
        var flaws: [Flaw] = []
        for part in text.split(separator: ",") {
            guard let flaw = parseOne(part) else { return nil }
            flaws.append(flaw)
        }
        return flaws
    }

    private static func parseOne(_ text: Substring) -> Flaw? {
        let words = text.split(separator: ":")
        guard let name = words.first, let row = table.first(where: { $0.name == name }) else { return nil }
        var keys = Keys()
        for word in words.dropFirst() {
            let pair = word.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { return nil }
            keys.values[String(pair[0])] = String(pair[1])
        }
        guard let effect = row.make(&keys) else { return nil }
        var flaw = Flaw(effect)
        guard takeTrigger(&keys, &flaw), keys.values.isEmpty else { return nil }
        return flaw
    }

    private static func takeTrigger(_ keys: inout Keys, _ flaw: inout Flaw) -> Bool {
        if let text = keys.values.removeValue(forKey: "lba") {
            let ends = text.split(separator: "-").map { UInt64($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                last < .max
            else { return false }
            flaw.blocks = first..<last + 1
        }
        if let text = keys.values.removeValue(forKey: "nth") {
            guard let nth = Int(text), nth > 0 else { return false }
            flaw.nth = nth
        }
        if let text = keys.values.removeValue(forKey: "p") {
            guard let probability = Double(text), (0...1).contains(probability) else { return false }
            flaw.probability = probability
        }
        if let text = keys.values.removeValue(forKey: "op") {
            guard let opcode = UInt8(text) else { return false }
            flaw.opcode = opcode
        }
        return true
    }
}
