import PCIExpress

/// One key of an embedded SSD's address.
struct ProfileKey: Sendable {
    let name: String
    /// What a value looks like, for errors and help.
    let form: String
    /// Takes the value over; false when it is none.
    let apply: @Sendable (inout SSDProfile, String) -> Bool
    /// Which part of a refused value is wrong, where that takes more than `form`.
    var explain: @Sendable (String) -> String? = { _ in nil }

    static let table: [ProfileKey] =
        sizes + numbers + times + [
            text("serial", longest: 20) { $0.serialNumber = $1 },
            text("model", longest: 40) { $0.modelNumber = $1 },
            text("firmware", longest: 8) { $0.firmwareRevision = $1 },
            choice("media", ["sparse": MediaKind.sparse, "null": .null]) { $0.media = $1 },
            choice("clock", ["real": ClockKind.real, "virtual": .virtual]) { $0.clock = $1 },
            choice("cache", switches) { $0.writeCache = $1 },
            choice("cqr", switches) { $0.contiguousQueuesRequired = $1 },
            choice("wrr", switches) { $0.weightedRoundRobin = $1 },
            choice("nssr", switches) { $0.subsystemReset = $1 },
            flaws,
            ProfileKey(name: "lba", form: "the data bytes of an LBA format on offer: 512 or 4096") { profile, value in
                guard let bytes = Int(value),
                    let index = profile.formats.firstIndex(where: { $0.dataBytes == bytes })
                else { return false }
                profile.formatIndex = index
                return true
            },
        ]

    private static let flaws = ProfileKey(
        name: "flaws", form: FlawText.form,
        apply: { profile, value in
            guard let flaws = try? FlawText.parse(value) else { return false }
            profile.flaws = flaws
            return true
        },
        explain: { value in
            do throws(FlawText.Problem) {
                _ = try FlawText.parse(value)
                return nil
            } catch {
                return error.description
            }
        })

    private static let switches = ["on": true, "1": true, "off": false, "0": false]

    private static let sizes = [
        size("capacity", 1 << 20...1 << 60) { $0.capacity = $1 },
        size("mdts", 8 << 10...8 << 20) { $0.maximumTransfer = Int($1) },
        size("memory", 1 << 20...1 << 40) { $0.memory = Int($1) },
        size("mediamemory", 1 << 20...1 << 43) { $0.mediaMemory = $1 },
        size("spill", 0...1 << 43) { $0.spill = $1 },
    ]

    private static let numbers = [
        number("namespaces", 1...256) { $0.namespaces = Int($1) },
        number("queues", 1...1024) { $0.queuePairs = Int($1) },
        number("vectors", 1...2048) { $0.vectors = Int($1) },
        number("entries", 2...65536) { $0.maximumQueueEntries = Int($1) },
        number("dstrd", 0...10) { $0.doorbellStride = Int($1) },
        number("slots", 1...7) { $0.firmwareSlots = Int($1) },
        number("aers", 1...16) { $0.asynchronousEventRequests = Int($1) },
        number("seed", 0...UInt64.max) { $0.seed = $1 },
        number("jitter", 0...100) { $0.latency.jitterPercent = $1 },
    ]

    private static let times = [
        time("read") { $0.latency.read = $1 },
        time("write") { $0.latency.write = $1 },
        time("other") { $0.latency.other = $1 },
        time("admin") { $0.latency.admin = $1 },
        time("perkib") { $0.latency.perKiB = $1 },
        time("format") { $0.latency.format = $1 },
        time("sanitize") { $0.latency.sanitize = $1 },
        time("selftest") { $0.latency.shortSelfTest = $1 },
        time("longtest") { $0.latency.extendedSelfTest = $1 },
    ]
}

extension ProfileKey {
    private typealias Setter<Value> = @Sendable (inout SSDProfile, Value) -> Void

    /// A decimal number with a suffix of a table; nil when it is none or too large.
    private static func scaled(_ value: String, _ suffixes: [(String, UInt64)]) -> UInt64? {
        for (suffix, factor) in suffixes where value.hasSuffix(suffix) {
            guard let number = UInt64(value.dropLast(suffix.count)) else { continue }
            let product = number.multipliedReportingOverflow(by: factor)
            return product.overflow ? nil : product.partialValue
        }
        return UInt64(value)
    }

    private static func size(_ name: String, _ range: ClosedRange<UInt64>, _ set: @escaping Setter<UInt64>) -> Self {
        let limits = "from \(BinarySize(range.lowerBound)) to \(BinarySize(range.upperBound))"
        return ProfileKey(name: name, form: "a number of bytes \(limits), such as 512K, 64M or 8G") { profile, value in
            guard let number = BinarySize(parsing: value)?.count, range.contains(number) else { return false }
            set(&profile, number)
            return true
        }
    }

    private static func number(_ name: String, _ range: ClosedRange<UInt64>, _ set: @escaping Setter<UInt64>) -> Self {
        let form = "a number from \(range.lowerBound) to \(range.upperBound)"
        return ProfileKey(name: name, form: form) { profile, value in
            guard let number = UInt64(value), range.contains(number) else { return false }
            set(&profile, number)
            return true
        }
    }

    private static func time(_ name: String, _ set: @escaping Setter<UInt64>) -> Self {
        ProfileKey(name: name, form: "a time such as 500ns, 80us, 10ms or 2s, one hour at most") { profile, value in
            let suffixes: [(String, UInt64)] = [("ns", 1), ("us", 1000), ("ms", 1_000_000), ("s", 1_000_000_000)]
            guard let number = scaled(value, suffixes), number <= 3_600_000_000_000 else { return false }
            set(&profile, number)
            return true
        }
    }

    private static func text(_ name: String, longest: Int, _ set: @escaping Setter<String>) -> Self {
        ProfileKey(name: name, form: "printable ASCII of at most \(longest) characters") { profile, value in
            guard !value.isEmpty, value.utf8.count <= longest, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
            else { return false }
            set(&profile, value)
            return true
        }
    }

    private static func choice<Value: Sendable>(
        _ name: String, _ values: [String: Value], _ set: @escaping Setter<Value>
    ) -> Self {
        let form = values.keys.sorted().joined(separator: " or ")
        return ProfileKey(name: name, form: form) { profile, value in
            guard let choice = values[value] else { return false }
            set(&profile, choice)
            return true
        }
    }
}
