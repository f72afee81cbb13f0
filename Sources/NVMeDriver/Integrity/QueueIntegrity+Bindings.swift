import CNVMeHost

/// The tables of the namespaces that a queue has commands for.
extension QueueIntegrity {
    @inline(__always)
    mutating func binding(for namespaceID: UInt32) -> UnsafeMutablePointer<Binding>? {
        let generation = directory.generation
        if let latest, latest.pointee.namespaceID == namespaceID, latest.pointee.generation == generation {
            return latest
        }
        return bind(namespaceID, generation)
    }

    @inline(never)
    private mutating func bind(_ namespaceID: UInt32, _ generation: UInt32) -> UnsafeMutablePointer<Binding>? {
        if unverified == (namespaceID, generation) { return nil }
        latest = nil
        let tables = directory.tables
        renew(generation, tables)
        let known = bindings.first {
            $0.pointee.namespaceID == namespaceID && $0.pointee.generation == generation
        }
        if let known {
            latest = known
            return known
        }
        guard let table = namespaceID == .max ? tables.values.first : tables[namespaceID] else {
            unverified = (namespaceID, generation)
            return nil
        }
        let made = UnsafeMutablePointer<Binding>.allocate(capacity: 1)
        made.initialize(
            to: Binding(
                namespaceID: namespaceID, generation: generation, table: .passRetained(table),
                check: table.check(scratch: scratch), line: table.map.claimLine()))
        bindings.append(made)
        latest = made
        return made
    }

    /// Tables have come or gone: keeps what is still in use, and lets go of the others, so that a queue that lives long holds no more
    /// tables than it works with.
    private mutating func renew(_ generation: UInt32, _ tables: [UInt32: IntegrityTable]) {
        bindings.removeAll { binding in
            let table = binding.pointee.table.takeUnretainedValue()
            let id = binding.pointee.namespaceID
            let isPresent = id == .max ? tables.values.contains { $0 === table } : tables[id] === table
            // What was sent in another epoch is judged by that one.
            if isPresent, binding.pointee.check.epoch == table.map.epoch {
                binding.pointee.generation = generation
                return false
            }
            // Outstanding commands keep the table that they began with.
            guard !(0..<capacity).contains(where: { slots[$0].binding == binding }) else { return false }
            Self.discard(binding)
            return true
        }
    }

    static func discard(_ binding: UnsafeMutablePointer<Binding>) {
        binding.pointee.check.map.release(binding.pointee.line)
        binding.pointee.table.release()
        binding.deallocate()
    }
}
