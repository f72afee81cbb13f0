import CNVMeHost
import Glibc
import PCIExpress

/// The memory and the spill file of a device's media, shared by its namespaces. Used by one thread at a time.
final class MediaMemory {
    /// In raw memory, so that an access costs no exclusivity check.
    let vault: UnsafeMutablePointer<PageVault>
    private let budget: UInt64
    private let report: @Sendable (String) -> Void
    private var lastReport: UInt64?
    private var unreported = 0

    /// Nanoseconds between two reports.
    private static var reportInterval: UInt64 { 10_000_000_000 }

    /// - Parameters:
    ///   - budget: bytes of memory for data and tables; nil: a quarter of the machine's memory.
    ///   - spill: what takes pages that memory has no room for.
    ///   - report: gets a line when writes fail for want of space, every ten seconds at most.
    init(
        budget: UInt64? = nil, spill: consuming SpillFile, report: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        let bytes = budget ?? defaultMediaMemoryBudget()
        self.budget = bytes
        self.report = report
        vault = .allocate(capacity: 1)
        vault.initialize(to: PageVault(memoryBudget: bytes, spill: spill))
    }

    convenience init(budget: UInt64? = nil, spill: UInt64?, report: @escaping @Sendable (String) -> Void = { _ in }) {
        self.init(budget: budget, spill: SpillFile(byteCount: spill), report: report)
    }

    deinit {
        vault.deinitialize(count: 1)
        vault.deallocate()
    }

    /// Bytes of memory that data, their durable versions and the tables take.
    var memoryBytes: UInt64 { UInt64(vault.pointee.arena.usedPages) * PageArena.bytesPerPage }

    /// Bytes of the spill file that are in use.
    var spilledBytes: UInt64 { UInt64(vault.pointee.spill.usedPages) << PageArena.pageShift }

    /// A write has failed for want of space.
    func reportFull() {
        unreported += 1
        let now = nvme_monotonic_nanoseconds()
        if let lastReport, now &- lastReport < Self.reportInterval { return }
        lastReport = now
        let spill = (used: BinarySize(spilledBytes), budget: BinarySize(vault.pointee.spill.budget))
        let error = vault.pointee.spill.lastError
        let reason = error == 0 ? "" : " (\(String(cString: strerror(error))))"
        report(
            "embedded SSD: Write Fault for \(unreported) command(s), as the media has no space left: memory "
                + "\(BinarySize(memoryBytes)) of \(BinarySize(budget)), temporary file \(spill.used) of "
                + "\(spill.budget)\(reason). Raise the device's parameters mediamemory or spill, or write less.")
        unreported = 0
    }
}
