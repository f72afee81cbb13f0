import NVMeSpec
import PCIExpress

/// The NVMe controller behind the function: owns everything below the bus.
///
/// Only touched by whoever holds the device's lock: its own thread, or a host thread in a register access.
final class EmulatedController {
    let profile: SSDProfile
    let map: DMAMap
    let clock: DeviceClock
    let queues: QueueSet
    let interrupts: InterruptController
    let statistics: UnsafeMutablePointer<Statistics>
    let engine: UnsafeMutablePointer<EngineState>
    let request: UnsafeMutablePointer<Request>
    /// Completion queues touched in this batch.
    let touched: UnsafeMutablePointer<UInt16>
    /// The NVM commands by opcode.
    let nvmRows: UnsafeMutablePointer<NVMCommandRow?>
    let adminRows: UnsafeMutablePointer<AdminCommandRow?>
    /// Namespaces by identifier minus one; nil is no active namespace. `namespaces` keeps them alive.
    let namespaceTable: UnsafeMutablePointer<Unmanaged<EmulatedNamespace>?>
    let namespaces: [EmulatedNamespace]
    /// Bytes that one command may move (MDTS).
    let maximumTransfer: Int
    /// Nothing that an admin command sends back moves more than this beyond MDTS: one page.
    var memoryPage = MemoryPage(shift: 12)

    var registers: ControllerRegisters
    private let timedEventStorage: UnsafeMutablePointer<TimedEvents>
    var asynchronousEvents: AsynchronousEvents
    var errorLog = ErrorLog()
    var coalescing: InterruptCoalescing
    var features: FeatureStore
    var firmware: FirmwareStore
    var selfTest = SelfTest()
    var sanitize = SanitizeOperation()
    var power = PowerHistory()
    var random: SplitMix
    /// An NVM subsystem reset took the link down, which the function has to notice.
    var isLinkDown = false
    /// What goes wrong with answers; nil on a perfect device.
    var commandFlaws: FlawSet?
    /// Fetching is possible as far as the function is concerned: bus master enable, D0, power.
    var canMaster = false { didSet { interrupts.canMaster = canMaster; updateRunning() } }

    init(profile: SSDProfile, map: DMAMap) throws(PCIeError) {
        let profile = profile.checked
        self.profile = profile
        self.map = map
        clock = DeviceClock(kind: profile.clock)
        queues = try QueueSet(pairs: profile.queuePairs, doorbellStride: profile.doorbellStride)
        interrupts = InterruptController(vectorCount: profile.vectors, map: map)
        statistics = .allocate(capacity: 1)
        statistics.initialize(to: Statistics())
        engine = .allocate(capacity: 1)
        engine.initialize(to: EngineState())
        timedEventStorage = .allocate(capacity: 1)
        timedEventStorage.initialize(to: TimedEvents())
        request = .allocate(capacity: 1)
        request.initialize(to: Request(data: HostData()))
        touched = .allocate(capacity: queues.count)
        nvmRows = CommandIndex.make(nvmCommandTable, opcode: \.opcode)
        adminRows = CommandIndex.make(adminCommandTable, opcode: \.opcode)
        namespaces = Self.makeNamespaces(profile)
        namespaceTable = .allocate(capacity: namespaces.count)
        for (index, namespace) in namespaces.enumerated() {
            (namespaceTable + index).initialize(to: Unmanaged.passUnretained(namespace))
        }
        maximumTransfer = profile.maximumTransfer
        registers = ControllerRegisters(profile: profile)
        asynchronousEvents = AsynchronousEvents(limit: profile.asynchronousEventRequests)
        coalescing = InterruptCoalescing(vectorCount: profile.vectors)
        features = FeatureStore(profile: profile)
        firmware = FirmwareStore(profile: profile)
        random = SplitMix(seed: profile.seed)
        setFlaws(profile.flaws)
    }

    deinit {
        request.pointee.data.deallocate()
        request.deallocate()
        statistics.deallocate()
        engine.deallocate()
        timedEventStorage.deinitialize(count: 1)
        timedEventStorage.deallocate()
        touched.deallocate()
        namespaceTable.deallocate()
        CommandIndex.free(nvmRows)
        CommandIndex.free(adminRows)
    }

    /// What is to happen later. In raw memory: each batch looks at it, and must not pay for an exclusivity check.
    var timedEvents: TimedEvents {
        _read { yield timedEventStorage.pointee }
        _modify { yield &timedEventStorage.pointee }
    }

    /// A controller of the default profile.
    convenience init(map: DMAMap) throws(PCIeError) { try self.init(profile: SSDProfile(), map: map) }

    /// First power on of a new device.
    func bringUp() {
        power.since = clock.now
        statistics.pointee.powerCycles = 1
        resetFeatures(.power)
    }

    /// The active namespace, nil when there is none of this identifier.
    func namespace(_ nsid: UInt32) -> EmulatedNamespace? {
        guard nsid >= 1, nsid <= UInt32(namespaces.count) else { return nil }
        return namespaces[Int(nsid) - 1]
    }

    /// Whether the identifier could belong to a namespace (1 to Number of Namespaces).
    func isValid(nsid: UInt32) -> Bool { nsid >= 1 && nsid <= UInt32(namespaces.count) }

    private static func makeNamespaces(_ profile: SSDProfile) -> [EmulatedNamespace] {
        // Whole mebibytes fit every block size.
        let share =
            profile.namespaces == 1
            ? profile.capacity & ~0xFFF : profile.capacity / UInt64(profile.namespaces) & ~0xF_FFFF
        let memory = MediaMemory(
            budget: profile.media == .null ? 0 : profile.mediaMemory, spill: profile.spill, report: profile.report)
        return (1...UInt32(profile.namespaces)).map { nsid in
            let seed = profile.seed &+ UInt64(nsid)
            let media = Media(byteCapacity: share, kind: profile.media, memory: memory, seed: seed)
            media.setWriteCache(enabled: profile.writeCache)
            return EmulatedNamespace(
                nsid: nsid, byteCapacity: share, formatIndex: profile.formatIndex, formats: profile.formats,
                media: media, unique: profile.uniqueIdentifier)
        }
    }
}

extension SSDProfile {
    /// Made of the serial number: the same device has the same identifiers each time.
    var uniqueIdentifier: UInt64 {
        // FNV-1a; the top bits stay clear of the namespace's number, which is added.
        let hash = serialNumber.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return 0x0200_0000_0000_0000 | (hash >> 16) << 8
    }
}

/// Tables of commands, turned into one place per opcode.
enum CommandIndex {
    static func make<Row>(_ rows: [Row], opcode: (Row) -> UInt8) -> UnsafeMutablePointer<Row?> {
        let index = UnsafeMutablePointer<Row?>.allocate(capacity: 256)
        index.initialize(repeating: nil, count: 256)
        for row in rows { index[Int(opcode(row))] = row }
        return index
    }

    static func free<Row>(_ index: UnsafeMutablePointer<Row?>) {
        index.deinitialize(count: 256)
        index.deallocate()
    }
}
