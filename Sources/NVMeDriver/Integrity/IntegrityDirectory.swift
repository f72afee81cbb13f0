import CNVMeHost
import NVMeSpec
import Synchronization

/// The integrity tables of a controller's namespaces, as its queues find them.
public final class IntegrityDirectory: @unchecked Sendable {
    private struct State {
        var tables: [UInt32: IntegrityTable] = [:]
        var cache = WriteCacheState()
        /// What a format reaches, as the controller says.
        var format = FormatNVMAttributes()
        /// Format NVM and Sanitize commands that were sent and have not completed, by command identifier.
        var erasing: [UInt16: Erase] = [:]

        mutating func add(_ table: IntegrityTable?, for namespaceID: UInt32) {
            tables[namespaceID] = table
            guard let table else { return }
            table.writesAreDurable = cache.isDisabled
            // Of what the table will see, everything may have been written before.
            for id in erasing.keys where erasing[id]?.covers(namespaceID) == true {
                _ = table.eraseBegins()
                erasing[id]?.tables.append((table, WriteNumbers(token: 0, order: 0)))
            }
        }
    }

    private struct Erase {
        let namespaceID: UInt32
        /// What it erases, and the oldest writes that it may leave.
        var tables: [(table: IntegrityTable, floor: WriteNumbers)]

        func covers(_ id: UInt32) -> Bool { namespaceID == .max || namespaceID == id }
    }

    private let state = Mutex(State())
    /// Changes whenever a table comes or goes; 0 until the first comes. Outlives nothing but this object.
    package let generationCell: UnsafeMutablePointer<UInt32>

    package init() {
        generationCell = .allocate(capacity: 2)
        generationCell.initialize(to: 0)
        (generationCell + 1).initialize(to: 1)
    }

    /// Never 0: admin commands are watched whether anything is verified or not.
    var adminCell: UnsafeMutablePointer<UInt32> { generationCell + 1 }

    deinit { generationCell.deallocate() }

    @inline(__always)
    var generation: UInt32 { nvme_load_acquire32(generationCell) }

    /// The tables of all namespaces that are verified, by namespace.
    var tables: [UInt32: IntegrityTable] { state.withLock { $0.tables } }

    /// The table of a namespace; nil where nothing is verified.
    package subscript(namespaceID: UInt32) -> IntegrityTable? { tables[namespaceID] }

    package var all: [IntegrityTable] { Array(tables.values) }

    /// Gives a namespace a table, or takes it away. Commands that are outstanding keep the one they began with.
    package func set(_ table: IntegrityTable?, for namespaceID: UInt32) {
        state.withLock { $0.add(table, for: namespaceID) }
        tablesChanged()
    }

    /// Gives a namespace a table unless it has one; returns the one that it has then.
    package func claim(_ table: IntegrityTable, for namespaceID: UInt32) -> IntegrityTable {
        let present = state.withLock { state -> IntegrityTable? in
            if let present = state.tables[namespaceID] { return present }
            state.add(table, for: namespaceID)
            return nil
        }
        guard let present else {
            tablesChanged()
            return table
        }
        return present
    }

    /// Queues look at the tables again before their next command.
    private func tablesChanged() { _ = nvme_fetch_add32(generationCell, 1) }

    /// The power was cut; see `IntegrityTable.powerWasLost`.
    public func powerWasLost(hasVolatileWriteCache: Bool) {
        all.forEach { $0.powerWasLost(hasVolatileWriteCache: hasVolatileWriteCache) }
    }

    /// FNA of Identify Controller; nothing is set before the host has asked for it.
    package var formatAttributes: FormatNVMAttributes {
        get { state.withLock(\.format) }
        set { state.withLock { $0.format = newValue } }
    }

    /// Somebody else has the namespaces from now on.
    func becomesUnknown() { all.forEach { $0.becomesUnknown() } }

    /// The controller was shut down in order.
    package func shutDown() { all.forEach { $0.shutDown() } }

    /// Something happens to the volatile write cache (feature 06h).
    private func cacheChanges(_ change: (inout WriteCacheState) -> Void) {
        state.withLock { state in
            change(&state.cache)
            for table in state.tables.values { table.writesAreDurable = state.cache.isDisabled }
        }
    }
}

