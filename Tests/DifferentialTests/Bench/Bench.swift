import Glibc
import NVMe

/// One device with a controller, an I/O queue pair and the memory that the commands of the cases use.
///
/// Commands are sent with the data pointers that the cases gave them: nothing here puts them right.
final class Bench {
    /// Two devices as alike as their addresses can make them: two namespaces of 1 GiB with blocks of 512 bytes, transfers of
    /// up to 512 KiB, 32 queue pairs of up to 2048 entries, 33 vectors, 4 event requests.
    static let embedded =
        "emu:?capacity=2G&namespaces=2&mdts=512K&queues=32&vectors=33&aers=4&entries=2048&cqr=on&wrr=off&nssr=off"
    static let qemu = "qemu:?namespaces=2&size=1G&mdts=512K&queues=32&vectors=33&aerl=4"

    /// Blocks of a namespace.
    static let blocks: UInt64 = 2 << 20
    /// An address that no device here can reach.
    static let unmapped: UInt64 = 1 << 46
    static let dataByteCount = 768 << 10

    let controller: Controller
    /// Data of commands, refilled with `filler` before each case.
    let data: Buffer
    /// PRP lists, SGL segments, ranges of Copy and Dataset Management.
    let list: Buffer
    private var pair: QueuePair?

    static let filler: UInt8 = 0xA5

    init(_ address: String) throws {
        let function = try Device.open(address)
        controller = Controller(function)
        controller.timeout = .seconds(4)
        data = try controller.makeBuffer(Self.dataByteCount)
        list = try controller.makeBuffer(16 << 10)
    }

    func close() {
        pair = nil
        try? controller.close()
        controller.function.close()
    }

    /// Resets and enables the controller; no queues but the admin queue, no event requests.
    func restart() throws {
        pair = nil
        try controller.initialise { controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            try controller.enable()
        }
    }

    /// The I/O queue pair, identifier 1; made when it is first asked for.
    func queue() throws -> QueuePair {
        if let pair, pair.isAlive { return pair }
        let pair = try controller.makeQueuePair(depth: 16)
        self.pair = pair
        return pair
    }

    func admin(_ command: SubmissionQueueEntry) throws -> Completion { try controller.send(command).completion() }

    func io(_ command: SubmissionQueueEntry) throws -> Completion { try queue().send(command).completion() }

    /// Fills the data buffer with one byte.
    func clear(_ byte: UInt8 = Bench.filler, count: Int = 16 << 10) {
        data.withUnsafeBytes { memory in
            if let base = memory.baseAddress { memset(base, CInt(byte), min(count, memory.count)) }
        }
    }

    /// Fills the data buffer with bytes that differ from place to place and from seed to seed.
    func fill(seed: UInt8, count: Int) {
        data.withUnsafeBytes { memory in
            var byte = seed
            for index in 0..<min(count, memory.count) {
                byte = byte &* 5 &+ seed &+ UInt8(truncatingIfNeeded: index >> 9)
                memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
            }
        }
    }
}
