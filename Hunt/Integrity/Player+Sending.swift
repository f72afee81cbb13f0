import NVMe

/// The commands that a player sends.
extension Player {
    private enum Choice {
        case read, write, zeroes, deallocate, uncorrectable, copy, compare(Bool), verify, flush, fused
    }

    private static let actions: [(weight: Int, element: Choice)] = [
        (30, .write), (36, .read), (4, .zeroes), (4, .deallocate), (2, .uncorrectable), (5, .copy),
        (4, .compare(true)), (2, .compare(false)), (3, .verify), (5, .flush),
        (3, .fused),
    ]

    func sendAnything(on lane: Lane) throws {
        let action = dice.pick(weighted: Self.actions)
        let count = UInt64(dice.pick([1, 1, 1, 2, 3, 8, 9, 16]))
        let first = window.lowerBound + UInt64(dice.below(Int(UInt64(window.count) - count) + 1))
        let blocks = first..<first + count
        switch action {
        case .write: try write(blocks, on: lane)
        case .copy: try copy(to: first, on: lane)
        case .deallocate: try deallocate(on: lane)
        case .compare(let isEqual): try compare(blocks, isEqual: isEqual, on: lane)
        case .flush: try flush(on: lane)
        case .read: try read(blocks, on: lane)
        case .fused: try compareAndWrite(blocks, isEqual: !dice.once(in: 3), on: lane)
        case .zeroes: try sendBare(.zeroes, blocks, on: lane)
        case .uncorrectable: try sendBare(.uncorrectable, blocks, on: lane)
        case .verify: try sendBare(.verify, blocks, on: lane)
        }
    }

    private func pending(_ action: Pending.Action, _ blocks: Range<UInt64>) -> Pending {
        Pending(action, blocks, submitted: oracle.tick(), generation: generation)
    }

    private func buffer(_ blocks: Range<UInt64>) throws -> Buffer {
        try ground.controller.makeBuffer(blocks.count * namespace.transferSize)
    }

    /// Sends the command and remembers it; does nothing where another queue is at work on the same blocks.
    private func send(_ pending: Pending, on lane: Lane, _ body: () throws -> Void) throws {
        guard admits(pending, on: lane) else { return }
        findings.operation()
        try body()
        lane.pending[lane.queue.latestCommandID] = pending
    }

    func read(_ blocks: Range<UInt64>, on lane: Lane) throws {
        let pending = pending(.read, blocks)
        let buffer = try buffer(blocks)
        // Data that nobody has moved must not look right.
        try buffer.fill(with: .dword(0xDEAD_BEEF))
        pending.buffer = buffer
        let flags: IOFlags = dice.once(in: 8) ? .forceUnitAccess : []
        let isRaw = dice.once(in: 10)
        try send(pending, on: lane) {
            if isRaw {
                try namespace.send(lane.queue, command(.read, blocks, flags), buffer)
            } else {
                try namespace.read(lane.queue, buffer, lba: blocks.lowerBound, count: blocks.count, flags: flags)
            }
        }
    }

    private func write(_ blocks: Range<UInt64>, on lane: Lane) throws {
        let pending = pending(.write, blocks)
        let (buffer, number) = try pattern(blocks)
        pending.buffer = buffer
        pending.number = number
        pending.isRaw = dice.once(in: 10)
        let flags: IOFlags = dice.once(in: 6) ? .forceUnitAccess : []
        pending.isDurable = !flags.isEmpty || !ground.hasCache
        try send(pending, on: lane) {
            if pending.isRaw {
                try namespace.send(lane.queue, command(.write, blocks, flags), buffer)
            } else {
                try namespace.write(lane.queue, buffer, lba: blocks.lowerBound, count: blocks.count, flags: flags)
            }
        }
    }

