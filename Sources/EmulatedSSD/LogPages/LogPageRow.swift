/// One log page: how large it is and how it is made (NVMe Base 2.0 §5.16).
struct LogPageRow: Sendable {
    let id: UInt8
    let name: String
    /// May be read while a sanitize operation runs.
    let isAllowedDuringSanitize: Bool
    /// The whole page. Reading may have an effect, which happens only for a successful command that does not retain events.
    let make: @Sendable (EmulatedController) -> [UInt8]

    init(
        _ id: UInt8, _ name: String, isAllowedDuringSanitize: Bool = false,
        make: @escaping @Sendable (EmulatedController) -> [UInt8]
    ) {
        self.id = id
        self.name = name
        self.isAllowedDuringSanitize = isAllowedDuringSanitize
        self.make = make
    }

    /// Every log page that the device has, in order of identifier.
    ///
    /// During a sanitize operation only those are allowed that NVMe Base 2.3 §5.1.1, figure 143, lists.
    static let table = [
        LogPageRow(0x00, "Supported Log Pages") { _ in supportedLogPages() },
        LogPageRow(0x01, "Error Information", isAllowedDuringSanitize: true) {
            $0.errorLog.bytes(namesBlocks: !$0.engine.pointee.sanitizeRestricts)
        },
        LogPageRow(0x02, "SMART / Health Information", isAllowedDuringSanitize: true) { $0.healthLogPage() },
        LogPageRow(0x03, "Firmware Slot Information") { $0.firmware.logPage },
        LogPageRow(0x04, "Changed Namespace List", isAllowedDuringSanitize: true) { _ in
            Array(repeating: 0, count: 4096)
        },
        LogPageRow(0x05, "Commands Supported and Effects") { _ in commandEffects() },
        LogPageRow(0x06, "Device Self-test") { $0.selfTest.logPage(now: $0.clock.now) },
        LogPageRow(0x12, "Feature Identifiers Supported and Effects") { featureEffects($0.profile) },
        LogPageRow(0x81, "Sanitize Status", isAllowedDuringSanitize: true) {
            let seconds = UInt32(min(UInt64(UInt32.max) - 1, $0.profile.latency.sanitize / 1_000_000_000 + 1))
            return $0.sanitize.logPage(
                now: $0.clock.now, estimateSeconds: seconds, changes: $0.statistics.pointee.userDataChanges)
        },
    ]

    private static func supportedLogPages() -> [UInt8] {
        var page = ByteLayout(count: 1024)
        // Bit 0: supported.
        for row in table { page.put(UInt32(1), at: 4 * Int(row.id)) }
        return page.bytes
    }

    private static func commandEffects() -> [UInt8] {
        var page = ByteLayout(count: 4096)
        for row in adminCommandTable { page.put(row.effects.rawValue, at: 4 * Int(row.opcode)) }
        for row in nvmCommandTable { page.put(row.effects.rawValue, at: 1024 + 4 * Int(row.opcode)) }
        return page.bytes
    }

    private static func featureEffects(_ profile: SSDProfile) -> [UInt8] {
        var page = ByteLayout(count: 1024)
        for row in FeatureRow.table where row.isPresent(profile) {
            // Bit 0 supported; scope (31:20) bit 0 namespace, bit 1 controller.
            page.put(1 | UInt32(row.isNamespaceSpecific ? 1 << 20 : 1 << 21), at: 4 * Int(row.id))
        }
        return page.bytes
    }
}
