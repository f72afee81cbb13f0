import CNVMeHost
import PCIExpress
import Testing

/// A few lines of NVMe driver, byte by byte: these tests must not depend on the driver, which is tested with this device.
final class HandDrivenController {
    struct Completion {
        let commandID: UInt16
        let status: UInt16
    }

    /// One queue pair of 16 entries.
    private struct Queue {
        let submission: DMARegion
        let completion: DMARegion
        var tail = 0
        var head = 0
        var phase: UInt8 = 1
    }

    static let depth = 16
    let function: any PCIeFunction
    private var queues: [Queue] = []

    /// Disables the controller, gives it admin queues and enables it.
    init(_ function: any PCIeFunction) throws {
        self.function = function
        try function.setRegister32(0, at: 0x14)
        try wait("CSTS.RDY to clear") { try function.register32(at: 0x1C) & 1 == 0 }
        let admin = try makeQueue()
        try function.setRegister32(UInt32((Self.depth - 1) << 16 | (Self.depth - 1)), at: 0x24)
        try function.setRegister64(admin.submission.ioVirtualAddress, at: 0x28)
        try function.setRegister64(admin.completion.ioVirtualAddress, at: 0x30)
        try function.setRegister32(0x0046_0001, at: 0x14)
        try wait("CSTS.RDY to be set") { try function.register32(at: 0x1C) & 3 == 1 }
        queues = [admin]
    }

    private func makeQueue() throws -> Queue {
        Queue(
            submission: try function.memory.allocate(Self.depth * 64),
            completion: try function.memory.allocate(Self.depth * 16))
    }

    /// Creates I/O queue pair 1 with its interrupt on `vector`.
    func createIOQueue(vector: UInt32) throws {
        let queue = try makeQueue()
        let size = UInt32(Self.depth - 1) << 16 | 1
        let first = try run(0, opcode: 0x05, data: queue.completion, dwords: [size, vector << 16 | 3])
        let second = try run(0, opcode: 0x01, data: queue.submission, dwords: [size, 1 << 16 | 1])
        try #require(first.status == 0 && second.status == 0)
        queues.append(queue)
    }

    /// Submits one command and waits for its completion. `dwords` are command dwords 10, 11 ...
    func run(
        _ queue: Int, opcode: UInt8, namespace: UInt32 = 0, data: DMARegion? = nil, dwords: [UInt32] = []
    ) throws -> Completion {
        try submit(
            queue, opcode: opcode, namespace: namespace, address: data?.ioVirtualAddress ?? 0, dwords: dwords)
        return try complete(queue)
    }

    func submit(
        _ queue: Int, opcode: UInt8, namespace: UInt32 = 0, address: UInt64 = 0, dwords: [UInt32] = []
    ) throws {
        let tail = queues[queue].tail
        let entry = queues[queue].submission.pointer + tail * 64
        entry.initializeMemory(as: UInt8.self, repeating: 0, count: 64)
        entry.storeBytes(of: UInt32(opcode) | UInt32(tail) << 16, as: UInt32.self)
        entry.storeBytes(of: namespace, toByteOffset: 4, as: UInt32.self)
        entry.storeBytes(of: address, toByteOffset: 24, as: UInt64.self)
        for (index, dword) in dwords.enumerated() {
            entry.storeBytes(of: dword, toByteOffset: 40 + index * 4, as: UInt32.self)
        }
        queues[queue].tail = (tail + 1) % Self.depth
        try function.doorbell(at: 0x1000 + queue * 8).ring(UInt32(queues[queue].tail))
    }

    func complete(_ queue: Int) throws -> Completion {
        let head = queues[queue].head
        let entry = queues[queue].completion.pointer + head * 16
        let phase = queues[queue].phase
        try wait("a completion in queue \(queue)") { nvme_load_acquire16(entry + 14) & 1 == UInt16(phase) }
        queues[queue].head = (head + 1) % Self.depth
        if queues[queue].head == 0 { queues[queue].phase ^= 1 }
        try function.doorbell(at: 0x1004 + queue * 8).ring(UInt32(queues[queue].head))
        return Completion(
            commandID: entry.load(fromByteOffset: 12, as: UInt16.self),
            status: entry.load(fromByteOffset: 14, as: UInt16.self) >> 1)
    }

    /// Identify Controller.
    func identify() throws -> DMARegion {
        let data = try function.memory.allocate(4096)
        let completion = try run(0, opcode: 0x06, data: data, dwords: [1])
        try #require(completion.status == 0)
        return data
    }
}

/// Polls until `condition` holds; fails the test after ten seconds.
func wait(_ what: Comment, until condition: () throws -> Bool) throws {
    let deadline = nvme_monotonic_nanoseconds() + 10_000_000_000
    while try !condition() {
        try #require(nvme_monotonic_nanoseconds() < deadline, "waited too long for \(what)")
        nvme_pause()
    }
}

extension DMARegion {
    /// ASCII text as it stands in Identify data.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeRawBufferPointer(start: pointer, count: byteCount)[range], as: UTF8.self)
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips where there is no QEMU.
    static var needsQEMU: Self {
        .enabled(if: QEMUFunction.isInstalled, "QEMU is not installed: apt-get install qemu-system-x86")
    }
}
