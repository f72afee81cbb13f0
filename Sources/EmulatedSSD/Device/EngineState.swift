/// The few numbers that every command touches, in raw memory: no exclusivity checks, no reference counts.
struct EngineState {
    /// Commands may be fetched: CSTS.RDY, no fatal status, no shutdown, bus master, D0.
    var isRunning = false
    /// Counts the controller's lives; what belongs to an earlier one comes to nothing.
    var generation: UInt32 = 1
    /// Where the next round of arbitration begins.
    var turn = 0
    /// The same for each class of weighted round robin.
    var classTurns = SIMD4<Int>()
    /// Commands of one queue in one turn (feature 01h Arbitration Burst).
    var burst = 8
    /// Ordinary commands complete without reading a clock.
    var isInstant = true
    /// A non-operational power state is in force (feature 02h).
    var isNonOperational = false
    /// A sanitize operation runs, or has failed.
    var sanitizeRestricts = false
    /// There may be an event to deliver: a doorbell was misused, or there was no room for the completion.
    var hasNews = false
    /// Completion queues that got entries in this batch.
    var touchedCount = 0
    /// Weighted round robin is selected (CC.AMS).
    var isWeighted = false
}
