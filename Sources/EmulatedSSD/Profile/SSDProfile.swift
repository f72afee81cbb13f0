import Glibc

/// What kind of SSD an `EmulatedSSD` is: sizes, limits, names, media and time.
///
/// ```swift
/// var profile = SSDProfile()
/// profile.capacity = 64 << 30
/// let ssd = try EmulatedSSD(profile: profile)
/// ```
public struct SSDProfile: Sendable {
    /// Bytes of all namespaces together; divided evenly among them. At least 1 MiB per namespace.
    public var capacity: UInt64 = 1_000_204_886_016
    /// LBA formats on offer, 1 to 16.
    public var formats = [
        NamespaceFormat(dataBytes: 512, relativePerformance: 2), NamespaceFormat(dataBytes: 4096),
    ]
    /// Index of the format that the namespaces start with.
    public var formatIndex = 0
    /// Namespaces, 1 to 256, all active.
    public var namespaces = 1

    /// I/O queue pairs, 1 to 1024.
    public var queuePairs = 32
    /// MSI-X vectors, 1 to 2048.
    public var vectors = 64
    /// Entries of a queue at most, 2 to 65,536 (CAP.MQES + 1).
    public var maximumQueueEntries = 4096
    /// Queues must be physically contiguous (CAP.CQR).
    public var contiguousQueuesRequired = false
    /// Weighted round robin with urgent priority class is offered (CAP.AMS).
    public var weightedRoundRobin = true
    /// CAP.DSTRD: doorbells are `4 << stride` bytes apart; 0 to 10.
    public var doorbellStride = 0
    /// CAP.TO in units of 500 ms.
    public var timeout: UInt8 = 20
    /// Log2 of the largest memory page (CAP.MPSMAX + 12), 12 to 16.
    public var maximumPageShift = 16
    /// NVM subsystem reset is offered (CAP.NSSRS).
    public var subsystemReset = true
    /// Largest transfer of one command in bytes: 4096 << MDTS, 8 KiB to 8 MiB.
    public var maximumTransfer = 128 << 10
    /// Outstanding Asynchronous Event Request commands, 1 to 16 (AERL + 1).
    public var asynchronousEventRequests = 8

    public var serialNumber = "EMU000000001"
    public var modelNumber = "swift-nvme embedded SSD"
    /// Revision of the firmware in slot 1, which is active at first.
    public var firmwareRevision = "EMU1.0.0"
    /// Firmware slots, 1 to 7.
    public var firmwareSlots = 3

    public var media = MediaKind.sparse
    /// Bytes of memory that the blocks of all namespaces may take, 1 MiB to 8 TiB; nil: a quarter of the machine's memory.
    public var mediaMemory: UInt64?
    /// Bytes of a nameless file in TMPDIR (or else /var/tmp) that takes what memory has no room for, up to 8 TiB, 0 for no
    /// file; nil: a quarter of the free disk space, 64 GiB at most. Behind both budgets, writes end with Write Fault.
    public var spill: UInt64?
    /// Gets a line of text about what the host's commands do not tell, such as media without space. Called on the
    /// device's thread. Standard error, by default.
    public var report: @Sendable (String) -> Void = { line in
        let text = line + "\n"
        _ = write(STDERR_FILENO, text, text.utf8.count)
    }
    /// The volatile write cache is there and enabled.
    public var writeCache = true
    public var latency = LatencyModel()
    /// What the device does wrong.
    public var flaws: [Flaw] = []
    /// Decides every latency and every loss; the same seed gives the same run on a virtual clock.
    public var seed: UInt64 = 1
    public var clock = ClockKind.real
    /// Bytes of DMA memory; committed as they are touched.
    public var memory = 4 << 30

    public init() {}
}

/// The clock that a device lives by.
public enum ClockKind: Sendable, Hashable {
    /// The monotonic clock; the device runs on a thread of its own.
    case real
    /// A clock that stands still but for the device's own doings; the device advances only in `DeviceStepper.step`.
    case virtual
}

extension SSDProfile {
    /// The profile with every number inside its range.
    var checked: SSDProfile {
        var profile = self
        if formats.isEmpty { profile.formats = [NamespaceFormat(dataBytes: 512)] }
        profile.formats = profile.formats.prefix(16).map(\.checked)
        profile.formatIndex = formatIndex.clamped(to: 0...profile.formats.count - 1)
        profile.namespaces = namespaces.clamped(to: 1...256)
        profile.capacity = capacity.clamped(to: UInt64(profile.namespaces) << 20...1 << 60)
        profile.mediaMemory = mediaMemory?.clamped(to: 1 << 20...1 << 43)
        profile.spill = spill?.clamped(to: 0...1 << 43)
        profile.queuePairs = queuePairs.clamped(to: 1...1024)
        profile.vectors = vectors.clamped(to: 1...2048)
        profile.maximumQueueEntries = maximumQueueEntries.clamped(to: 2...65536)
        profile.doorbellStride = doorbellStride.clamped(to: 0...10)
        profile.maximumPageShift = maximumPageShift.clamped(to: 12...16)
        let transfer = maximumTransfer.clamped(to: 8 << 10...8 << 20)
        profile.maximumTransfer = 1 << (Int.bitWidth - 1 - transfer.leadingZeroBitCount)
        profile.asynchronousEventRequests = asynchronousEventRequests.clamped(to: 1...16)
        profile.firmwareSlots = firmwareSlots.clamped(to: 1...7)
        profile.memory = memory.clamped(to: 1 << 20...1 << 40) & ~0xFFF
        return profile
    }
}

extension NamespaceFormat {
    var checked: NamespaceFormat {
        let bytes = dataBytes.clamped(to: 512...65536)
        let power = 1 << (Int.bitWidth - 1 - bytes.leadingZeroBitCount)
        return NamespaceFormat(dataBytes: power, relativePerformance: relativePerformance & 0b11)
    }
}

extension Comparable {
    func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
