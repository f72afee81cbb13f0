import NVMe

extension CaseGroup {
    static let queueGroups = [
        CaseGroup("create-completion-queue", completionQueues),
        CaseGroup("create-submission-queue", submissionQueues),
        CaseGroup("delete-queue", deletions),
        CaseGroup("doorbell", [commandAfter("a-good-tail", tail: 0), commandAfter("a-wrong-tail", tail: 16)]),
    ]

    /// Rings a tail, and then one for a Flush: is that executed?
    private static func commandAfter(_ name: String, tail: UInt32) -> DifferentialCase {
        .script("command-after-\(name)") { bench in
            let completions = try IOCompletionQueue(bench.controller, id: 9, entries: 16)
            let submissions = try IOSubmissionQueue(bench.controller, id: 9, entries: 16, completionQueue: 9)
            try completions.create()
            try submissions.create()
            try submissions.ring(tail: tail)
            try bench.letQueuesTakeTurns()
            try submissions.write(SubmissionQueueEntry(NVMOpcode.flush, nsid: 1), at: 0)
            try submissions.ring(tail: 1)
            try bench.letQueuesTakeTurns()
            let entry = try completions.entry(0)
            try submissions.delete()
            try completions.delete()
            return entry.phase ? "\(entry.status.code.name)" : "no completion"
        }
    }

    private static func create(
        _ name: String, id: UInt32 = 2, size: UInt32 = 15, flags: UInt32 = 0b01, vector: UInt32 = 0,
        _ change: @escaping @Sendable (inout SubmissionQueueEntry) -> Void = { _ in }
    ) -> DifferentialCase {
        .script(name) { bench in
            _ = try bench.queue()
            var command = bench.command(.createIOCompletionQueue)
            command.cdw10 = size << 16 | id
            command.cdw11 = vector << 16 | flags
            change(&command)
            let completion = try bench.admin(command)
            if completion.isSuccess { _ = try bench.admin(bench.delete(.deleteIOCompletionQueue, id)) }
            return bench.outcome(completion)
        }
    }

    private static let completionQueues = [
        create("good"), create("smallest", size: 1), create("largest", size: 2047),
        create("last-identifier", id: 32), create("identifier-0", id: 0), create("identifier-taken", id: 1),
        create("identifier-beyond", id: 33), create("identifier-65535", id: 0xFFFF),
        create("size-0", size: 0), create("size-beyond", size: 2048), create("size-65535", size: 0xFFFF),
        create("vector-last", flags: 0b11, vector: 32), create("vector-beyond", flags: 0b11, vector: 33),
        create("vector-65535", flags: 0b11, vector: 0xFFFF),
        create("vector-beyond-without-interrupts", flags: 0b01, vector: 33),
        create("not-contiguous", flags: 0b00), create("reserved-flags", flags: 0b1101),
        create("prp1-in-page") { $0.prp1 += 64 }, create("prp1-unaligned") { $0.prp1 += 4 },
        create("prp1-zero") { $0.prp1 = 0 }, create("prp1-unmapped") { $0.prp1 = Bench.unmapped },
        create("nsid-1") { $0.nsid = 1 }, create("sgl") { $0.dataTransfer = .sgl },
        create("identifier-0-and-size-0", id: 0, size: 0),
        create("size-0-and-vector-beyond", size: 0, flags: 0b11, vector: 33),
    ]

    private static func submission(
        _ name: String, id: UInt32 = 2, completion: UInt32 = 1, size: UInt32 = 15, flags: UInt32 = 0b001,
        _ change: @escaping @Sendable (inout SubmissionQueueEntry) -> Void = { _ in }
    ) -> DifferentialCase {
        .script(name) { bench in
            _ = try bench.queue()
            var command = bench.command(.createIOSubmissionQueue)
            command.cdw10 = size << 16 | id
            command.cdw11 = completion << 16 | flags
            change(&command)
            let completion = try bench.admin(command)
            if completion.isSuccess { _ = try bench.admin(bench.delete(.deleteIOSubmissionQueue, id)) }
            return bench.outcome(completion)
        }
    }

    private static let submissionQueues = [
        submission("good"), submission("smallest", size: 1), submission("largest", size: 2047),
        submission("last-identifier", id: 32), submission("identifier-0", id: 0),
        submission("identifier-taken", id: 1), submission("identifier-beyond", id: 33),
        submission("identifier-65535", id: 0xFFFF), submission("size-0", size: 0),
        submission("size-beyond", size: 2048), submission("size-65535", size: 0xFFFF),
        submission("completion-queue-0", completion: 0), submission("completion-queue-absent", completion: 5),
        submission("completion-queue-beyond", completion: 33),
        submission("completion-queue-65535", completion: 0xFFFF),
        submission("not-contiguous", flags: 0), submission("priority-low", flags: 0b111),
        submission("reserved-flags", flags: 0b11001), submission("prp1-in-page") { $0.prp1 += 64 },
        submission("prp1-zero") { $0.prp1 = 0 }, submission("prp1-unmapped") { $0.prp1 = Bench.unmapped },
        submission("nvm-set-1") { $0.cdw12 = 1 },
        submission("completion-queue-absent-and-size-0", completion: 5, size: 0),
    ]

    private static let deletions: [DifferentialCase] =
        ([0, 5, 33, 0xFFFF] as [UInt32]).flatMap { id -> [DifferentialCase] in
            [
                .admin("submission-\(id)") { $0.delete(.deleteIOSubmissionQueue, id) },
                .admin("completion-\(id)") { $0.delete(.deleteIOCompletionQueue, id) },
            ]
        } + [
            .script("completion-with-submission") { bench in
                _ = try bench.queue()
                return try bench.outcome(bench.admin(bench.delete(.deleteIOCompletionQueue, 1)))
            },
            .admin("submission-1") { $0.delete(.deleteIOSubmissionQueue, 1) },
            .admin("submission-1-again") { $0.delete(.deleteIOSubmissionQueue, 1) },
            .admin("completion-1") { $0.delete(.deleteIOCompletionQueue, 1) },
            .admin("completion-1-again") { $0.delete(.deleteIOCompletionQueue, 1) },
        ]
}

extension Bench {
    /// Admin commands by the dozen: between them, a controller looks at all its queues.
    func letQueuesTakeTurns() throws {
        for _ in 0..<24 { _ = try admin(identify(1)) }
    }

    func delete(_ opcode: AdminOpcode, _ id: UInt32) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode)
        command.cdw10 = id
        return command
    }
}
