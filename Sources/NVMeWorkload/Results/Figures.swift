/// Numbers as people read them: three significant digits and a unit, or all digits in groups of three.
public enum Figures {
    /// Nanoseconds as `999 ns`, `12.3 µs`, `1.23 ms`, `4.56 s`.
    public static func latency(_ nanoseconds: Double) -> String {
        scaled(nanoseconds, by: 1000, units: ["ns", "µs", "ms", "s"])
    }

    /// Nanoseconds as `999 ns`, `12.3 µs`, `1.23 ms`, `4.56 s`.
    public static func latency(_ nanoseconds: UInt64) -> String { latency(Double(nanoseconds)) }

    /// A rate or count as `999`, `12.3k`, `1.23M`, `4.56G`; powers of 1000.
    public static func short(_ value: Double) -> String {
        scaled(value, by: 1000, units: ["", "k", "M", "G", "T"], separator: "")
    }

    /// Bytes per second as `999 B/s`, `12.3 kB/s`, `1.23 GB/s`; powers of 1000.
    public static func bandwidth(_ bytesPerSecond: Double) -> String {
        scaled(bytesPerSecond, by: 1000, units: ["B/s", "kB/s", "MB/s", "GB/s", "TB/s"])
    }

    /// Bytes as the largest unit of 1024 that keeps them exact: `4 KiB`, `1536 MiB`, `513 B`.
    public static func bytes(_ count: UInt64) -> String {
        var value = count
        var unit = "B"
        for next in ["KiB", "MiB", "GiB", "TiB"] where value > 0 && value.isMultiple(of: 1024) {
            value /= 1024
            unit = next
        }
        return "\(value) \(unit)"
    }

    /// An integer with its digits in groups of three: `1,234,567`.
    public static func grouped(_ value: UInt64) -> String {
        var text = ""
        for (index, digit) in "\(value)".reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    /// The nearest integer with its digits in groups of three; `-` for what is none.
    public static func grouped(_ value: Double) -> String {
        UInt64(exactly: value.rounded()).map { grouped($0) } ?? "-"
    }

    /// A length of time as `12.3 ms`, `2.5 s`, `1 min 30 s`, `1 h 0 min 5 s`.
    public static func duration(_ seconds: Double) -> String {
        if seconds > 0, seconds < 0.1 { return latency(seconds * 1e9) }
        guard seconds.isFinite, seconds >= 60, seconds < 1e12 else { return "\(decimal(max(0, seconds), places: 2)) s" }
        let whole = UInt64(seconds.rounded())
        let hours = whole >= 3600 ? "\(whole / 3600) h " : ""
        return hours + "\(whole / 60 % 60) min \(whole % 60) s"
    }

    /// A decimal number with at most `places` digits behind the point, without trailing zeros.
    public static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "-" }
        var factor: Int64 = 1
        for _ in 0..<min(max(places, 0), 3) { factor *= 10 }
        let units = Int64((value * Double(factor)).rounded())
        var fraction = "\(units.magnitude % factor.magnitude + factor.magnitude)".dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        let sign = units < 0 ? "-" : ""
        return sign + "\(units.magnitude / factor.magnitude)" + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// A formatted number without the zeros that a round one ends with: `50.0k` as `50k`.
    package static func tick(_ text: String) -> String {
        var number = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count)
        guard number.contains(".") else { return text }
        while number.last == "0" { number.removeLast() }
        if number.last == "." { number.removeLast() }
        return String(number + unit)
    }

    private static func scaled(_ value: Double, by step: Double, units: [String], separator: String = " ") -> String {
        guard value.isFinite, value >= 0 else { return "-" }
        var value = value
        var index = 0
        // 999.5 would be printed as 1000.
        while value >= step - 0.5, index < units.count - 1 {
            value /= step
            index += 1
        }
        let places = index == 0 && value == value.rounded() ? 0 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0
        return fixed(value, places: places) + separator + units[index]
    }

    /// A decimal number with exactly `places` digits (0...3) behind the point.
    package static func fixed(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "-" }
        let text = decimal(value, places: places)
        guard places > 0 else { return text }
        let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
        return text + (digits == 0 ? "." : "") + String(repeating: "0", count: max(0, places - digits))
    }
}
