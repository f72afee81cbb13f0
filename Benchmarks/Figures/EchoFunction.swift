import NVMe
import PCIExpress

/// A device whose I/O queues complete every command at once, in the thread that rings the doorbell; all the rest is another device's.
///
/// What a load on it costs is what the driver costs, some instructions per command and, with media, one copy of the data. It has
/// no errors, no orders and no checks: only a driver that is known to be right may be measured with it.
final class EchoFunction: PCIeFunction, @unchecked Sendable {
    private let inner: any PCIeFunction
    private let media: EchoMedia?
    private var completionQueues: [Int: (base: UnsafeMutableRawPointer, count: Int)] = [:]
    private var queues: [Int: EchoQueue] = [:]

    /// - Parameter media: what reads and writes copy; without it they leave the buffers alone.
    init(_ inner: any PCIeFunction, media: EchoMedia? = nil) {
        self.inner = inner
        self.media = media
    }

    var address: String { inner.address }
    var memory: DMAPool { inner.memory }
    var leases: DMALeases { inner.leases }
    var interrupts: any InterruptVectors { inner.interrupts }
    var power: (any PowerControl)? { inner.power }
    var isPresent: Bool { inner.isPresent }
    var nanoseconds: UInt64 { inner.nanoseconds }
    var stepper: (any DeviceStepper)? { inner.stepper }

    func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32 {
        try inner.readConfiguration(at: offset, width: width)
    }

    func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try inner.writeConfiguration(value, at: offset, width: width)
    }

    func size(ofBAR bar: Int) -> Int { inner.size(ofBAR: bar) }

    func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64 {
        try inner.readRegister(bar: bar, at: offset, width: width)
    }

    func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try inner.writeRegister(value, bar: bar, at: offset, width: width)
    }

    func map(_ pointer: UnsafeMutableRawPointer, byteCount: Int) throws(PCIeError) -> UInt64 {
        try inner.map(pointer, byteCount: byteCount)
    }

    func unmap(ioVirtualAddress: UInt64) throws(PCIeError) { try inner.unmap(ioVirtualAddress: ioVirtualAddress) }
    func reset(_ kind: ResetKind) throws(PCIeError) { try inner.reset(kind) }
    func close() { inner.close() }

    func doorbell(at offset: Int) throws(PCIeError) -> Doorbell {
        let index = (offset - 0x1000) / 4
        let real = try inner.doorbell(at: offset)
        switch (index / 2, index % 2) {
        case (0, 0): return Doorbell(slowPath: AdminSnoop(self, real))
        case (0, _): return real
        case (let id, 0): return Doorbell(slowPath: queue(id))
        default: return Doorbell(slowPath: Deaf.shared)
        }
    }

    private func queue(_ id: Int) -> EchoQueue {
        let queue = queues[id] ?? EchoQueue(id, memory: memory, media: media)
        queues[id] = queue
        return queue
    }

    /// Learns from Create I/O Completion Queue and Create I/O Submission Queue where the rings are (NVMe Base 2.0 §5.4, §5.5).
    private func note(_ entry: UnsafeMutableRawPointer) {
        let prp1 = entry.load(fromByteOffset: 24, as: UInt64.self)
        let place = memory.arena.base + Int(truncatingIfNeeded: prp1 &- memory.arena.ioVirtualBase)
        let word = entry.load(fromByteOffset: 40, as: UInt32.self)
        let (id, count) = (Int(word & 0xFFFF), Int(word >> 16) + 1)
        switch entry.load(as: UInt8.self) {
        case 0x05: completionQueues[id] = (place, count)
        case 0x01:
            guard let completion = completionQueues[id] else { return }
            queue(id).begin(entries: place, count: count, completions: completion.base, completion.count)
        default: return
        }
    }

    private final class AdminSnoop: DoorbellSlowPath, @unchecked Sendable {
        private let function: EchoFunction
        private let real: Doorbell
        private var head = 0

        init(_ function: EchoFunction, _ real: Doorbell) {
            self.function = function
            self.real = real
        }

        func ring(_ tail: UInt32) throws(PCIeError) {
            let count = Int(try function.readRegister(bar: 0, at: 0x24, width: .dword) & 0xFFF) + 1
            let base = try function.readRegister(bar: 0, at: 0x28, width: .qword)
            let ring = function.memory.arena.base + Int(truncatingIfNeeded: base &- function.memory.arena.ioVirtualBase)
            while head != Int(tail) % count {
                function.note(ring + head * 64)
                head = (head + 1) % count
            }
            try real.ring(tail)
        }
    }

    /// Nobody waits for completion queues to be emptied: they are as long as the submission queues.
    private final class Deaf: DoorbellSlowPath {
        static let shared = Deaf()
        func ring(_: UInt32) {}
    }
}

