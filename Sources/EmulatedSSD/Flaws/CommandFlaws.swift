import CNVMeHost
import NVMeSpec
public import PCIExpress

/// What goes wrong between a command and its answer.
extension EmulatedController {
    /// Gives the device other flaws, from the next access on.
    func setFlaws(_ flaws: [Flaw]) {
        let answers = flaws.filter { $0.effect.occasion == .completion }
        commandFlaws = answers.isEmpty ? nil : FlawSet(answers, seed: profile.seed &+ 1)
        updateInstant()
        for namespace in namespaces {
            namespace.media.flaws = MediaFlaws(flaws, seed: profile.seed &+ UInt64(namespace.nsid) &+ 2)
        }
    }

    /// Answers wrongly where a flaw strikes. False: answer as always.
    func strike(_ status: Status, _ dw0: UInt32, _ dw1: UInt32) -> Bool {
        let sqID = request.pointee.sqID
        guard sqID != 0 else { return false }
        let struck = commandFlaws?.strikes(
            .completion, blocks: Self.blocks(of: request.pointee.sqe), opcode: request.pointee.opcode)
        guard let flaw = struck?.first else { return false }
        let command = request.pointee.sqe.commandID
        switch flaw.effect {
        case .status(let code): complete(sqID, command, Status(StatusCode(rawValue: code)).rawValue, dw0, dw1)
        case .noAnswer: releasePlace(sqID)
        case .wrongCommandIdentifier(let offset):
            complete(sqID, command &+ UInt16(truncatingIfNeeded: offset), status.rawValue, dw0, dw1)
        case .answerTwice:
            complete(sqID, command, status.rawValue, dw0, dw1)
            if queues.completion[Int(queues.submission[Int(sqID)].completionQueue)].canPost {
                post(sqID, command, status.rawValue, dw0, dw1)
            }
        case .wrongPhase:
            complete(sqID, command, status.rawValue, dw0, dw1)
            invertLatestPhase(sqID)
        case .stall(let nanoseconds):
            request.pointee.extraLatency &+= nanoseconds
            return false
        default: return false
        }
        return true
    }

    /// The blocks that a command names in its dwords 10 to 12; nil for one that names none there.
    private static func blocks(of sqe: SubmissionQueueEntry) -> Range<UInt64>? {
        guard namesBlocks(sqe.opcode) else { return nil }
        let blocks = BlockRange(sqe)
        let end = blocks.first.addingReportingOverflow(blocks.count)
        return end.overflow ? nil : blocks.first..<end.partialValue
    }

    static func namesBlocks(_ opcode: UInt8) -> Bool {
        switch NVMOpcode(rawValue: opcode) {
        case .read, .write, .compare, .verify, .writeZeroes, .writeUncorrectable: true
        default: false
        }
    }

    private func invertLatestPhase(_ sqID: UInt16) {
        let completion = queues.completion + Int(queues.submission[Int(sqID)].completionQueue)
        let tail = completion.pointee.tail
        guard let entry = completion.pointee.memory?.entry((tail == 0 ? completion.pointee.entryCount : tail) &- 1)
        else { return }
        nvme_store32(entry + 12, nvme_load32(entry + 12) ^ 1 << 16)
    }
}

extension EmulatedSSD {
    /// Replaces all flaws, from the next command on; an empty array makes the device perfect.
    ///
    /// Throws `closed`.
    public func setFlaws(_ flaws: [Flaw]) throws(PCIeError) {
        try access { $0.controller.setFlaws(flaws) }
    }
}
