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
            if let stamps = PageStamps(of: bytes, layout, mediaPage) {
                slot.pointee.move(to: .stamped, body, step: stamps.step)
                PageSlots.token(beside: slot).pointee = stamps.token
            } else {
                guard let (number, target) = records.allocate(StampRecord.byteCount(layout), in: &arena) else {
                    return false
                }
                StampRecord.store(bytes, layout, body: body, to: target)
                slot.pointee.move(to: .recorded, number)
            }
        }
        arena.notes[Int(body)].detail &+= 1
        arena.free(page)
        return true
    }
}
