/// A plot as inline SVG; colours come from the page's style sheet, so that they follow light and dark.
struct Plot: Sendable {
    struct Point: Sendable {
        var x: Double
        /// nil breaks the line.
        var y: Double?
    }

    enum Layer: Sendable {
        case line(name: String, color: Int, points: [Point])
        /// The area between the lowest and the highest value.
        case band(color: Int, low: [Point], high: [Point])
        /// Columns from the axis up, each as wide as from its x to the next one's.
        case columns(color: Int, points: [Point], end: Double)
        /// A labelled vertical line.
        case mark(name: String, x: Double)
    }

    var title: String
    /// What the reader must know to read it rightly.
    var caption: String
    var x: Axis
    var y: Axis
    var layers: [Layer]

    private static let width = 900.0
    private static let height = 260.0
    private static let left = 78.0
    private static let right = 40.0
    private static let top = 22.0
    private static let bottom = 28.0

    /// A `figure` element.
    var markup: String {
        let content = grid + layers.map(draw).joined()
        let svg = Markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": title,
                "viewBox": "0 0 \(Int(Self.width)) \(Int(Self.height))",
            ], content)
        return Markup.element(
            "figure", Markup.element("h2", text: title) + legend + svg + Markup.element("figcaption", text: caption))
            + "\n"
    }

    private var legend: String {
        let names = layers.compactMap { layer -> String? in
            guard case .line(let name, let color, _) = layer else { return nil }
            return Markup.element("span", ["class": "key"], "<i class=\"c\(color)\"></i>\(Markup.escaped(name))")
        }
        return names.count > 1 ? Markup.element("p", ["class": "legend"], names.joined()) : ""
    }

    private func place(x value: Double) -> Double? {
        x.position(value).map { Self.left + $0 * (Self.width - Self.left - Self.right) }
    }

    private func place(y value: Double) -> Double? {
        y.position(value).map { Self.height - Self.bottom - $0 * (Self.height - Self.top - Self.bottom) }
    }

    private var grid: String {
        var parts: [String] = []
        for tick in y.ticks {
            guard let at = place(y: tick).map(Markup.number) else { continue }
            parts.append(line("g", Markup.number(Self.left), at, Markup.number(Self.width - Self.right), at))
            parts.append(
                Markup.element(
                    "text", ["class": "ty", "x": Markup.number(Self.left - 8), "y": at], text: y.label(tick)))
        }
        let floor = Markup.number(Self.height - Self.bottom)
        for tick in x.ticks {
            guard let at = place(x: tick).map(Markup.number) else { continue }
            parts.append(line("g", at, Markup.number(Self.top), at, floor))
            parts.append(
                Markup.element(
                    "text", ["class": "tx", "x": at, "y": Markup.number(Self.height - 8)], text: x.label(tick)))
        }
        return parts.joined()
    }

    private func line(_ style: String, _ x1: String, _ y1: String, _ x2: String, _ y2: String) -> String {
        Markup.empty("line", ["class": style, "x1": x1, "y1": y1, "x2": x2, "y2": y2])
    }
}

extension Plot {
    private func draw(_ layer: Layer) -> String {
        switch layer {
        case .line(_, let color, let points): drawLine(points, color: color)
        case .band(let color, let low, let high): drawBand(low: low, high: high, color: color)
        case .columns(let color, let points, let end): drawColumns(points, end: end, color: color)
        case .mark(let name, let x): drawMark(name, x: x)
        }
    }

    private func coordinates(_ point: Point) -> (x: Double, y: Double)? {
        guard let value = point.y, let x = place(x: point.x), let y = place(y: value) else { return nil }
        return (x, y)
    }

    private func drawLine(_ points: [Point], color: Int) -> String {
        let runs = points.map(coordinates).split(whereSeparator: { $0 == nil }).map { $0.compactMap(\.self) }
        return runs.map { run in
            if run.count == 1, let only = run.first {
                return Markup.empty(
                    "circle",
                    ["class": "d c\(color)", "cx": Markup.number(only.x), "cy": Markup.number(only.y), "r": "2"])
            }
            return Markup.empty("polyline", ["class": "l c\(color)", "points": Self.list(run)])
        }.joined()
    }

    private func drawBand(low: [Point], high: [Point], color: Int) -> String {
        let pairs = zip(low, high).map { pair -> (low: (Double, Double), high: (Double, Double))? in
            guard let low = coordinates(pair.0), let high = coordinates(pair.1) else { return nil }
            return (low, high)
        }
        return pairs.split(whereSeparator: { $0 == nil }).map { run in
            let run = run.compactMap(\.self)
            return Markup.empty(
                "polygon", ["class": "b c\(color)", "points": Self.list(run.map(\.high) + run.reversed().map(\.low))])
        }.joined()
    }

    private func drawColumns(_ points: [Point], end: Double, color: Int) -> String {
        let floor = Self.height - Self.bottom
        let ends = points.dropFirst().map(\.x) + [end]
        return zip(points, ends).compactMap { point, end in
            guard let (x, y) = coordinates(point), let next = place(x: end) else { return nil }
            return Markup.empty(
                "rect",
                [
                    "class": "f c\(color)", "x": Markup.number(x), "y": Markup.number(y),
                    "width": Markup.number(max(0.5, next - x)), "height": Markup.number(max(1, floor - y)),
                ])
        }.joined()
    }

    private func drawMark(_ name: String, x value: Double) -> String {
        guard let x = place(x: value).map(Markup.number) else { return "" }
        return line("m", x, Markup.number(Self.top), x, Markup.number(Self.height - Self.bottom))
            + Markup.element("text", ["class": "tm", "x": x, "y": "15"], text: name)
    }

    private static func list(_ points: [(x: Double, y: Double)]) -> String {
        points.map { "\(Markup.number($0.x)),\(Markup.number($0.y))" }.joined(separator: " ")
    }
}
