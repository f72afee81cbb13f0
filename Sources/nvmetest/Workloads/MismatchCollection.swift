import NVMe
import NVMeReport
import Synchronization

/// The first blocks that were not what was written, of all namespaces that a run verifies; and what was not verified.
final class MismatchCollection: Sendable {
    private struct Found {
        var first: [MismatchReport] = []
        var count = 0
    }

    private let found = Mutex(Found())
    /// How many are kept with all that is known of them.
    private let limit: Int
    private let tables = Mutex<[IntegrityTable]>([])

    init(limit: Int) { self.limit = limit }

    /// Collects what the table finds from now on.
    func watch(_ table: IntegrityTable) {
        table.mismatchHandler = { [weak self] in self?.add($0) }
        tables.withLock { if !$0.contains(where: { $0 === table }) { $0.append(table) } }
    }

    /// What could not be verified because nothing could be remembered of it.
    var unverified: UnverifiedBlocks {
        tables.withLock { tables in
            UnverifiedBlocks(
                statistics: tables.reduce(IntegrityStatistics()) { $0 + $1.statistics },
                memoryLimit: tables.first?.memoryLimit)
        }
    }

    private func add(_ report: MismatchReport) {
        found.withLock {
            $0.count += 1
            if $0.first.count < limit { $0.first.append(report) }
        }
    }

    var count: Int { found.withLock { $0.count } }

    var first: [MismatchReport] { found.withLock { $0.first } }

    /// For people: the first of them, and how many more there are.
    var descriptions: [String] {
        let (first, count) = found.withLock { ($0.first, $0.count) }
        let shown = first.prefix(Self.described)
        return shown.map(\.description) + (count > shown.count ? ["and \(count - shown.count) more"] : [])
    }

    /// More than these nobody reads one after the other; the JSON document has all that are kept.
    private static let described = 64

    /// Members of the JSON document.
    var members: [JSONValue.Member] {
        [
            .init("mismatchCount", .count(count)), .init("mismatches", .array(first.map(\.json))),
            .init("unverifiedBlocks", unverified.json), .init("readBlocks", unverified.reads),
        ]
    }
}

extension MismatchReport {
    var json: JSONValue {
        [
            "namespace": .count(namespaceID), "lba": .count(lba), "kind": .string("\(kind)"),
            "expectedToken": expectedToken.map { .count($0) } ?? .null, "gotToken": .count(gotToken),
            "gotLBA": .count(gotLBA), "expectedChecksum": expectedChecksum.map { .count($0) } ?? .null,
            "gotChecksum": .count(gotChecksum), "firstDifferingByte": firstDifferingByte.map { .count($0) } ?? .null,
        ]
    }
}
