import NVMeSpec
import PCIExpress

/// Commands that nobody has waited for.
extension QueuePair: LooseEnd, Acknowledgeable {
    /// The script knows of the commands that are outstanding now, and will not wait for them.
    public func acknowledge() {
        guard gate.enter() else { return }
        defer { gate.leave() }
        acknowledgeOutstanding()
    }

    /// Inside the gate.
    func acknowledgeOutstanding() {
        let slots = core.pointee.slots.awaited()
        acknowledged = slots.map { core.pointee.slots[$0].logSequence }.max() ?? acknowledged
    }

    package var unwaited: [String] {
        // Whoever is inside is waiting; and a device that has gone answers no more.
        guard controller.function.isPresent, gate.enter() else { return [] }
        defer { gate.leave() }
        return unwaitedInside
    }

    /// Without those that have timed out: the script was told of them.
    var unwaitedInside: [String] {
        guard !gate.isShut else { return [] }
        let known = acknowledged
        let slots = core.pointee.slots.awaited(inTime: true).filter { slot in
            known.map { core.pointee.slots[slot].logSequence > $0 } ?? true
        }
        guard let first = slots.min(by: { core.pointee.slots[$0].logSequence < core.pointee.slots[$1].logSequence })
        else { return [] }
        let text = unwaitedText(slots.count, first: core.pointee.standIn(first))
        return ["\(text); wait for it, delete the queue pair, or acknowledge it"]
    }
}

/// So many commands and the first of them.
func unwaitedText(_ count: Int, first: Completion) -> String {
    count == 1
        ? "nobody waited for a command: \(first.commandText)"
        : "nobody waited for \(count) commands, the first: \(first.commandText)"
}
