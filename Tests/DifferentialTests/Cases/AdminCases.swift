import NVMe
import Synchronization

extension CaseGroup {
    static let adminGroups = [
        CaseGroup("abort", aborts), CaseGroup("event-request", events), CaseGroup("firmware", firmware),
        CaseGroup("format", formats), CaseGroup("admin-opcode", opcodes),
    ]

    private static func abort(_ name: String, queue: UInt32, command id: UInt32) -> DifferentialCase {
        .admin(name) { _ in
            var command = SubmissionQueueEntry(AdminOpcode.abort)
            command.cdw10 = id << 16 | queue
            return command
        }
    }

    private static let aborts = [
        abort("not-outstanding", queue: 0, command: 5), abort("itself-unknown", queue: 0, command: 0xFFFF),
        abort("queue-absent", queue: 9, command: 1), abort("queue-beyond", queue: 0x1000, command: 1),
        abort("queue-65535", queue: 0xFFFF, command: 1),
        .script("io-queue") { bench in
            let id = UInt32(try bench.queue().id)
            var command = SubmissionQueueEntry(AdminOpcode.abort)
            command.cdw10 = 3 << 16 | id
            return try bench.outcome(bench.admin(command))
        },
    ]

    private static let events: [DifferentialCase] = [
        .script("limit") { bench in
            // One more than AERL allows; an answer to any of them is an answer too many but the last.
            let answers = Answers()
            for _ in 0..<5 {
                try bench.controller.send(bench.command(.asynchronousEventRequest)) { answers.add($0) }
            }
            _ = try bench.admin(bench.getFeatures(0x01))
            return answers.all.map { bench.outcome($0) }.joined(separator: "; ")
        },
        .script("warning") { bench in
            // A threshold below the temperature: the event has its type, its information and its log page in dword 0.
            let answers = Answers()
            try bench.restart()
            try bench.controller.send(bench.command(.asynchronousEventRequest)) { answers.add($0) }
            _ = try bench.admin(bench.setFeatures(0x0B, 0xFF))
            _ = try bench.admin(bench.setFeatures(0x04, 0x0100))
            // Events come with the device's next breath; completions of other commands bring it.
            for _ in 0..<100 where answers.all.isEmpty { _ = try bench.admin(bench.getFeatures(0x01)) }
            return answers.all.map { bench.outcome($0) }.joined(separator: "; ")
        },
    ]

    private static func commit(_ name: String, slot: UInt32, action: UInt32) -> DifferentialCase {
        .admin(name) { bench in
            var command = bench.command(.firmwareCommit)
            command.cdw10 = action << 3 | slot
            return command
        }
    }

    private static func download(_ name: String, dwords: UInt32, offset: UInt32) -> DifferentialCase {
        .admin(name) { bench in
            var command = bench.command(.firmwareImageDownload)
            command.cdw10 = dwords - 1
            command.cdw11 = offset
            return command
        }
    }

    private static let firmware = [
        commit("commit-nothing", slot: 1, action: 0), commit("commit-slot-7", slot: 7, action: 0),
        commit("commit-reserved-action", slot: 1, action: 5), commit("activate-empty-slot", slot: 2, action: 2),
        download("download", dwords: 1024, offset: 0), download("download-again", dwords: 1024, offset: 0),
        download("download-granularity", dwords: 3, offset: 0), download("download-offset", dwords: 1024, offset: 3),
        commit("commit-no-image", slot: 2, action: 1),
    ]

    private static func format(_ name: String, _ cdw10: UInt32, nsid: UInt32 = 2) -> DifferentialCase {
        .admin(name) { _ in
            var command = SubmissionQueueEntry(AdminOpcode.formatNVM, nsid: nsid)
            command.cdw10 = cdw10
            return command
        }
    }

    private static let formats = [
        format("good", 0), format("lbaf-15", 15), format("lbaf-63", 15 | 3 << 12), format("protection-1", 1 << 5),
        format("protection-7", 7 << 5), format("erase-1", 1 << 9), format("erase-3", 3 << 9),
        format("erase-7", 7 << 9), format("metadata-extended", 1 << 4), format("nsid-0", 0, nsid: 0),
        format("nsid-beyond", 0, nsid: 0x1000), format("nsid-beyond-and-lbaf-15", 15, nsid: 0x1000),
        format("all-lbaf-15", 15, nsid: .max), format("reserved-dword", 0x8000_0000),
    ]

    /// Commands that neither has, or only one; with data pointers that work.
    private static let opcodes: [DifferentialCase] =
        ([
            0x03, 0x07, 0x0B, 0x0D, 0x0E, 0x14, 0x15, 0x18, 0x19, 0x1A, 0x1D, 0x1E, 0x20, 0x24, 0x7F, 0x81, 0x82, 0x83,
            0x84, 0x85, 0x86, 0xBF, 0xC0, 0xFF,
        ] as [UInt8])
        .map { opcode in
            .admin(hexadecimal(opcode)) { bench in
                var command = SubmissionQueueEntry(opcode: opcode)
                command.prp1 = bench.dataAddress
                return command
            }
        } + [
            .admin("unknown-and-fused") { _ in
                var command = SubmissionQueueEntry(opcode: 0xBF)
                command.fusedOperation = .first
                return command
            },
            .admin("virtualization-management") { $0.command(.virtualizationManagement) },
            .admin("doorbell-buffer-unaligned") { bench in
                var command = bench.command(.doorbellBufferConfig)
                command.prp1 += 8
                command.prp2 = bench.dataAddress + 4096 + 8
                return command
            },
        ]
}

/// Completions of event requests, in the order in which they come.
private final class Answers: Sendable {
    private let completions = Mutex<[Completion]>([])
    func add(_ completion: Completion) { completions.withLock { $0.append(completion) } }
    var all: [Completion] { completions.withLock { $0 } }
}
