import Glibc

extension PageVault {
    /// Packs a page that nobody needs as it is. Whether its memory is free now.
    mutating func pack(_ page: UInt32, _ slot: UnsafeMutablePointer<PageState>, _ layout: StampLayout) -> Bool {
        let content = PageContent(bytes: arena[page])
        if let dword = content.repeatedDword {
            slot.pointee.move(to: .pattern, dword)
            arena.free(page)
            return true
        }
        let hash = content.bodyHash(layout)
        let match = bodies.first(hash) { other in
            other != page && hasUsableBody(other, layout) && content.hasSameBody(as: self.content(other), layout)
        }
        if let match {
            makeBody(match, layout)
            if join(page, slot, layout, body: match) { return true }
        } else {
            bodies.insert(hash, page: page) { arena.notes[Int($0)].use == .body }
        }
        arena.notes[Int(page)].isCompared = true
        return false
    }

    private func content(_ page: UInt32) -> PageContent { PageContent(bytes: arena[page]) }

    /// Whether a page of the index is a body for this layout, or still a page that can become one.
    private func hasUsableBody(_ page: UInt32, _ layout: StampLayout) -> Bool {
        let note = arena.notes[Int(page)]
        if note.use == .body { return note.blockShift == layout.blockShift }
        return settledSlot(of: page)?.layout.blockShift == layout.blockShift
    }

    /// Turns a page of one namespace into a body whose first user is that page.
    private mutating func makeBody(_ page: UInt32, _ layout: StampLayout) {
        guard let (slot, _) = settledSlot(of: page) else { return }
        slot.pointee.move(to: .shared, page)
        arena.notes[Int(page)] = .body(blockShift: layout.blockShift, users: 1)
    }

    /// Makes a page another user of a body. False when there is no memory for its stamps.
    private mutating func join(
        _ page: UInt32, _ slot: UnsafeMutablePointer<PageState>, _ layout: StampLayout, body: UInt32
    ) -> Bool {
        let bytes = arena[page]
        if content(page).isEqual(to: content(body)) {
            slot.pointee.move(to: .shared, body)
        } else {
            let mediaPage = arena.notes[Int(page)].mediaPage
            guard let number = record(bytes, layout, mediaPage, body: body) else { return false }
            slot.pointee.move(to: .stamped, number)
        }
        arena.notes[Int(body)].detail &+= 1
        arena.free(page)
        return true
    }

    private mutating func record(
        _ bytes: UnsafeMutableRawPointer, _ layout: StampLayout, _ mediaPage: UInt64, body: UInt32
    ) -> UInt32? {
        if let short = StampRecord(stampsOf: bytes, layout, mediaPage, body: body) {
            guard let (number, target) = records.allocate(isLong: false, in: &arena) else { return nil }
            target.storeBytes(of: short, as: StampRecord.self)
            return number
        }
        guard let (number, target) = records.allocate(isLong: true, in: &arena) else { return nil }
        target.storeBytes(of: body, as: UInt32.self)
        for block in 0..<layout.count {
            memcpy(target + 8 + block &* 16, layout.first(block, of: bytes), 8)
            memcpy(target + 16 + block &* 16, layout.last(block, of: bytes), 8)
        }
        return number
    }
}
