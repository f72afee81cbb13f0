import CNVMeHost
import EmulatedSSD
import NVMeSpec
import PCIExpress

/// A host of a few lines: registers, one queue pair per ring, no driver. Steps the device when it lives on a virtual clock.
final class RawHost {
    let ssd: EmulatedSSD
    private(set) var admin: RawQueue
    private var nextCommandID: UInt16 = 0

    /// On a virtual clock unless the profile says otherwise, small, with short background operations.
    static func profile(_ change: (inout SSDProfile) -> Void = { _ in }) -> SSDProfile {
        var profile = SSDProfile()
        profile.capacity = 64 << 20
        profile.memory = 64 << 20
        profile.clock = .virtual
        profile.latency.format = 0
        change(&profile)
        return profile
    }

    init(_ profile: SSDProfile = RawHost.profile(), enable: Bool = true) throws {
        ssd = try EmulatedSSD(profile: profile)
        admin = try RawQueue(ssd, id: 0, entries: 32)
        try ssd.interrupts.enable()
        if enable { try self.enable() }
    }

    deinit { ssd.close() }

    // MARK: Registers

    func read32(_ offset: Int) throws -> UInt32 {
        UInt32(truncatingIfNeeded: try ssd.readRegister(bar: 0, at: offset, width: .dword))
    }

    func read64(_ offset: Int) throws -> UInt64 { try ssd.readRegister(bar: 0, at: offset, width: .qword) }

    func write32(_ offset: Int, _ value: UInt32) throws {
        try ssd.writeRegister(UInt64(value), bar: 0, at: offset, width: .dword)
    }

    func write64(_ offset: Int, _ value: UInt64) throws {
        try ssd.writeRegister(value, bar: 0, at: offset, width: .qword)
    }

    var status: ControllerStatus {
        get throws { ControllerStatus(rawValue: try read32(RegisterOffset.csts)) }
    }

    /// CC with entry sizes set and everything else zero but EN.
    static let enabled: UInt32 = 0x0046_0001

    /// Programs the admin queue, afresh, and enables the controller with this CC.
    func enable(_ configuration: UInt32 = RawHost.enabled) throws {
        admin.restart()
        try programAdminQueue()
        try write32(RegisterOffset.cc, configuration)
    }

    func programAdminQueue() throws {
        let entries = UInt32(admin.entries - 1)
        try write32(RegisterOffset.aqa, entries << 16 | entries)
        try write64(RegisterOffset.asq, admin.submission.ioVirtualAddress)
        try write64(RegisterOffset.acq, admin.completion.ioVirtualAddress)
    }

    func disable() throws { try write32(RegisterOffset.cc, 0x0046_0000) }

    // MARK: Commands

    /// Writes the command into the queue and rings. Returns its identifier.
    @discardableResult
    func submit(_ command: SubmissionQueueEntry, to queue: RawQueue? = nil, ring: Bool = true) throws -> UInt16 {
        let queue = queue ?? admin
        var command = command
        command.commandID = nextCommandID
        nextCommandID = (nextCommandID + 1) & 0xFFF
        queue.put(command)
        if ring { try queue.ring() }
        return command.commandID
    }

    /// The next completion; nil when none comes: at once where time can bring nothing more, after five seconds elsewhere.
    func completion(on queue: RawQueue? = nil) throws -> CompletionQueueEntry? {
        let queue = queue ?? admin
        let deadline = nvme_monotonic_nanoseconds() + 5_000_000_000
        while true {
            if let entry = queue.take() {
                try queue.acknowledge()
                return entry
            }
            if let stepper = ssd.stepper {
                if !stepper.step() {
                    return try queue.take().map { entry in
                        try queue.acknowledge(); return entry
                    }
                }
            } else if nvme_monotonic_nanoseconds() > deadline {
                return nil
            }
        }
    }

    /// Submits and waits.
    func run(_ command: SubmissionQueueEntry, on queue: RawQueue? = nil) throws -> CompletionQueueEntry {
        let identifier = try submit(command, to: queue)
        guard let entry = try completion(on: queue) else { throw HarnessError.noCompletion }
        guard entry.commandID == identifier else { throw HarnessError.wrongCommand(entry.commandID) }
        return entry
    }

    /// What an admin command is answered.
    func code(_ command: SubmissionQueueEntry, on queue: RawQueue? = nil) throws -> StatusCode {
        try run(command, on: queue).status.code
    }

    /// Lets a device on a virtual clock do all that doorbells ask for and time can bring.
    func settle() { while ssd.stepper?.step() == true {} }

    /// As `settle`, but for a device that retries for ever because the host does not read its completions.
    func settleShortly() { for _ in 0..<200 { _ = ssd.stepper?.step() } }

    func buffer(_ byteCount: Int = 4096) throws -> DMARegion { try ssd.memory.allocate(byteCount) }
}

enum HarnessError: Error {
    case noCompletion
    case wrongCommand(UInt16)
}

extension DMARegion {
    func load<Value: FixedWidthInteger>(_ offset: Int, as type: Value.Type = Value.self) -> Value {
        pointer.loadUnaligned(fromByteOffset: offset, as: type)
    }

    func store<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
        pointer.storeBytes(of: value, toByteOffset: offset, as: Value.self)
    }

    var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: pointer, count: byteCount)) }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
