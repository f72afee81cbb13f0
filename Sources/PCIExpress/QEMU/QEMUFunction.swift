import CNVMeHost
import Glibc

/// QEMU's NVMe controller, used as a device without a guest: a controller that we did not write, to check ours against.
///
/// A QEMU process of our own has a processor that sleeps, memory that it shares with us, and the controller behind a root port.
/// Every register access is a message to that process and takes tens of microseconds: this is for truth, not for speed.
public final class QEMUFunction: PCIeFunction {
    public let address: String
    /// What QEMU was told to build.
    public let options: QEMUOptions
    public let memory: DMAPool
    public let leases = DMALeases()
    private let machine: QEMUMachine
    private let messages: MessageInterrupts

    /// Starts QEMU.
    ///
    /// - Throws: `environment` when QEMU is not installed; `invalidParameter`, or `transport` with QEMU's own words, when it cannot
    ///   build what `options` ask for.
    public init(_ options: QEMUOptions = QEMUOptions(), address: String = "qemu") throws(PCIeError) {
        try options.validate()
        self.address = address
        self.options = options
        // QEMU has the whole arena as a memory module: nothing keeps a device there from pieces that it was not given.
        let window = try DMAWindow()
        memory = DMAPool(owner: address, byteCount: options.memoryByteCount, window: window)
        machine = try QEMUMachine(options, address: address, memory: memory)
        messages = try MessageInterrupts(function: machine, memory: memory)
    }

    deinit { close() }

    /// True when PATH has QEMU's PC emulator.
    public static var isInstalled: Bool {
        guard let path = getenv("PATH") else { return false }
        return String(cString: path).split(separator: ":").contains { access("\($0)/\(QEMULaunch.program)", X_OK) == 0 }
    }

    /// QEMU's process; nil while the device is removed or without power.
    public var processIdentifier: Int32? { machine.process?.identifier }

    public var interrupts: any InterruptVectors { messages }
    public var power: (any PowerControl)? { self }
    public var isPresent: Bool { machine.isPresent }
    public var nanoseconds: UInt64 { nvme_monotonic_nanoseconds() }
    public var stepper: (any DeviceStepper)? { nil }

    public func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32 {
        try machine.readConfiguration(at: offset, width: width)
    }

    public func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try machine.writeConfiguration(value, at: offset, width: width)
    }

    public func size(ofBAR bar: Int) -> Int {
        machine.size(ofBAR: bar)
    }

    public func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64 {
        try machine.readRegister(bar: bar, at: offset, width: width)
    }

    public func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) {
        try machine.writeRegister(value, bar: bar, at: offset, width: width)
    }

    public func doorbell(at offset: Int) throws(PCIeError) -> Doorbell {
        try AccessWidth.dword.check("doorbell offset", offset: offset, limit: size(ofBAR: 0))
        return Doorbell(slowPath: RegisterDoorbell(function: machine, offset: offset))
    }

    public func map(_ pointer: UnsafeMutableRawPointer, byteCount: Int) throws(PCIeError) -> UInt64 {
        throw .unsupported(operation: "mapping memory outside of the arena", address: address)
    }

    public func unmap(ioVirtualAddress: UInt64) throws(PCIeError) {
        throw .unsupported(operation: "mapping memory outside of the arena", address: address)
    }

    public func reset(_ kind: ResetKind) throws(PCIeError) {
        if kind == .functionLevel, isPresent, try !hasFunctionLevelReset() {
            throw .unsupported(operation: "function level reset", address: address)
        }
        try machine.reset(kind)
        if messages.isEnabled { try messages.enable() }
    }

    /// Takes the device away without warning. `powerOn` brings it back.
    public func remove() {
        machine.remove()
    }

    /// At least a second, since a busy machine may keep QEMU waiting; 10 s at first.
    public func limitAnswers(to limit: Duration) { machine.limitAnswers(to: max(limit, .seconds(1))) }

    public func close() {
        machine.close()
        memory.window?.close()
        // Its process is gone, and with it whatever could write.
        leases.end(.closed)
    }
}

/// A power cut is the end of the process: media and DMA memory live on in files of ours, everything else in QEMU is lost. QEMU has
/// no volatile write cache, so what it reported as written stays written.
extension QEMUFunction: PowerControl {
    public func powerOff() throws(PCIeError) {
        machine.remove()
    }

    public func powerOn() throws(PCIeError) {
        try machine.start()
        if messages.isEnabled { try messages.enable() }
    }
}
