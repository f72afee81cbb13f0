import NVMe

extension CaseGroup {
    static let logPageGroups = [CaseGroup("log", identifiers + pieces + contents)]

    private static let identifiers: [DifferentialCase] =
        (Array(0x00...0x13) + [0x70, 0x80, 0x81, 0x82, 0xBF, 0xC0, 0xFF] as [UInt32])
        .map { page in .admin(hexadecimal(page)) { $0.getLog(page) } }

    /// Length, offset, and the other fields of the command.
    private static let pieces: [DifferentialCase] = [
        .admin("one-dword", [Shown("behind", 4..<16)]) { $0.getLog(0x02, bytes: 4) },
        .admin("offset-4") { $0.getLog(0x02, bytes: 508, offset: 4) },
        .admin("offset-1") { $0.getLog(0x02, bytes: 16, offset: 1) },
        .admin("offset-2") { $0.getLog(0x03, bytes: 16, offset: 2) },
        .admin("offset-last") { $0.getLog(0x02, bytes: 4, offset: 508) },
        .admin("offset-at-end") { $0.getLog(0x02, bytes: 4, offset: 512) },
        .admin("offset-beyond") { $0.getLog(0x02, bytes: 4, offset: 516) },
        .admin("offset-far-beyond") { $0.getLog(0x02, bytes: 4, offset: 1 << 40) },
        .admin("firmware-offset-beyond") { $0.getLog(0x03, bytes: 4, offset: 516) },
        .admin("effects-offset-beyond") { $0.getLog(0x05, bytes: 4, offset: 4100) },
        .admin("errors-offset-beyond") { $0.getLog(0x01, bytes: 4, offset: 64 * 256 + 4) },
        .admin("longer-than-page") { $0.getLog(0x02, bytes: 1024) },
        .admin("longer-than-two-pages", [Shown("start", 12 << 10..<12 << 10 + 4)]) { $0.getLog(0x05, bytes: 16 << 10) },
        .admin("longest-transfer") { $0.getLog(0x02, bytes: 512 << 10) },
        .admin("longer-than-transfer") { $0.getLog(0x02, bytes: 512 << 10 + 4) },
        .admin("offset-type-index") {
            var command = $0.getLog(0x02)
            command.cdw14 = 1 << 23
            return command
        },
        .admin("retain-event") {
            var command = $0.getLog(0x02)
            command.cdw10 |= 1 << 15
            return command
        },
        .admin("specific-field") {
            var command = $0.getLog(0x02)
            command.cdw10 |= 0xF << 8
            return command
        },
        .admin("uuid-index") {
            var command = $0.getLog(0x02)
            command.cdw14 = 5
            return command
        },
        .admin("command-set-zoned") {
            var command = $0.getLog(0x05)
            command.cdw14 = 2 << 24
            return command
        },
        .admin("command-set-unknown") {
            var command = $0.getLog(0x05)
            command.cdw14 = 0x30 << 24
            return command
        },
        .admin("prp1-unaligned") {
            var command = $0.getLog(0x02)
            command.prp1 += 1
            return command
        },
        .admin("prp1-unmapped") {
            var command = $0.getLog(0x02)
            command.prp1 = Bench.unmapped
            return command
        },
    ]

    private static let contents: [DifferentialCase] = [
        .admin("health-nsid-0", [Shown("CW", 0..<1)]) { $0.getLog(0x02, nsid: 0) },
        .admin("health-nsid-1", [Shown("CW", 0..<1)]) { $0.getLog(0x02, nsid: 1) },
        .admin("health-nsid-beyond") { $0.getLog(0x02, nsid: 0x1000) },
        .admin("health-warning", [Shown("CW", 0..<1)]) { $0.getLog(0x02) },
        .admin("health-temperature", [Shown("CTEMP", 1..<3)]) { $0.getLog(0x02) },
        .admin("health-spare", [Shown("AVSP", 3..<4)]) { $0.getLog(0x02) },
        .admin("health-used", [Shown("PUSED", 5..<6)]) { $0.getLog(0x02) },
        .admin("firmware-active", [Shown("AFI", 0..<1)]) { $0.getLog(0x03) },
        .admin("firmware-nsid-1") { $0.getLog(0x03, nsid: 1) },
        .admin("effects-nsid-1") { $0.getLog(0x05, bytes: 4096, nsid: 1) },
        .admin("changed-namespaces", [Shown("first", 0..<4)]) { $0.getLog(0x04, bytes: 4096) },
        .script("effects-admin") { try $0.supportedCommands(at: 0) },
        .script("effects-io") { try $0.supportedCommands(at: 1024) },
    ]
}

extension Bench {
    /// Opcodes whose dword in the Commands Supported and Effects log page has CSUPP set.
    fileprivate func supportedCommands(at start: Int) throws -> String {
        let completion = try admin(getLog(0x05, bytes: 4096))
        let opcodes = (0..<256).filter { data[start + 4 * $0] & 1 == 1 }.map { hexadecimal($0) }
        return "\(outcome(completion)), opcodes \(opcodes.joined(separator: " "))"
    }
}
