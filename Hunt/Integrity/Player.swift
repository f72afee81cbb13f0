import NVMe

/// What all players of a round share.
final class Playground: @unchecked Sendable {
    let ssd: EmulatedSSD
    let controller: Controller
    let findings: Findings
    /// No flaws: everything has to be right, statuses included.
    let isClean: Bool
    /// More than one thread: resets come at any time, and nobody knows what others have flushed.
    let isShared: Bool
    /// Whether the volatile write cache is enabled; changed only while no other thread plays.
    var hasCache = true

    init(_ ssd: EmulatedSSD, _ controller: Controller, _ findings: Findings, isClean: Bool, isShared: Bool) {
        self.ssd = ssd
        self.controller = controller
        self.findings = findings
        self.isClean = isClean
        self.isShared = isShared
    }
}

/// Sends commands to a part of a namespace that nobody else touches, and judges what comes back. One thread.
final class Player {
    let ground: Playground
    let namespace: Namespace
    let window: Range<UInt64>
    var dice: Dice
    var oracle: Oracle
    var lanes: [Lane] = []
    var level: VerificationLevel
    /// Counts the beginnings of verification.
    var generation = 0
    /// What was submitted before is durable, as far as the driver can know.
    var durableReach: UInt64 = 0

    init(
        _ ground: Playground, _ namespace: Namespace, window: Range<UInt64>, level: VerificationLevel, dice: Dice,
        firstNumber: UInt64
    ) {
        self.ground = ground
        self.namespace = namespace
        self.window = window
        self.level = level
        self.dice = dice
        oracle = Oracle(firstNumber: firstNumber)
    }

    var findings: Findings { ground.findings }
    var blockSize: Int { namespace.blockSize }

    /// Makes the queue pairs.
    func sitDown() throws {
        lanes = []
        for _ in 0..<dice.number(1...3) {
            lanes.append(Lane(try ground.controller.makeQueuePair(depth: dice.pick([2, 3, 9, 33]))))
        }
    }

    /// One command, or a few completions.
    func play() throws {
        guard let lane = lanes.isEmpty ? nil : dice.pick(lanes) else { return }
        if !lane.hasRoom || (!lane.pending.isEmpty && dice.once(in: 3)) {
            try reap(lane, dice.number(1...lane.pending.count))
        } else {
            try sendAnything(on: lane)
        }
    }

    func reap(_ lane: Lane, _ count: Int) throws {
        for completion in try lane.queue.completions(count) {
            guard let pending = lane.pending.removeValue(forKey: completion.commandID) else {
                findings.fail("a completion for command \(completion.commandID), which nobody has sent")
                continue
            }
            judge(pending, completion)
        }
    }

    func drain() throws {
        for lane in lanes where !lane.pending.isEmpty { try reap(lane, lane.pending.count) }
    }

    /// What a reset does to outstanding commands: each is done or not.
    func abandonAll() {
        for lane in lanes {
            var earlier: [Pending] = []
            for pending in lane.pending.values.sorted(by: { $0.submitted < $1.submitted }) {
                Trace.abandoned(pending, namespace)
                apply(pending, .perhaps)
                // Locks may have kept it back: then the driver knows that the device has never seen it.
                if pending.changes, earlier.contains(where: { $0.conflicts(with: pending) }) {
                    for lba in pending.touched { oracle[lba].mayBeUnsent = true }
                }
                earlier.append(pending)
            }
        }
        lanes = []
    }

    func powerLost() {
        abandonAll()
        // Another thread's outstanding write keeps a flush from reaching this one's: only FUA is known to be durable then.
        oracle.powerLost(reach: ground.isShared ? 1 : durableReach)
        durableReach = 0
    }

    func erased(rule: String) {
        oracle.erased(rule: rule)
        durableReach = 0
    }

    /// A lane on which the command may go: where it conflicts with another one, locks of the same queue keep them apart.
    func admits(_ pending: Pending, on lane: Lane) -> Bool {
        lanes.allSatisfy { other in
            other === lane || other.pending.values.allSatisfy { !$0.conflicts(with: pending) }
        }
    }
}