    /// Fresh blocks, and the number of the first.
    private func pattern(_ blocks: Range<UInt64>) throws -> (Buffer, UInt64) {
        let buffer = try buffer(blocks)
        let number = oracle.takeNumbers(blocks.count)
        let size = blockSize
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            for index in 0..<blocks.count { Pattern.fill(base + index * size, size, number: number + UInt64(index)) }
        }
        return (buffer, number)
    }

    private func command(_ opcode: NVMOpcode, _ blocks: Range<UInt64>, _ flags: IOFlags) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode, nsid: namespace.id)
        command.startingLBA = blocks.lowerBound
        command.cdw12 = UInt32(flags.rawValue) << 16 | UInt32(blocks.count - 1)
        return command
    }

    /// Commands without data.
    private func sendBare(_ action: Pending.Action, _ blocks: Range<UInt64>, on lane: Lane) throws {
        let pending = pending(action, blocks)
        let queue = lane.queue
        let (lba, count) = (blocks.lowerBound, blocks.count)
        try send(pending, on: lane) {
            switch action {
            case .zeroes:
                let flags = IOFlags(rawValue: UInt16(dice.pick([0, 0x4000, 0x200])))
                pending.isDurable = flags == .forceUnitAccess || !ground.hasCache
                try namespace.writeZeroes(queue, lba: lba, count: count, flags: flags)
            case .uncorrectable:
                pending.isDurable = !ground.hasCache
                try namespace.writeUncorrectable(queue, lba: lba, count: count)
            default: try namespace.verify(queue, lba: lba, count: count)
            }
        }
    }

    private func deallocate(on lane: Lane) throws {
        var ranges: [Range<UInt64>] = []
        for _ in 0..<dice.number(1...3) {
            let first = window.lowerBound + UInt64(dice.below(window.count - 8))
            ranges.append(first..<first + UInt64(dice.below(8)))
        }
        let hull = (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
        let pending = pending(.deallocate, hull)
        pending.ranges = ranges
        let buffer = try ground.controller.makeBuffer(4096)
        for (index, range) in ranges.enumerated() {
            buffer.withUnsafeBytes { bytes in
                bytes.storeBytes(of: UInt32(range.count), toByteOffset: index * 16 + 4, as: UInt32.self)
                bytes.storeBytes(of: range.lowerBound, toByteOffset: index * 16 + 8, as: UInt64.self)
            }
        }
        pending.buffer = buffer
        try send(pending, on: lane) {
            try namespace.datasetManagement(lane.queue, buffer, rangeCount: ranges.count)
        }
    }

    private func copy(to destination: UInt64, on lane: Lane) throws {
        var ranges: [Range<UInt64>] = []
        for _ in 0..<dice.number(1...3) {
            let first = window.lowerBound + UInt64(dice.below(window.count - 8))
            ranges.append(first..<first + UInt64(dice.number(1...8)))
        }
        let total = ranges.reduce(0) { $0 + UInt64($1.count) }
        let target = destination..<destination + total
        guard target.upperBound <= window.upperBound, !ranges.contains(where: { $0.overlaps(target) }) else { return }
        let all = ranges + [target]
        let hull = (all.map(\.lowerBound).min() ?? 0)..<(all.map(\.upperBound).max() ?? 0)
        let pending = pending(.copy, hull)
        pending.ranges = ranges
        pending.destination = destination
        pending.isDurable = !ground.hasCache
        let buffer = try ground.controller.makeBuffer(4096)
        for (index, range) in ranges.enumerated() {
            buffer.withUnsafeBytes { bytes in
                bytes.storeBytes(of: range.lowerBound, toByteOffset: index * 32 + 8, as: UInt64.self)
                bytes.storeBytes(of: UInt16(range.count - 1), toByteOffset: index * 32 + 16, as: UInt16.self)
            }
        }
        pending.buffer = buffer
        try send(pending, on: lane) {
            try namespace.copy(lane.queue, buffer, to: destination, rangeCount: ranges.count)
        }
    }

    /// Compare with what has to be there; nothing where that is not certain.
    private func compare(_ blocks: Range<UInt64>, isEqual: Bool, on lane: Lane) throws {
        let pending = pending(.compare(isEqual: isEqual), blocks)
        guard let buffer = try expectation(of: pending, isEqual: isEqual) else { return }
        try send(pending, on: lane) {
            try namespace.compare(lane.queue, buffer, lba: blocks.lowerBound, count: blocks.count)
        }
    }

    /// Compare and Write as a fused pair: two entries that follow each other.
    private func compareAndWrite(_ blocks: Range<UInt64>, isEqual: Bool, on lane: Lane) throws {
        guard lane.queue.depth - 1 - lane.pending.count >= 2 else { return }
        let first = pending(.compare(isEqual: isEqual), blocks)
        guard let expected = try expectation(of: first, isEqual: isEqual) else { return }
        let second = pending(.write, blocks)
        // Both or neither.
        guard admits(second, on: lane) else { return }
        second.first = first
        second.isRaw = true
        second.isDurable = !ground.hasCache
        let (data, number) = try pattern(blocks)
        second.buffer = data
        second.number = number
        var commands = [command(.compare, blocks, []), command(.write, blocks, [])]
        commands[0].fusedOperation = .first
        commands[1].fusedOperation = .second
        try send(first, on: lane) { try namespace.send(lane.queue, commands[0], expected) }
        try send(second, on: lane) { try namespace.send(lane.queue, commands[1], data) }
    }

    /// A buffer with what the blocks have to hold, or with one bit of it wrong; nil where that is not certain.
    private func expectation(of pending: Pending, isEqual: Bool) throws -> Buffer? {
        // What a command that is still outstanding will leave is not known yet.
        let isStill = lanes.allSatisfy { $0.pending.values.allSatisfy { !$0.touches(pending) } }
        guard isStill else { return nil }
        let buffer = try buffer(pending.blocks)
        let size = blockSize
        for (index, lba) in pending.blocks.enumerated() {
            let current = oracle[lba].current
            guard current.count == 1 else { return nil }
            guard case .written(let number, let head, let tail) = current[0] else {
                guard current[0] == .zeros else { return nil }
                continue
            }
            buffer.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                Pattern.fill(base + index * size, size, number: number)
                bytes.storeBytes(of: head, toByteOffset: index * size, as: UInt64.self)
                bytes.storeBytes(of: tail, toByteOffset: (index + 1) * size - 8, as: UInt64.self)
            }
        }
        if !isEqual {
            let place = dice.below(pending.blocks.count * size)
            buffer.withUnsafeBytes { $0[place] ^= 1 << UInt8(place & 7) }
        }
        pending.buffer = buffer
        return buffer
    }

    private func flush(on lane: Lane) throws {
        let now = oracle.tick()
        let oldest = lanes.flatMap { $0.pending.values.filter(\.changes).map(\.submitted) }.min()
        let pending = Pending(.flush(reach: oldest ?? now), 0..<0, submitted: now, generation: generation)
        try send(pending, on: lane) { try namespace.flush(lane.queue) }
    }
}
