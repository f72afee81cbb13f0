import PCIExpress

extension SSDProfile {
    /// Profiles that an address can name.
    public static let named: [(name: String, purpose: String, profile: SSDProfile)] = [
        ("default", "1 TB, 512-byte blocks, sparse media, write cache", SSDProfile()),
        ("null", "keeps no data; for measuring everything but media", make { $0.media = .null }),
        ("4k", "1 TB, 4096-byte blocks", make { $0.formatIndex = 1 }),
        (
            "small", "64 MiB, four queue pairs",
            make {
                $0.capacity = 64 << 20; $0.queuePairs = 4
            }
        ),
        ("deterministic", "virtual clock, advances only when stepped", make { $0.clock = .virtual }),
        (
            "flash", "latencies of a flash drive",
            make {
                $0.latency.read = 70_000
                $0.latency.write = 15_000
                $0.latency.perKiB = 200
                $0.latency.jitterPercent = 20
            }
        ),
    ]

    /// Parameters that an address can set, and what a value of each looks like.
    public static var parameters: [(name: String, form: String)] {
        ProfileKey.table.map { ($0.name, $0.form) }.sorted { $0.name < $1.name }
    }

    private static func make(_ change: (inout SSDProfile) -> Void) -> SSDProfile {
        var profile = SSDProfile()
        change(&profile)
        return profile
    }

    /// Reads an address: `emu`, `emu:PROFILE`, `emu:PROFILE?key=value&key=value`; the profile may be left out.
    ///
    /// - Throws: `deviceNotFound` for an unknown profile, `invalidParameter` for an unknown key or a value that it cannot
    ///   have; both name what is known.
    public init(address: String) throws(PCIeError) {
        func fail(_ hint: String) -> PCIeError { .deviceNotFound(address: address, hint: hint) }
        let text = address.hasPrefix("emu") ? address.dropFirst(3) : address[...]
        guard text.isEmpty || text.first == ":" else { throw fail("an embedded SSD's address begins with emu:") }
        let parts = text.dropFirst().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard let base = Self.named.first(where: { $0.name == (name.isEmpty ? "default" : name) }) else {
            let known = Self.named.map(\.name).joined(separator: ", ")
            throw fail("there is no profile '\(name)'; known profiles: \(known)")
        }
        self = base.profile
        guard parts.count > 1 else { return }
        for pair in parts[1].split(separator: "&") {
            let words = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard words.count == 2 else {
                throw .invalidParameter(name: String(pair), problem: "is not of the form key=value")
            }
            try set(words[0], to: words[1])
        }
    }

    /// Sets one parameter of an address by its key.
    ///
    /// - Throws: `invalidParameter`, which names the known keys, or what a value looks like.
    public mutating func set(_ key: String, to value: String) throws(PCIeError) {
        guard let row = ProfileKey.table.first(where: { $0.name == key }) else {
            let known = ProfileKey.table.map(\.name).sorted().joined(separator: ", ")
            throw .invalidParameter(name: key, problem: "is unknown; the parameters are \(known)")
        }
        guard row.apply(&self, value) else {
            let problem = row.explain(value) ?? "is '\(value)', and must be \(row.form)"
            throw .invalidParameter(name: key, problem: problem)
        }
    }
}
