extension LBALocks {
    @inline(__always)
    private func head(space: UInt32, chunk: UInt64) -> UInt32 {
        let mixed = (chunk ^ UInt64(space) << 40) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32) & headMask
    }

    @inline(__always)
    private func conflicts(_ left: Holder, _ right: UInt32) -> Bool {
        let right = holders + Int(right)
        return left.first < right.pointee.end && right.pointee.first < left.end
            && (left.writes || right.pointee.writes) && left.space == right.pointee.space
            && right.pointee.order < left.order
    }

    /// The latest of the earlier commands that this one has to wait for, or of those in one of its chunks.
    func blocker(of holder: Holder) -> UInt32 {
        if holder.isWide { return blocker(amongAll: holder, onlyWide: false) }
        if wideCount > 0 {
            let blocker = blocker(amongAll: holder, onlyWide: true)
            if blocker != Self.none { return blocker }
        }
        let first = holder.first >> chunkShift
        for chunk in first..<first &+ UInt64(holder.nodeCount) {
            var node = heads[Int(head(space: holder.space, chunk: chunk))]
            while node != Self.none {
                if conflicts(holder, node >> 1) { return node >> 1 }
                node = nodes[Int(node)].older
            }
        }
        return Self.none
    }

    private func blocker(amongAll holder: Holder, onlyWide: Bool) -> UInt32 {
        var id = newest
        while id != Self.none {
            if !onlyWide || holders[Int(id)].isWide, conflicts(holder, id) { return id }
            id = holders[Int(id)].older
        }
        return Self.none
    }

    mutating func link(_ id: UInt32) {
        let holder = holders + Int(id)
        holder.pointee.older = newest
        if newest != Self.none { holders[Int(newest)].newer = id }
        newest = id
        if holder.pointee.isWide { wideCount &+= 1 }
        let first = holder.pointee.first >> chunkShift
        for index in 0..<UInt32(holder.pointee.nodeCount) {
            let head = head(space: holder.pointee.space, chunk: first &+ UInt64(index))
            let node = id &* 2 &+ index
            nodes[Int(node)] = Node(head: head, older: heads[Int(head)])
            if heads[Int(head)] != Self.none { nodes[Int(heads[Int(head)])].newer = node }
            heads[Int(head)] = node
        }
    }

    mutating func unlink(_ id: UInt32) {
        let holder = holders + Int(id)
        let (older, newer) = (holder.pointee.older, holder.pointee.newer)
        if newer == Self.none { newest = older } else { holders[Int(newer)].older = older }
        if older != Self.none { holders[Int(older)].newer = newer }
        if holder.pointee.isWide { wideCount &-= 1 }
        for index in 0..<UInt32(holder.pointee.nodeCount) {
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
