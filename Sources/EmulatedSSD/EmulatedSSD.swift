import CNVMeHost
import PCIExpress

/// A complete NVMe SSD in this process, presenting itself as a PCIe function.
///
/// It advances like hardware, on its own thread; or, on a virtual clock, only when it is stepped. Registers, queues, commands,
/// media, power and time are those of `SSDProfile`.
///
/// ```swift
/// let ssd = try EmulatedSSD(address: "emu:default?capacity=64G&lba=4096")
/// ```
public final class EmulatedSSD: PCIeFunction, @unchecked Sendable {
    public let address: String
    public let memory: DMAPool
    public let leases = DMALeases()
    /// The profile, with every number inside its range.
    public let profile: SSDProfile
    public private(set) var interrupts: any InterruptVectors = NoInterrupts()
    public let stepper: (any DeviceStepper)?

    let function: FunctionModel
    let lock = DeviceLock()
    private let map: DMAMap
    private let window: DMAWindow
    private let thread: DeviceThread
    private let isClosed: UnsafeMutablePointer<UInt32>

    /// Makes the device, present and powered, its controller disabled.
    ///
    /// - Throws: `invalidParameter` for a flaw that can have no effect on this device; `environment` or `outOfMemory` when the
    ///   process has no memory file, mapping or thread to give.
    public init(profile: SSDProfile = SSDProfile(), address: String = "emu") throws(PCIeError) {
        let profile = profile.checked
        try profile.checkFlaws()
        window = try DMAWindow()
        let memory = DMAPool(owner: address, byteCount: profile.memory, window: window)
        self.profile = profile
        self.address = address
        self.memory = memory
        map = DMAMap(window)
        function = try FunctionModel(profile: profile, map: map)
        thread = DeviceThread(function: function, lock: lock)
        stepper = profile.clock == .virtual ? VirtualStepper(function: function, lock: lock) : nil
        isClosed = .allocate(capacity: 1)
        isClosed.initialize(to: 0)
        interrupts = try MessageInterrupts(function: self, memory: memory)
        guard profile.clock == .virtual || thread.start() else {
            throw .environment(problem: "no thread for the embedded SSD", fix: "raise the limit of threads (ulimit -u)")
        }
    }

    /// Makes the device that an address names.
    public convenience init(address: String) throws(PCIeError) {
        try self.init(profile: SSDProfile(address: address), address: address)
    }

    deinit {
        close()
        isClosed.deallocate()
    }

    public func close() {
        guard nvme_exchange32(isClosed, 1) == 0 else { return }
        thread.stop()
        lock.withHostAccess { function.controller.canMaster = false }
        window.close()
        leases.end(.closed)
    }

    /// Runs with the device's state in hand.
    private func look<Result>(_ body: (FunctionModel) -> Result) throws(PCIeError) -> Result {
        guard nvme_load_acquire32(isClosed) == 0 else { throw .closed(address: address) }
        return lock.withHostAccess { body(function) }
    }

    /// Runs with the device's state in hand, then has the device look around.
    func access<Result>(_ body: (FunctionModel) -> Result) throws(PCIeError) -> Result {
        let result = try look(body)
        thread.wake()
        return result
    }

    /// The doorbells, for another process to ring.
    public var doorbells: DoorbellMemory { function.controller.queues.doorbells }

    /// The device's thread sleeps, or is about to.
    var isAsleep: Bool { nvme_load_acquire32(thread.sleeper) != 0 }

    // MARK: PCIeFunction

    public func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32 {
        try width.checkConfiguration(offset: offset)
        return try look { $0.readConfiguration(offset, width) }
    }

