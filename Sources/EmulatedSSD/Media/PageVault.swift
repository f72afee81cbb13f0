import Glibc

/// Where the pages of all namespaces of a device are kept: in memory, packed, or in a file, inside two budgets.
///
/// Up to half of the memory budget nothing is done. From there on each write pays for what it took: a clock hand goes over
/// the pages and packs them (repeated dwords; bodies that several pages have), and from three quarters on it moves cold ones
/// to the spill file.
struct PageVault: ~Copyable {
    /// A namespace, as the clock hand needs to know it.
    struct Client {
        var slots: PageSlots
        var layout: StampLayout
    }

    var arena: PageArena
    var bodies: BodyIndex
    var records = RecordStore()
    var spill: SpillFile
    var hand = ClockHand()
    let clients: UnsafeMutablePointer<Client?>
    private(set) var clientCount = 0
    let pending: UnsafeMutablePointer<PendingSpill>
    /// What namespaces have left behind.
    var remains: [Remains] = []
    /// Writes owe the clock hand something when fewer pages than this are free.
    private var pressureMark: UInt32 = 0
    /// Room for a packed leaf or another record, and for a leaf behind it.
    let scratch: UnsafeMutableRawPointer

    /// - Parameters:
    ///   - memoryBudget: bytes for data, their durable versions and the tables.
    ///   - spill: what takes pages that memory has no room for.
    init(memoryBudget: UInt64, spill: consuming SpillFile) {
        arena = PageArena(byteCount: memoryBudget)
        bodies = BodyIndex(pageCount: arena.pageCount)
        self.spill = spill
        clients = .allocate(capacity: 256)
        clients.initialize(repeating: nil, count: 256)
        pending = .allocate(capacity: SpillFile.batch)
        scratch = .allocate(byteCount: PackedLeaf.bufferBytes + PageArena.pageSize, alignment: 64)
        setPressureMark()
    }

    deinit {
        for grave in remains { grave.directory.deallocate() }
        scratch.deallocate()
        clients.deallocate()
        pending.deallocate()
    }

    /// Takes a namespace in; its number. With 256 of them the last one's pages are out of the hand's reach.
    mutating func add(_ slots: PageSlots) -> UInt8 {
        let free = (0..<256).first { clients[$0] == nil } ?? 255
        clients[free] = Client(slots: slots, layout: StampLayout(blockShift: 9))
        clientCount &+= 1
        return UInt8(free)
    }

    /// The namespace has given all its pages back.
    mutating func remove(_ client: UInt8) {
        clients[Int(client)] = nil
        clientCount &-= 1
    }

    mutating func setLayout(_ layout: StampLayout, of client: UInt8) { clients[Int(client)]?.layout = layout }

    func layout(of client: UInt8) -> StampLayout { clients[Int(client)]?.layout ?? StampLayout(blockShift: 9) }

    /// The namespace and the slot that have an arena page as their latest, durable version.
    func settledSlot(of page: UInt32) -> (slot: UnsafeMutablePointer<PageState>, layout: StampLayout)? {
        let note = arena.notes[Int(page)]
        guard note.use == .version, let client = clients[Int(note.client)],
            let slot = client.slots.slot(note.mediaPage, in: arena), slot.pointee.memoryPage == page,
            !slot.pointee.isVolatile
        else { return nil }
        return (slot, client.layout)
    }

    /// Whether writes owe the clock hand something: half of the memory is taken, or somebody has left something behind.
    @inline(__always)
    var isUnderPressure: Bool { arena.freePages < pressureMark }

    mutating func setPressureMark() { pressureMark = remains.isEmpty ? arena.pageCount >> 1 : .max }

    /// Forgets everything of everybody.
    mutating func reset() {
        forgetRemains()
        arena.reset()
        bodies.reset()
        records.reset()
        spill.reset()
        hand = ClockHand()
    }
}

extension PageVault {
    /// Gives back what a version of a page occupies.
    @inline(__always)
    mutating func discard(_ state: PageState) {
        if state.memoryPage != 0 {
            arena.free(state.memoryPage)
        } else if state.number != 0 || state.isPacked {
            discardPacked(state)
        }
    }

    @inline(never)
    private mutating func discardPacked(_ state: PageState) {
        hand.sawChange()
        switch state.kind {
        case .plain, .pattern: break
        case .vacant: arena.free(state.number)
        case .shared: releaseBody(state.number)
        case .stamped: releaseBody(state.number)
        case .recorded:
            let body = bodyOfRecord(state.number)
            records.free(state.number, in: &arena, &spill)
            if let body { releaseBody(body) }
        case .spilled: spill.free(state.number)
        }
    }

    /// The body that a record refers to. When the disk fails, the body is lost to the budget rather than to its users.
    private func bodyOfRecord(_ number: UInt32) -> UInt32? {
        records.bytes(number, in: arena, spill, buffer: scratch).map { StampRecord.body($0) }
    }

    private mutating func releaseBody(_ page: UInt32) {
        let note = arena.notes + Int(page)
        guard note.pointee.use == .body else { return }
        note.pointee.detail &-= 1
        guard note.pointee.detail == 0 else { return }
        let layout = StampLayout(blockShift: note.pointee.blockShift)
        bodies.remove(PageContent(bytes: arena[page]).bodyHash(layout), page: page)
        arena.free(page)
    }

    /// Copies the bytes of a packed page. False when the disk fails.
    @inline(never)
    func unpack(_ state: PageState, _ mediaPage: UInt64, _ client: UInt8, to target: UnsafeMutableRawPointer) -> Bool {
        switch state.kind {
        case .plain, .vacant: return false
        case .pattern: PageContent(bytes: target).fill(dword: state.number)
        case .shared: memcpy(target, arena[state.number], PageArena.pageSize)
        case .stamped:
            guard let token = token(of: mediaPage, client) else { return false }
            memcpy(target, arena[state.number], PageArena.pageSize)
            PageStamps(token: token, step: state.step).stamp(target, layout(of: client), mediaPage)
        case .recorded:
            guard let record = records.bytes(state.number, in: arena, spill, buffer: scratch) else { return false }
            memcpy(target, arena[StampRecord.body(record)], PageArena.pageSize)
            StampRecord.stamp(target, layout(of: client), from: record)
        case .spilled: return spill.read(state.number, count: PageArena.pageSize, into: target)
        }
        return true
    }

    /// The token beside a page's slot; nil when the disk fails.
    private func token(of mediaPage: UInt64, _ client: UInt8) -> UInt64? {
        guard let slots = clients[Int(client)]?.slots else { return nil }
        if let slot = slots.slot(mediaPage, in: arena) { return PageSlots.token(beside: slot).pointee }
        return slots.entry(mediaPage).record.flatMap { packedSlot(mediaPage, $0)?.token }
    }
}
