/// A block that did not read as it was written: what was expected, what came, and what seems to have happened.
public struct MismatchReport: Sendable, Hashable {
    public let namespaceID: UInt32
    /// The block that was read.
    public let lba: UInt64
    public let kind: MismatchKind
    /// Token of the block's latest write; nil where none is known.
    public let expectedToken: UInt64?
    /// Last eight bytes of the block, little-endian.
    public let gotToken: UInt64
    /// First eight bytes of the block, little-endian.
    public let gotLBA: UInt64
    /// Bits 31:1 of the CRC-32C that was expected; nil where it is not known.
    public let expectedChecksum: UInt32?
    public let gotChecksum: UInt32
    /// The first byte that is wrong, as far as stamps and history can tell.
    public let firstDifferingByte: Int?
    /// Some bytes that were read, and where in the block they begin: at the start, at the differing byte, at the end.
    public let excerpts: [Excerpt]

    public struct Excerpt: Sendable, Hashable {
        public let offset: Int
        public let bytes: [UInt8]
    }
}

extension MismatchReport: CustomStringConvertible {
    /// One line for a log.
    public var logLine: String {
        if kind == .uncorrectable { return "lba uncorrectable: lba \(hex(lba))" }
        if gotLBA != lba, gotLBA != 0, gotLBA != .max {
            return "lba mismatch: lba \(hex(lba)), but got: \(hex(gotLBA))"
        }
        return "crc mismatch: lba \(hex(lba)), expected crc \(hex(expectedChecksum ?? 0)), but got: \(hex(gotChecksum))"
    }

    /// Several lines for a person.
    public var description: String {
        let expected = expectedToken.map { "token \(hex($0))" } ?? "no token known"
        var lines = [
            "namespace \(namespaceID) LBA \(hex(lba)): \(kind)",
            "  expected LBA \(hex(lba)), \(expected)",
            "  got      LBA \(hex(gotLBA)), token \(hex(gotToken))",
        ]
        if let expectedChecksum, expectedChecksum != gotChecksum {
            lines.append("  checksum \(hex(expectedChecksum)) expected, \(hex(gotChecksum)) got")
        }
        if let firstDifferingByte { lines.append("  first differing byte: \(firstDifferingByte)") }
        for excerpt in excerpts {
            let bytes = excerpt.bytes.map { hexByte($0) }.joined(separator: " ")
            lines.append("  \(padded(excerpt.offset)): \(bytes)")
        }
        return lines.joined(separator: "\n")
    }

    private func padded(_ offset: Int) -> String {
        let text = String(offset)
        return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }
}
