/// A value of a JSON document, with the members of an object in the order in which they were written.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// Exact, whatever its size: JSON has no limit, and readers such as Python's keep all digits.
    case integer(Int128)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Sendable, Equatable {
        public let name: String
        public let value: JSONValue

        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// An integer of any type.
    public static func count(_ value: some FixedWidthInteger) -> JSONValue {
        if let value = Int128(exactly: value) { .integer(value) } else { .string("\(value)") }
    }

    /// A time, exact to the microsecond.
    public static func seconds(_ value: Double) -> JSONValue { .number((value * 1e6).rounded() / 1e6) }

    public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .integer(Int128(value)) }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: CustomStringConvertible {
    /// The document, indented by two spaces, without a final line break (RFC 8259).
    public var description: String { text(indent: "") }

    private func text(indent: String) -> String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .number(let value): value.isFinite ? "\(value)" : "null"
        case .string(let value): Self.quoted(value)
        case .array(let values): Self.block("[", values.map { $0.text(indent: indent + "  ") }, "]", indent: indent)
        case .object(let members):
            Self.block(
                "{", members.map { Self.quoted($0.name) + ": " + $0.value.text(indent: indent + "  ") }, "}",
                indent: indent)
        }
    }

    private static func block(_ open: String, _ items: [String], _ close: String, indent: String) -> String {
        guard !items.isEmpty else { return open + close }
        return "\(open)\n" + items.map { "\(indent)  \($0)" }.joined(separator: ",\n") + "\n\(indent)\(close)"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20:
                result += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
