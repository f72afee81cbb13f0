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
    var records = StampRecords()
    var spill: SpillFile
    var hand = ClockHand()
    private let clients: UnsafeMutablePointer<Client?>
    private(set) var clientCount = 0
    let pending: UnsafeMutablePointer<PendingSpill>

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
    }

    deinit {
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

    /// Forgets everything of everybody.
    mutating func reset() {
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
        case .stamped:
            let body = bodyOfRecord(state.number)
            records.free(state.number, in: &arena, &spill)
            if let body { releaseBody(body) }
        case .spilled: spill.free(state.number)
        }
    }

    /// The body that a record refers to. When the disk fails, the body is lost to the budget rather than to its users.
    private func bodyOfRecord(_ number: UInt32) -> UInt32? {
        withUnsafeTemporaryAllocation(byteCount: StampRecord.longBytes, alignment: 8) { bytes in
            guard let base = bytes.baseAddress, records.read(number, into: base, in: arena, spill).succeeded else {
                return nil
            }
            return base.load(as: UInt32.self)
        }
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
        case .stamped: return unpackStamped(state.number, mediaPage, layout(of: client), to: target)
        case .spilled: return spill.read(state.number, count: PageArena.pageSize, into: target)
        }
        return true
    }

    private func unpackStamped(
        _ record: UInt32, _ mediaPage: UInt64, _ layout: StampLayout, to target: UnsafeMutableRawPointer
    ) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: StampRecord.longBytes, alignment: 8) { bytes in
            guard let base = bytes.baseAddress else { return false }
            let (succeeded, isLong) = records.read(record, into: base, in: arena, spill)
            guard succeeded else { return false }
            memcpy(target, arena[base.load(as: UInt32.self)], PageArena.pageSize)
            guard isLong else {
                base.load(as: StampRecord.self).stamp(target, layout, mediaPage)
                return true
            }
            for block in 0..<layout.count {
                memcpy(layout.first(block, of: target), base + 8 + block &* 16, 8)
                memcpy(layout.last(block, of: target), base + 16 + block &* 16, 8)
            }
            return true
        }
    }
}
