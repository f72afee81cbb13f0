import CNVMeHost
import Glibc
import NVMeSpec
import PCIExpress
import Synchronization

/// How CC.SHN announces a shutdown.
public enum ShutdownNotification: UInt8, Sendable {
    case normal = 0b01
    case abrupt = 0b10
}

extension Controller {
    /// Controller level reset: CC.EN 1 - 0, then the initialisation procedure again.
    ///
    /// Queue pairs become stale, outstanding commands are forgotten, `timeout` and namespaces stay. One reset at a time: a second
    /// thread waits for the first.
    ///
    /// Throws `notInitialised` when there is no procedure to repeat, `reentrantWait` inside a completion closure.
    public func reset() throws {
        try bringUp { try resetAlone() }
    }

    private func resetAlone() throws {
        let (isClosed, initialiser) = state.withLock { ($0.isClosed, $0.initialiser) }
        guard !isClosed else { throw NVMeError.closed }
        guard let initialiser else { throw NVMeError.notInitialised(missing: "initialisation procedure") }
        try disable()
        try initialiseAlone(initialiser.value)
    }

    /// Resets the PCIe function. `reset()` brings the controller up again.
    public func pcieReset(_ kind: ResetKind) throws(NVMeError) {
        takeOver()
        let function = self.function
        try onLink { () throws(PCIeError) in try function.reset(kind) }
        if answersConfiguration { function.leases.end(.functionReset) }
        state.withLock { $0.registersWereReset() }
    }

    /// NVM subsystem reset through NSSR. `reset()` brings the controller up again.
    ///
    /// The link goes down with the subsystem, and configuration space is lost (PCIe Base 5.0 §2.9.1): it is restored as soon as the
    /// function answers. Throws `unsupported` when CAP.NSSRS is 0, `removed` when the function does not come back within a second.
    public func subsystemReset() throws(NVMeError) {
        guard try capabilities.subsystemResetSupported else {
            throw .unsupported(operation: "an NVM subsystem reset", because: "CAP.NSSRS is 0")
        }
        let function = self.function
        let saved = try onLink { () throws(PCIeError) in try SavedConfiguration(of: function) }
        // First: who waits on a queue meanwhile shall see that it is gone, not that nothing comes.
        takeOver()
        try writeRegister(RegisterOffset.nssr, UInt64(subsystemResetSignature))
        try waitForLink()
        try onLink { () throws(PCIeError) in try saved.restore(to: function) }
    }

    /// Waits until configuration space answers, at most the second that PCIe Base 5.0 §6.6.1 allows.
    private func waitForLink() throws(NVMeError) {
        let function = self.function
        var patience = patience(limit: .seconds(1))
        while true {
            let vendor = try onLink { () throws(PCIeError) in try function.readConfiguration(at: 0, width: .word) }
            if vendor != 0xFFFF { return }
            switch patience.turn() {
            case .again, .look: continue
            case .expired, .exhausted: throw .removed(address: address)
            }
        }
    }

    /// Announces a shutdown and waits until CSTS.SHST reports it complete. `reset()` brings the controller up again.
    ///
    /// - Parameter limit: nil for 10 s plus the controller's RTD3 entry latency.
    ///
    /// Throws `shutdownTimeout`.
    public func shutdown(
        _ notification: ShutdownNotification = .normal, limit: Duration? = nil
    ) throws(NVMeError) {
        let latency = state.withLock { $0.shutdownMicroseconds }
        let limit = limit ?? .seconds(10) + .microseconds(Int64(latency))
        var configuration = try self.configuration
        configuration.shutdownNotification = notification.rawValue
        try setConfiguration(configuration)
        var patience = patience(limit: limit)
        while true {
            let status = try self.status
            if status.shutdownStatus == .complete {
                // An abrupt shutdown leaves the write cache to its fate.
                if notification == .normal { integrity.shutDown() }
                return
            }
            switch patience.turn() {
            case .again, .look: continue
            case .expired, .exhausted: throw .shutdownTimeout(limit: limit, status: status)
            }
        }
    }

    /// Cuts the power without notice. Throws `unsupported` where the platform cannot.
    public func powerOff() throws(NVMeError) {
        let power = try self.power
        takeOver()
        try onLink { () throws(PCIeError) in try power.powerOff() }
        function.leases.end(.powerOff)
        powerWasLost()
    }

    /// Looks for the traces of a power loss that nobody has announced, such as a surprise removal: registers are as the host did not
    /// leave them, and no reset of the host's has changed them. CC.EN is clear, or, where the host has cleared it itself, ASQ is another.
    func noticePowerLoss() throws(NVMeError) {
        let (isEnabled, address) = state.withLock { ($0.isEnabled, $0.adminAddress) }
        if isEnabled, try !configuration.enable { return powerWasLost() }
        if let address, try readRegister(RegisterOffset.asq, width: .qword) != address { powerWasLost() }
    }

    private func powerWasLost() {
        let hasCache = state.withLock { state in
            state.registersWereReset()
            return state.hasVolatileWriteCache
        }
        integrity.powerWasLost(hasVolatileWriteCache: hasCache)
    }

    /// Restores the power. `reset()` brings the controller up again.
    public func powerOn() throws(NVMeError) {
        let power = try self.power
        try onLink { () throws(PCIeError) in try power.powerOn() }
    }

    /// Cuts the power, waits, restores it. `reset()` brings the controller up again.
    public func powerCycle(off duration: Duration = .zero) throws(NVMeError) {
        try powerOff()
        var pause = timespec()
        pause.tv_sec = time_t(duration.wholeNanoseconds / 1_000_000_000)
        pause.tv_nsec = Int(duration.wholeNanoseconds % 1_000_000_000)
        var rest = timespec()
        while nanosleep(&pause, &rest) != 0, errno == EINTR { pause = rest }
        try powerOn()
    }

    private var power: any PowerControl {
        get throws(NVMeError) {
            guard let power = function.power else {
                throw .unsupported(operation: "switching the power", because: "'\(address)' has no power control")
            }
            return power
        }
    }

    /// Forgets all queues, clears CC.EN without a shutdown notification, and lets go of everything. Idempotent.
    ///
    /// A controller that another `Controller` of the same function has set up since is left alone. A bring-up in another thread ends
    /// with `closed`, and is waited for.
    /// The function stays open; whoever opened it closes it. Throws when the controller does not become disabled; it is
    /// closed nevertheless.
    public func close() throws(NVMeError) {
        let wasClosed = state.withLock { state in
            defer {
                state.isClosed = true
                state.initialiser = nil
            }
            return state.isClosed
        }
        guard !wasClosed else { return }
        // A bring-up of another thread ends at its next step; what it has enabled by then is disabled here.
        let use = function.leases.use
        var wait = BringUpWait(self)
        var isAlone = use.beginSetUp()
        while !isAlone, (try? wait.turn()) != nil { isAlone = use.beginSetUp() }
        defer { if isAlone { use.endSetUp() } }
        let admin = openState.admin
        forgetQueues()
        events.close()
        if let admin, function.isPresent, isOurs(admin) { try clearEnable(limit: readyLimitOrLess) }
        guard isAlone else { throw .resetInProgress }
    }

    private var readyLimitOrLess: Duration {
        get throws(NVMeError) { min(.seconds(10), .milliseconds(500) * max(1, Int(try capabilities.timeout))) }
    }
}

extension Controller.State {
    /// The registers are not as the host has left them.
    mutating func registersWereReset() {
        isEnabled = false
        adminAddress = nil
    }
}
