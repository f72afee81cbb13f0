import NVMe
import Synchronization

/// Tells the story of one block, for whoever looks into a failure: `hunt integrity --seed … --rounds 1 --trace LBA`.
enum Trace {
    private static let lba = Atomic<UInt64>(.max)

    static func follow(_ block: UInt64) { lba.store(block, ordering: .relaxed) }

    static func say(_ text: @autoclosure () -> String) {
        if lba.load(ordering: .relaxed) != .max { print(text()) }
    }

    static func abandoned(_ pending: Pending, _ namespace: Namespace) {
        let block = lba.load(ordering: .relaxed)
        guard block != .max, pending.blocks.contains(block) else { return }
        print(
            "namespace \(namespace.id) \(pending.action) \(pending.blocks) \(pending.ranges) sent at \(pending.submitted),"
                + " outstanding at a reset or power loss")
    }

    static func completed(
        _ pending: Pending, _ completion: Completion, _ oracle: Oracle, _ namespace: Namespace
    ) {
        let block = lba.load(ordering: .relaxed)
        guard block != .max, pending.blocks.contains(block) || pending.blocks.isEmpty else { return }
        let history = oracle[block].history.map { "\($0.isCertain ? "" : "perhaps ")\($0.contents)" }
        print(
            "namespace \(namespace.id) \(pending.action) \(pending.blocks) \(pending.ranges)"
                + " sent at \(pending.submitted), done at \(oracle.time): \(completion.code); before:",
            history.joined(separator: ", then "))
        if let buffer = pending.buffer { print(buffer.dump(32)) }
    }
}
