/// Whether the volatile write cache is disabled for sure (NVMe Base 2.0 §5.27.1.4, feature 06h), by the commands that change it.
///
/// The controller may execute commands in any order: of two that are outstanding together nobody knows which came last.
struct WriteCacheState {
    private struct Change {
        let enables: Bool
        /// A command that enables the cache was outstanding at the same time.
        var isOvertaken: Bool
    }

    /// Every write is durable when it completes.
    private(set) var isDisabled = false
    /// By command identifier.
    private var outstanding: [UInt16: Change] = [:]

    /// A command is about to be sent. From then on the controller may cache, whenever it gets to one that enables the cache.
    mutating func begins(_ commandID: UInt16, enables: Bool) {
        if enables {
            isDisabled = false
            for other in outstanding.keys { outstanding[other]?.isOvertaken = true }
        }
        let isOvertaken = outstanding.values.contains { $0.enables }
        outstanding[commandID] = Change(enables: enables, isOvertaken: isOvertaken)
    }

    mutating func ended(_ commandID: UInt16, isSuccess: Bool) {
        guard let change = outstanding.removeValue(forKey: commandID), isSuccess, !change.enables else { return }
        if !change.isOvertaken { isDisabled = true }
    }
}