    public func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try width.checkConfiguration(offset: offset)
        try access { $0.writeConfiguration(value, offset, width) }
    }

    public func size(ofBAR bar: Int) -> Int { bar == 0 ? function.layout.byteCount : 0 }

    public func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64 {
        try width.check("register offset", offset: offset, limit: size(ofBAR: bar))
        return try look { $0.readRegister(offset, width) }
    }

    public func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try width.check("register offset", offset: offset, limit: size(ofBAR: bar))
        try access { $0.writeRegister(value, offset, width) }
    }

    /// A doorbell of a queue that could exist is a cell that the device's thread watches. A wrong value in it, or a ring for a
    /// queue that does not exist, is noticed at the latest when the device has nothing else to do.
    public func doorbell(at offset: Int) throws(PCIeError) -> Doorbell {
        try AccessWidth.dword.check("register offset", offset: offset, limit: size(ofBAR: 0))
        let queues = function.controller.queues
        guard let index = queues.doorbellIndex(at: offset - function.layout.doorbells.lowerBound) else {
            return Doorbell(slowPath: SlowDoorbell(self, offset))
        }
        // The thread's object keeps the model, and with it the cells.
        return Doorbell(
            cell: queues.cell(index), sleeper: stepper == nil ? thread.sleeper : nil, owner: thread)
    }

    public func map(_ pointer: UnsafeMutableRawPointer, byteCount: Int) throws(PCIeError) -> UInt64 {
        guard byteCount > 0, byteCount & 4095 == 0 else {
            throw .outOfRange(what: "size of mapped memory", value: UInt64(bitPattern: Int64(byteCount)), limit: 4096)
        }
        guard UInt(bitPattern: pointer) & 4095 == 0 else {
            throw .outOfRange(what: "address of mapped memory", value: UInt64(UInt(bitPattern: pointer)), limit: 4096)
        }
        guard let address = try access({ _ in map.map(pointer, byteCount: byteCount) }) else {
            throw .outOfMemory(requested: byteCount, available: 0)
        }
        return address
    }

    public func unmap(ioVirtualAddress: UInt64) throws(PCIeError) {
        let found = try access { function in
            let found = map.unmap(ioVirtualAddress)
            if found { function.controller.queues.resolveAll(in: map) }
            return found
        }
        guard found else { throw .outOfRange(what: "address to unmap", value: ioVirtualAddress, limit: 0) }
    }

    public func reset(_ kind: ResetKind) throws(PCIeError) {
        try access { $0.reset() }
    }

    public var power: (any PowerControl)? { PowerSwitch(ssd: self) }

    public var isPresent: Bool {
        nvme_load_acquire32(isClosed) == 0 && lock.withHostAccess { function.isPresent }
    }

    public var nanoseconds: UInt64 { lock.withHostAccess { function.controller.clock.now } }

    /// Pulls the device out of its slot, power and all: registers read all ones from here on.
    public func remove() throws(PCIeError) { try access { $0.remove() } }

    /// Puts it back: configuration space is restored, the controller is disabled, media keeps what it had.
    public func reinsert() throws(PCIeError) { try access { $0.reinsert() } }
}

/// Main power of the embedded SSD.
private struct PowerSwitch: PowerControl {
    let ssd: EmulatedSSD

    func powerOff() throws(PCIeError) { try ssd.access { $0.powerOff() } }
    func powerOn() throws(PCIeError) { try ssd.access { $0.powerOn() } }
}

/// A place in the doorbell area where no doorbell is: the write goes through the checks.
private final class SlowDoorbell: DoorbellSlowPath {
    private let address: String
    private let write: @Sendable (UInt32) throws(PCIeError) -> Void

    init(_ ssd: EmulatedSSD, _ offset: Int) {
        address = ssd.address
        write = { [weak ssd] value throws(PCIeError) in
            try ssd?.writeRegister(UInt64(value), bar: 0, at: offset, width: .dword)
        }
    }

    func ring(_ value: UInt32) throws(PCIeError) { try write(value) }
}

/// Stands in until the function's own vectors have been made.
private final class NoInterrupts: InterruptVectors {
    let count = 0
    func enable() throws(PCIeError) {}
    func disable() throws(PCIeError) {}
    func isSet(_ vector: Int) throws(PCIeError) -> Bool { false }
    func clear(_ vector: Int) throws(PCIeError) {}
    func mask(_ vector: Int) throws(PCIeError) {}
    func unmask(_ vector: Int) throws(PCIeError) {}
    func isPending(_ vector: Int) throws(PCIeError) -> Bool { false }
}
