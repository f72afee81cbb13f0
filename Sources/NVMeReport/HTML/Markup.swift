import NVMeWorkload

/// Text of an HTML or SVG document; every value that comes from elsewhere goes through `escaped`.
enum Markup {
    /// Text in which nothing is markup, also inside of a quoted attribute. Characters that XML forbids become U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            default: result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    /// Controls, directional overrides (which reorder the text around them) and non-characters.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// An element with escaped text.
    static func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) -> String {
        element(name, attributes, escaped(text))
    }

    /// An element with markup inside.
    static func element(_ name: String, _ content: String) -> String { element(name, [:], content) }

    /// An element with attributes and markup inside.
    static func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String) -> String {
        "<\(name)\(list(attributes))>\(content)</\(name)>"
    }

    /// An element without content.
    static func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) -> String {
        "<\(name)\(list(attributes))/>"
    }

    private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }

    /// A coordinate with one digit behind the point; 0 for what is no number.
    static func number(_ value: Double) -> String { value.isFinite ? Figures.decimal(value, places: 1) : "0" }
}
