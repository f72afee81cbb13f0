/// Rows of text in aligned columns, never wider than 100 characters: the last column is wrapped.
public struct Table: Sendable {
    public static let maximumWidth = 100

    private let header: [String]
    private var rows: [[String]] = []

    public init(_ header: String...) { self.init(header: header) }

    public init(header: [String]) { self.header = header }

    public mutating func add(_ cells: String...) { rows.append(cells) }

    public mutating func add(_ cells: [String]) { rows.append(cells) }

    public var isEmpty: Bool { rows.isEmpty }

    /// The table with its header, each line without trailing spaces.
    public var lines: [String] {
        let all = [header] + rows
        let count = header.count
        let widths = (0..<count).map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        let head = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        let room = max(20, Self.maximumWidth - head)
        return all.flatMap { row in
            let wrapped = Self.wrap(row.count == count ? row.last ?? "" : "", width: room)
            return wrapped.enumerated().map { index, last in
                let cells = widths.dropLast().indices.map { column in
                    Self.padded(index == 0 && column < row.count ? row[column] : "", to: widths[column])
                }
                return Self.trimmed((cells + [last]).joined(separator: "  "))
            }
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// Breaks at spaces; a word longer than a line is cut.
    public static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var word = word[...]
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            while line.isEmpty, word.count > width {
                lines.append(String(word.prefix(width)))
                word = word.dropFirst(width)
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
    }
}
