/// Parameters of a device that is made to order, as they stand in its address: `mdts=512k&namespaces=2`.
///
/// Each is taken once by its name; `finish` refuses what nobody took.
public struct DeviceParameters {
    private var left: [String: String]
    private var known: [String] = []

    public init(_ values: [String: String]) {
        left = values
    }

    /// The value as written; nil when it is not given.
    public mutating func text(_ name: String) -> String? {
        known.append(name)
        return left.removeValue(forKey: name)
    }

    /// A number, decimal or hexadecimal after `0x`, with an optional suffix k, M, G or T.
    ///
    /// - Throws: `invalidParameter` for anything else, and outside of `range`.
    public mutating func integer(_ name: String, in range: ClosedRange<Int>) throws(PCIeError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let count = BinarySize(parsing: text)?.count, let value = Int(exactly: count), range.contains(value)
        else {
            throw .invalidParameter(
                name: name,
                problem: "is '\(text)', and must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// `1`, `on`, `yes`, `true`, or the opposites.
    public mutating func flag(_ name: String) throws(PCIeError) -> Bool? {
        guard let text = text(name) else { return nil }
        switch text {
        case "1", "on", "yes", "true": return true
        case "0", "off", "no", "false": return false
        default: throw .invalidParameter(name: name, problem: "is '\(text)', and must be 1 or 0")
        }
    }

    /// One of the listed numbers.
    public mutating func integer(_ name: String, oneOf values: [Int]) throws(PCIeError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let count = BinarySize(parsing: text)?.count, let value = Int(exactly: count), values.contains(value)
        else {
            let list = values.map(String.init).joined(separator: ", ")
            throw .invalidParameter(name: name, problem: "is '\(text)', and must be one of \(list)")
        }
        return value
    }

    /// Throws `invalidParameter` that names a parameter which nobody took, and all that there are.
    public func finish() throws(PCIeError) {
        guard let stranger = left.keys.min() else { return }
        throw .invalidParameter(
            name: stranger, problem: "is unknown; the parameters are \(known.sorted().joined(separator: ", "))")
    }
}
