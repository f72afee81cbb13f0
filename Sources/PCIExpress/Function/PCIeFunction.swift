/// One function of a PCI Express device, as a test driver needs it: everything, and nothing hidden.
///
/// Implementations: the embedded SSD, QEMU's controller, and later VFIO and vfio-user. All members may be called from
/// any thread. A function that was surprise-removed, or whose process died, reads as all ones and ignores writes, as
/// the bus would do it; members throw where hardware could not answer at all.
public protocol PCIeFunction: FunctionAccess {
    /// The fastest way to write one 32-bit register of BAR 0 again and again.
    func doorbell(at offset: Int) throws(PCIeError) -> Doorbell

    /// The function's own DMA memory: queues, lists and most buffers come from here. Memory of other pools it reaches after `reach`.
    var memory: DMAPool { get }

    /// Memory that the function may still touch; see there for the rule that every user of `memory` keeps.
    var leases: DMALeases { get }

    /// Lets the device reach more host memory: `byteCount` bytes at `pointer` become visible at the returned I/O virtual
    /// address. Both are multiples of 4096. Throws `unsupported` where a device can reach the arena only.
    func map(_ pointer: UnsafeMutableRawPointer, byteCount: Int) throws(PCIeError) -> UInt64

    /// Takes back what `map` gave. A device access to it afterwards fails as on a real bus.
    func unmap(ioVirtualAddress: UInt64) throws(PCIeError)

    /// Message-signalled interrupts of the function, observable vector by vector.
    var interrupts: any InterruptVectors { get }

    /// Resets the function. Configuration space is restored to a usable state (BARs, memory and bus-master enable, MSI-X)
    /// before this returns, as an operating system would do it; the NVMe controller is left disabled.
    func reset(_ kind: ResetKind) throws(PCIeError)

    /// Cuts and restores power where the platform can; nil where it cannot.
    var power: (any PowerControl)? { get }

    /// False once the function was removed, its power is off, or its process has died.
    var isPresent: Bool { get }

    /// Nanoseconds of the clock that the device lives by: the monotonic clock, or a model's virtual one.
    var nanoseconds: UInt64 { get }

    /// Set for a device model that only advances when it is told to; who waits for such a device must call `step`.
    var stepper: (any DeviceStepper)? { get }

    /// Bounds how long one access may wait for an answer, where the device is another process; elsewhere an access waits for nothing.
    func limitAnswers(to limit: Duration)

    /// Gives everything back: threads, processes, sockets, mappings. Idempotent. `DMARegion`s stay readable; leases end.
    func close()
}

extension PCIeFunction {
    public func limitAnswers(to limit: Duration) {}
}

/// The resets of a PCIe function (PCIe Base 5.0 §6.6).
public enum ResetKind: Sendable, CaseIterable {
    /// Secondary bus reset of the port above (a hot reset in-band).
    case hot
    /// Function level reset: Device Control bit 15.
    case functionLevel
}

/// Main power of a device.
public protocol PowerControl: Sendable {
    /// Cuts the power without warning. Registers read as all ones until `powerOn`.
    func powerOff() throws(PCIeError)
    /// Restores the power and re-enumerates the function; the controller is disabled afterwards.
    func powerOn() throws(PCIeError)
}

/// A device model that runs in the caller's thread, on a virtual clock.
public protocol DeviceStepper: AnyObject, Sendable {
    /// Does the next thing that the device has to do. Returns false when nothing is left that time alone could bring on.
    @discardableResult
    func step() -> Bool
}
