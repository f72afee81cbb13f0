import NVMe
import NVMeWorkload

/// Reads the texts of job parameters; nil for what is wrong.
enum JobText {
    /// Assigns a value that was read; false when there is none.
    static func set<Value>(_ field: inout Value, _ value: Value?) -> Bool {
        guard let value else { return false }
        field = value
        return true
    }

    static func set<Value>(_ field: inout Value?, _ value: Value?) -> Bool {
        guard let value else { return false }
        field = value
        return true
    }

    /// `4k`, `4k-64k`, or fio's `4k/60:64k/40`.
    static func sizes(_ text: String) -> JobSettings.Sizes? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        if ends.count == 2 {
            guard let low = positive(ends[0]), let high = positive(ends[1]), low <= high else { return nil }
            return .range(low...high)
        }
        var weights: [UInt64: Int] = [:]
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "/", omittingEmptySubsequences: false)
            guard let size = pair.first.flatMap(positive), pair.count <= 2 else { return nil }
            let weight = pair.count == 2 ? Int(pair[1]) : 1
            guard let weight, weight > 0, weight <= 10_000, weights[size] == nil else { return nil }
            weights[size] = weight
        }
        return .weighted(weights)
    }

    private static func positive(_ text: Substring) -> UInt64? {
        BinarySize(parsing: String(text)).flatMap { $0.count > 0 ? $0.count : nil }
    }

    /// `4G` or `50%`.
    static func amount(_ text: String) -> JobSettings.Amount? {
        guard text.last == "%" else { return BinarySize(parsing: text).map { .bytes($0.count) } }
        return percent(String(text.dropLast())).map { .percent(UInt64($0)) }
    }

    /// `START-END` or `START+SIZE`; both ends in bytes or both in percent where the end is given.
    static func region(_ text: String) -> (JobSettings.Amount, JobSettings.Amount?)? {
        guard let sign = text.firstIndex(where: { "-+".contains($0) }),
            let start = amount(String(text[..<sign])), let second = amount(String(text[text.index(after: sign)...]))
        else { return nil }
        if text[sign] == "+" { return (start, second) }
        switch (start, second) {
        case (.bytes(let low), .bytes(let high)): return low < high ? (start, .bytes(high - low)) : nil
        case (.percent(let low), .percent(let high)): return low < high ? (start, .percent(high - low)) : nil
        case (.bytes(0), .percent): return (start, second)
        default: return nil
        }
    }

    /// `8k`, `0` or `-8k`.
    static func signedSize(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        guard let size = BinarySize(parsing: isNegative ? String(text.dropFirst()) : text),
            let count = Int64(exactly: size.count)
        else { return nil }
        return isNegative ? -count : count
    }

    /// Numbers and ranges of them: `0,2,4-7`; nil for anything else, and for more than 4,096.
    static func numbers(_ text: String) -> [Int]? {
        var numbers: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt16($0).map(Int.init) }
            guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil, low <= high,
                numbers.count + high - low < 4096
            else { return nil }
            numbers += low...high
        }
        return numbers
    }

    static func positiveCount(_ text: String) -> Int? { CountText.parse(text).flatMap { $0 > 0 ? $0 : nil } }

    /// fio's parameters that are switched on may have no value.
    static func flag(_ text: String) -> Bool? {
        switch text {
        case "", "1", "true", "yes", "on": true
        case "0", "false", "no", "off": false
        default: nil
        }
    }

    /// `10k/30s,50k/1m,100k`: only the last may have no time.
    static func rateSteps(_ text: String) -> [RateStep]? {
        var steps: [RateStep] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard steps.allSatisfy({ $0.time != nil }), pair.count <= 2, let rate = positiveCount(pair[0]) else {
                return nil
            }
            let time = pair.count == 2 ? DurationText.parse(pair[1]) : nil
            guard pair.count == 1 || time.map({ $0 > .zero }) == true else { return nil }
            steps.append(RateStep(iops: rate, time: time))
        }
        return steps
    }

    static func percent(_ text: String) -> Int? { Int(text).flatMap { (0...100).contains($0) ? $0 : nil } }

    /// `read=60,write=30,deallocate=10`.
    static func mix(_ text: String) -> [Operation: Int]? {
        var mix: [Operation: Int] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard pair.count == 2, let share = percent(pair[1]), let operation = operation(pair[0]),
                mix[operation] == nil
            else { return nil }
            mix[operation] = share
        }
        return mix.values.reduce(0, +) == 100 ? mix : nil
    }

    /// A name, or any opcode as `0xc1`.
    private static func operation(_ text: String) -> Operation? {
        if let known = operations[text] { return known }
        return text.hasPrefix("0x") ? UInt8(text.dropFirst(2), radix: 16).map(Operation.init) : nil
    }

    private static let operations: [String: Operation] = [
        "read": .read, "write": .write, "flush": .flush, "compare": .compare, "verify": .verify, "trim": .deallocate,
        "deallocate": .deallocate, "writezeroes": .writeZeroes, "writeuncorrectable": .writeUncorrectable,
    ]

    static func pattern(_ text: String) -> WritePattern? {
        switch text {
        case "zeros", "zeroes", "0": return .zeros
        case "ones": return .ones
        case "random": return .random(percent: 100)
        default:
            if text.hasPrefix("random:") { return percent(String(text.dropFirst(7))).map { .random(percent: $0) } }
            return text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16).map { .repeated($0) } : nil
        }
    }

    /// Our names, and fio's for checksums.
    static func verification(_ text: String) -> VerificationLevel? {
        switch text {
        case "off", "0", "false": .off
        case "stamp": .stamps
        case "full", "crc32c", "crc32c-intel": .checksums
        default: nil
        }
    }
}

extension VerificationLevel {
    /// As `--verify` takes it.
    var name: String {
        switch self {
        case .off: "off"
        case .stampOnWrite: "stamp on write"
        case .stamps: "stamp"
        case .checksums: "full"
        }
    }
}