/// One I/O queue pair of an `EchoFunction`.
///
/// Unsafe inside: the rings are where the driver has said, and data pointers where it has put them.
private final class EchoQueue: DoorbellSlowPath, @unchecked Sendable {
    private let id: UInt64
    private let memory: UnsafeMutableRawPointer
    private let memoryAddress: UInt64
    private let media: EchoMedia?
    private var entries: UnsafeMutableRawPointer?
    private var completions: UnsafeMutableRawPointer?
    private var count = 0
    private var completionCount = 0
    private var head = 0
    private var tail = 0
    private var phase: UInt64 = 1

    init(_ id: Int, memory: DMAPool, media: EchoMedia?) {
        self.id = UInt64(id) << 16
        self.memory = memory.arena.base
        memoryAddress = memory.arena.ioVirtualBase
        self.media = media
    }

    func begin(
        entries: UnsafeMutableRawPointer, count: Int, completions: UnsafeMutableRawPointer, _ completionCount: Int
    ) {
        self.entries = entries
        self.count = count
        self.completions = completions
        self.completionCount = completionCount
        (head, tail, phase) = (0, 0, 1)
    }

    func ring(_ value: UInt32) {
        guard let entries, let completions, Int(value) < count else { return }
        var (head, tail, phase) = (head, tail, phase)
        while head != Int(value) {
            let entry = entries + head &* 64
            let command = entry.load(as: UInt32.self)
            media?.move(entry, memory: memory, at: memoryAddress)
            head = head &+ 1 == count ? 0 : head &+ 1
            let place = (completions + tail &* 16).assumingMemoryBound(to: UInt64.self)
            place[0] = 0
            place[1] = phase &<< 48 | UInt64(command &>> 16) &<< 32 | id | UInt64(truncatingIfNeeded: head)
            tail &+= 1
            if tail == completionCount {
                tail = 0
                phase ^= 1
            }
        }
        (self.head, self.tail, self.phase) = (head, tail, phase)
    }
}

/// Blocks in plain memory.
///
/// Unsafe inside: commands beyond the last block do nothing; `base` is never given back.
struct EchoMedia: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let blockSize: Int
    let blockCount: UInt64

    init(byteCount: Int, blockSize: Int) {
        base = .allocate(byteCount: byteCount, alignment: 4096)
        base.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        self.blockSize = blockSize
        blockCount = UInt64(byteCount / blockSize)
    }

    /// Carries out a Read or a Write: PRP1, PRP2 and one list.
    @inline(__always)
    func move(_ entry: UnsafeMutableRawPointer, memory: UnsafeMutableRawPointer, at address: UInt64) {
        let lba = entry.load(fromByteOffset: 40, as: UInt64.self)
        let blocks = Int(entry.load(fromByteOffset: 48, as: UInt16.self)) + 1
        guard lba <= blockCount, UInt64(blocks) <= blockCount - lba else { return }
        let isRead = entry.load(as: UInt8.self) == 0x02
        let second = entry.load(fromByteOffset: 32, as: UInt64.self)
        var block = base + Int(lba) &* blockSize
        var place = memory + Int(entry.load(fromByteOffset: 24, as: UInt64.self) &- address)
        var left = blocks &* blockSize
        var list = left > 2 * 4096 ? memory + Int(second &- address) : nil
        while true {
            let length = min(left, 4096)
            (isRead ? place : block).copyMemory(from: isRead ? block : place, byteCount: length)
            left &-= length
            guard left > 0 else { return }
            block += length
            if let next = list {
                place = memory + Int(next.load(as: UInt64.self) &- address)
                list = next + 8
            } else {
                place = memory + Int(second &- address)
            }
        }
    }
}
