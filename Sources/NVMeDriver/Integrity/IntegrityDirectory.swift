import CNVMeHost
import Synchronization

/// The integrity tables of a controller's namespaces, as its queues find them.
public final class IntegrityDirectory: @unchecked Sendable {
    private let tables = Mutex<[UInt32: IntegrityTable]>([:])
    /// Changes whenever a table comes or goes; 0 until the first comes. Outlives nothing but this object.
    package let generationCell: UnsafeMutablePointer<UInt32>

    package init() {
        generationCell = .allocate(capacity: 1)
        generationCell.initialize(to: 0)
    }

    deinit { generationCell.deallocate() }

    @inline(__always)
    var generation: UInt32 { nvme_load_acquire32(generationCell) }

    /// The table of a namespace; nil where nothing is verified.
    package subscript(namespaceID: UInt32) -> IntegrityTable? { tables.withLock { $0[namespaceID] } }

    package var all: [IntegrityTable] { tables.withLock { Array($0.values) } }

    /// Gives a namespace a table, or takes it away. Commands that are outstanding keep the one they began with.
    package func set(_ table: IntegrityTable?, for namespaceID: UInt32) {
        tables.withLock { $0[namespaceID] = table }
        _ = nvme_fetch_add32(generationCell, 1)
    }

    /// Sanitize succeeded: nothing is left of any namespace.
    package func sanitized() { all.forEach { $0.sanitized() } }

    /// The power was cut; see `IntegrityTable.powerWasLost`.
    public func powerWasLost(hasVolatileWriteCache: Bool) {
        all.forEach { $0.powerWasLost(hasVolatileWriteCache: hasVolatileWriteCache) }
    }

    /// The controller was shut down in order.
    package func shutDown() { all.forEach { $0.shutDown() } }
}