/// Admin commands that change what blocks hold, or how durable that is.
extension IntegrityDirectory {
    /// An admin command is about to be sent.
    func adminBegins(_ command: SubmissionQueueEntry) {
        switch AdminOpcode(rawValue: command.opcode) {
        case .formatNVM: eraseBegins(command.commandID, formatScope(command))
        // Sanitize erases all namespaces (NVMe Base 2.0 §5.24); its actions from 010b on do.
        case .sanitize where Self.erases(command): eraseBegins(command.commandID, .max)
        case .setFeatures:
            guard let enables = Self.writeCache(command) else { return }
            cacheChanges { $0.begins(command.commandID, enables: enables) }
        default: return
        }
    }

    /// The namespaces that a Format NVM reaches: all, FFFFFFFFh, where FNS says so, or SENS of a secure erase (NVMe Base 2.0 §5.14).
    private func formatScope(_ command: SubmissionQueueEntry) -> UInt32 {
        let isSecure = command.cdw10[as: FormatNVMDword10.self].secureErase.rawValue != 0
        let format = formatAttributes
        return (isSecure ? format.secureEraseAllNamespaces : format.formatsAllNamespaces) ? .max : command.nsid
    }

    /// An admin command has completed.
    func adminCompleted(_ command: SubmissionQueueEntry, _ status: Status) {
        switch AdminOpcode(rawValue: command.opcode) {
        case .formatNVM:
            // A cryptographic erase leaves whatever the new key makes of the old data.
            let isCryptographic = command.cdw10[as: FormatNVMDword10.self].secureErase == .cryptographicErase
            eraseEnds(
                command.commandID,
                status.isSuccess ? .erased(leavesAnything: isCryptographic) : status.refusesFormat ? .refused : .unknown
            )
        case .sanitize where Self.erases(command):
            eraseEnds(command.commandID, status.isSuccess ? .erased(leavesAnything: true) : .refused)
        case .setFeatures where Self.writeCache(command) != nil:
            cacheChanges { $0.ended(command.commandID, isSuccess: status.isSuccess) }
        default: return
        }
    }

    /// The admin queue is gone, and so are its commands; features are what they are after a reset.
    func adminAbandoned() {
        for id in state.withLock({ Array($0.erasing.keys) }) { eraseEnds(id, .unknown) }
        cacheChanges { $0 = WriteCacheState() }
    }

    private enum EraseOutcome {
        case erased(leavesAnything: Bool)
        /// Nothing has happened.
        case refused
        /// It was cut short, or failed on the way.
        case unknown
    }

    private func eraseBegins(_ commandID: UInt16, _ namespaceID: UInt32) {
        let isWatched = state.withLock { state in
            var erase = Erase(namespaceID: namespaceID, tables: [])
            for (id, table) in state.tables where erase.covers(id) { erase.tables.append((table, table.eraseBegins())) }
            state.erasing[commandID] = erase
            return !erase.tables.isEmpty
        }
        if isWatched { tablesChanged() }
    }

    private func eraseEnds(_ commandID: UInt16, _ outcome: EraseOutcome) {
        guard let erase = state.withLock({ $0.erasing.removeValue(forKey: commandID) }), !erase.tables.isEmpty else {
            return
        }
        for (table, floor) in erase.tables {
            switch outcome {
            case .erased(let leavesAnything): table.erased(since: floor, leavesAnything: leavesAnything)
            case .refused: break
            case .unknown: table.sanitized()
            }
            table.eraseEnds()
        }
        tablesChanged()
    }

    private static func erases(_ command: SubmissionQueueEntry) -> Bool {
        command.cdw10[as: SanitizeDword10.self].action.rawValue >= SanitizeAction.blockErase.rawValue
    }

    /// WCE of Set Features, Volatile Write Cache (NVMe Base 2.0 §5.27.1.4); nil for other features.
    private static func writeCache(_ command: SubmissionQueueEntry) -> Bool? {
        command.cdw10[as: SetFeaturesDword10.self].feature == .volatileWriteCache
            ? command.cdw11[as: VolatileWriteCacheFeature.self].enable : nil
    }
}

extension Status {
    /// Whether a Format NVM that ended with it has not begun: what was wrong with the command was seen before.
    fileprivate var refusesFormat: Bool {
        code.type == .generic && code != .internalError || code.type == .commandSpecific
    }
}
