extension LBALocks {
    @inline(__always)
    private func head(space: UInt32, chunk: UInt64) -> UInt32 {
        let mixed = (chunk ^ UInt64(space) << 40) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32) & headMask
    }

    @inline(__always)
    private func conflict(_ left: UnsafeMutablePointer<Holder>, _ right: UnsafeMutablePointer<Holder>) -> Bool {
        left.pointee.first < right.pointee.end && right.pointee.first < left.pointee.end
            && (left.pointee.writes || right.pointee.writes) && left.pointee.space == right.pointee.space
            && right.pointee.order < left.pointee.order
    }

    /// The latest of the earlier commands that this one has to wait for, or of those in one of its chunks.
    @inline(__always)
    mutating func blocker(of id: UInt32) -> UInt32 {
        let holder = holders + Int(id)
        if holder.pointee.isWide || wideCount > 0 {
            let blocker = blocker(amongAll: holder)
            if blocker != Self.none || holder.pointee.isWide { return blocker }
        }
        let first = holder.pointee.first >> chunkShift
        for chunk in first..<first &+ UInt64(holder.pointee.nodeCount) {
            var node = heads[Int(head(space: holder.pointee.space, chunk: chunk))]
            while node != Self.none {
                if conflict(holder, holders + Int(node >> 1)) { return node >> 1 }
                node = nodes[Int(node)].older
            }
        }
        return Self.none
    }

    /// A wide command looks at all others, and all others at the wide ones.
    @inline(never)
    private mutating func blocker(amongAll holder: UnsafeMutablePointer<Holder>) -> UInt32 {
        var latest = Self.none
        var order: UInt64 = 0
        for slot in 0..<used where holders[slot].order > order {
            guard holder.pointee.isWide || holders[slot].isWide, conflict(holder, holders + slot) else { continue }
            latest = UInt32(truncatingIfNeeded: slot)
            order = holders[slot].order
        }
        return latest
    }

    /// Links a command of one chunk that nobody else is in, as nearly all are; false where somebody is.
    @inline(__always)
    mutating func linkAlone(_ id: UInt32, space: UInt32, chunk: UInt64) -> Bool {
        let head = head(space: space, chunk: chunk)
        guard heads[Int(head)] == Self.none else { return false }
        heads[Int(head)] = id &* 2
        nodes[Int(id &* 2)] = Node(head: head)
        return true
    }

    @inline(__always)
    mutating func link(_ id: UInt32) {
        let holder = holders + Int(id)
        if holder.pointee.isWide { wideCount &+= 1 }
        let first = holder.pointee.first >> chunkShift
        for index in 0..<UInt32(holder.pointee.nodeCount) {
            let head = head(space: holder.pointee.space, chunk: first &+ UInt64(index))
            let node = id &* 2 &+ index
            let older = heads[Int(head)]
            nodes[Int(node)] = Node(head: head, older: older)
            if older != Self.none { nodes[Int(older)].newer = node }
            heads[Int(head)] = node
        }
    }

    @inline(__always)
    mutating func unlink(_ id: UInt32) {
        if holders[Int(id)].isWide { wideCount &-= 1 }
        for index in 0..<UInt32(holders[Int(id)].nodeCount) {
            let node = nodes[Int(id &* 2 &+ index)]
            if node.newer == Self.none {
                heads[Int(node.head)] = node.older
            } else {
                nodes[Int(node.newer)].older = node.older
            }
            if node.older != Self.none { nodes[Int(node.older)].newer = node.newer }
        }
    }
}
