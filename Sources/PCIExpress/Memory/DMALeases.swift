import Synchronization

/// The memory that one function may still touch although nobody here uses it any more: its quarantine.
///
/// **The lifetime rule of DMA memory**, stated here and nowhere else. Memory that a function was told of (the buffer of a command,
/// a ring, a PRP list) is leased to it. Leased memory is given to nobody else until something *proves* that the function has let go:
///
/// 1. of the buffer of a command: the command's completion. A command that timed out has not completed.
/// 2. of everything that a queue pair tells of: the successful deletion of the submission *and* of the completion queue.
/// 3. of everything: one of `DMALeaseEnd`.
///
/// A register that reads as all ones or all zeros proves nothing: the function may be out of reach and still write. Neither does a
/// reset that was asked for and not seen to have happened.
///
/// How it is kept: whoever tells a function of memory holds a `DMALease` for it. Ending a lease takes the proof of 1 or 2; a lease that
/// goes in any other way puts its memory here, where it is retained and counted until 3. Nobody has to remember anything.
///
/// A function that is reached by other means keeps the same rule with proofs of its own: behind a socket, the pump has stopped
/// *and* the socket is closed, since late data would still be put into the buffer; behind another process, that process has deleted
/// its queues. Such a link adds its case to `DMALeaseEnd`; the rest stays as it is.
public final class DMALeases: Sendable {
    private struct State {
        /// Proofs so far: a lease of an earlier one covers memory that the function has let go of.
        var proofs: UInt64 = 0
        var isClosed = false
        var regions: [ObjectIdentifier: DMARegion] = [:]
    }

    private let state = Mutex(State())
    /// Who tells the function of memory.
    public let use = FunctionUse()

    /// One for each function, made with it.
    public init() {}

    /// A lease on memory that the function is about to be told of.
    public func begin(_ regions: [DMARegion] = []) -> DMALease {
        let lease = DMALease(self)
        for region in regions { lease.add(region) }
        return lease
    }

    /// Ends the quarantine, and every lease that began before: the caller has seen the proof.
    public func end(_ proof: DMALeaseEnd) {
        let released = state.withLock { state in
            state.proofs += 1
            if proof == .closed { state.isClosed = true }
            defer { state.regions = [:] }
            return state.regions
        }
        // Outside of the lock: memory goes back to its arena here.
        withExtendedLifetime(released) {}
    }

    /// What is retained at present.
    public var quarantine: DMAQuarantine {
        state.withLock { state in
            DMAQuarantine(regions: state.regions.count, bytes: state.regions.values.reduce(0) { $0 + $1.byteCount })
        }
    }

    fileprivate var proofs: UInt64 { state.withLock { $0.proofs } }

    /// Takes memory over from a lease that began after that many proofs.
    fileprivate func retain(_ regions: [ObjectIdentifier: DMARegion], since proofs: UInt64) {
        guard !regions.isEmpty else { return }
        state.withLock { state in
            guard !state.isClosed, proofs == state.proofs else { return }
            state.regions.merge(regions) { old, _ in old }
        }
    }
}

/// What proves that a function has let go of all memory that it was told of before.
public enum DMALeaseEnd: Sendable, CaseIterable {
    /// CSTS.RDY was read as 0 with CC.EN = 0 (NVMe Base 2.0 §3.5.3) while configuration space answered, that is, with a vendor
    /// identifier other than FFFFh.
    case controllerDisabled
    /// A conventional or function level reset has finished, and configuration space answers again (PCIe Base 5.0 §6.6).
    case functionReset
    /// Main power is off.
    case powerOff
    /// Bus Master Enable is 0, and a read that came back after it was cleared has pushed earlier writes ahead of it.
    case busMasterDisabled
    /// The function was closed, or its memory unmapped: it cannot reach any.
    case closed
}

/// Memory in quarantine: leased to a function, used by nobody.
public struct DMAQuarantine: Sendable, Equatable {
    /// Pieces of memory.
    public let regions: Int
    /// Their sizes as they were asked for, without spare pages.
    public let bytes: Int

    public init(regions: Int, bytes: Int) {
        self.regions = regions
        self.bytes = bytes
    }
}

/// Memory that a function has been told of; see `DMALeases` for the rule. Dropped, it hands its memory to the quarantine.
public final class DMALease: Sendable {
    private struct State {
        var proofs: UInt64
        var regions: [ObjectIdentifier: DMARegion] = [:]
    }

    private let leases: DMALeases
    private let state: Mutex<State>

    fileprivate init(_ leases: DMALeases) {
        self.leases = leases
        state = Mutex(State(proofs: leases.proofs))
    }

    deinit { surrender() }

    /// Adds memory that the function is about to be told of.
    public func add(_ region: DMARegion) {
        let proofs = leases.proofs
        state.withLock { state in
            // Told of again after a proof: from then on that proof is an old one for the whole lease.
            state.proofs = proofs
            state.regions[ObjectIdentifier(region)] = region
        }
    }

    /// Ends the lease: the queues that told of the memory were deleted, both with success.
    public func end() { withExtendedLifetime(take()) {} }

    /// Hands the memory to the quarantine: nothing is known of the function.
    public func surrender() {
        let taken = take()
        leases.retain(taken.regions, since: taken.proofs)
    }

    private func take() -> State {
        state.withLock { state in
            defer { state.regions = [:] }
            return state
        }
    }
}
