import NVMeSpec

/// One log page: how large it is and how it is made (NVMe Base 2.0 §5.16).
struct LogPageRow: Sendable {
    let page: LogPageIdentifier
    /// May be read while a sanitize operation runs.
    let isAllowedDuringSanitize: Bool
    /// The whole page. Reading may have an effect, which happens only for a successful command that does not retain events.
    let make: @Sendable (EmulatedController) -> [UInt8]

    init(
        _ page: LogPageIdentifier, isAllowedDuringSanitize: Bool = false,
        make: @escaping @Sendable (EmulatedController) -> [UInt8]
    ) {
        self.page = page
        self.isAllowedDuringSanitize = isAllowedDuringSanitize
        self.make = make
    }

    var id: UInt8 { page.rawValue }

    /// Every log page that the device has, in order of identifier.
    ///
    /// During a sanitize operation only those are allowed that NVMe Base 2.3 §5.1.1, figure 143, lists.
    static let table = [
        LogPageRow(.supportedLogPages) { _ in supportedLogPages() },
        LogPageRow(.errorInformation, isAllowedDuringSanitize: true) {
            $0.errorLog.bytes(namesBlocks: !$0.engine.pointee.sanitizeRestricts)
        },
        LogPageRow(.smart, isAllowedDuringSanitize: true) { $0.healthLogPage() },
        LogPageRow(.firmwareSlot) { $0.firmware.logPage },
        LogPageRow(.changedAttachedNamespaceList, isAllowedDuringSanitize: true) { _ in
            Array(repeating: 0, count: 4096)
        },
        LogPageRow(.commandsSupportedAndEffects) { _ in commandEffects() },
        LogPageRow(.deviceSelfTest) { $0.selfTest.logPage(now: $0.clock.now) },
        LogPageRow(.featureIdentifiersSupportedAndEffects) { featureEffects($0.profile) },
        LogPageRow(.sanitizeStatus, isAllowedDuringSanitize: true) {
            let seconds = UInt32(min(UInt64(UInt32.max) - 1, $0.profile.latency.sanitize / 1_000_000_000 + 1))
            return $0.sanitize.logPage(
                now: $0.clock.now, estimateSeconds: seconds, changes: $0.statistics.pointee.userDataChanges)
        },
    ]

    private static func supportedLogPages() -> [UInt8] {
        var log = SupportedLogPagesLog()
        var pages = log.pages
        for row in table { pages[Int(row.id)].supported = true }
        log.pages = pages
        return log.bytes
    }

    private static func commandEffects() -> [UInt8] {
        var page = ByteLayout(count: 4096)
        for row in adminCommandTable { page.put(row.effects.rawValue, at: 4 * Int(row.opcode)) }
        for row in nvmCommandTable { page.put(row.effects.rawValue, at: 1024 + 4 * Int(row.opcode)) }
        return page.bytes
    }

    private static func featureEffects(_ profile: SSDProfile) -> [UInt8] {
        var log = FeatureIdentifiersSupportedAndEffectsLog()
        var features = log.features
        for row in FeatureRow.table where row.isPresent(profile) {
            features[Int(row.id.rawValue)].supported = true
            // Bit 0 namespace, bit 1 controller.
            features[Int(row.id.rawValue)].scope = row.isNamespaceSpecific ? 1 : 2
        }
        log.features = features
        return log.bytes
    }
}
