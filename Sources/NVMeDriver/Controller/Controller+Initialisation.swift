import NVMeSpec
import PCIExpress
import Synchronization

extension Controller {
    /// Entries of the admin queues: 127 commands outstanding.
    static let adminEntries = 128

    /// Brings the controller up by the standard procedure (NVMe Base 2.0 §3.5.1), which `reset()` then repeats.
    ///
    /// Throws `readyTimeout`, `removed`, `controllerFatal`, `reentrantWait` inside a completion closure, or what one of its steps
    /// throws.
    public func initialise() throws {
        try initialise { try $0.standardInitialisation() }
    }

    /// Brings the controller up by your own procedure, which `reset()` then repeats.
    ///
    /// Building blocks: `disable`, `setUpAdminQueue`, `enable`, `setUpNamespaces`, `setUpCommandSets`, `setUpQueues`,
    /// `asynchronousEventRequest`.
    /// Until the procedure returns, admin commands of other threads wait, because it comes first (Number of Queues, for one, has to
    /// be set before any I/O queue is made); they get `resetInProgress` after `timeout` plus `waitGrace`.
    public func initialise(_ procedure: @escaping (Controller) throws -> Void) throws {
        try bringUp { try initialiseAlone(procedure) }
    }

    func initialiseAlone(_ procedure: @escaping (Controller) throws -> Void) throws {
        let procedure = Unchecked(procedure)
        try state.withLock { state throws(NVMeError) in
            if state.isClosed { throw .closed }
            state.initialiser = procedure
        }
        takeOver()
        try enableInterrupts()
        try procedure.value(self)
    }

    /// Disable, admin queue, enable, namespaces, command sets, number of queues, one event request.
    public func standardInitialisation() throws {
        try disable()
        try setUpAdminQueue()
        try enable()
        try setUpNamespacesPatiently()
        try setUpCommandSets()
        let channel = makeAdminChannel()
        // As many I/O queues as the controller will give: FFFEh is the most that can be asked for.
        try channel.setFeatures(.numberOfQueues, 0xFFFE_FFFE).wait()
        try setUpQueues(granted: channel.getFeatures(.numberOfQueues).wait().dw0)
        try asynchronousEventRequest()
    }

    /// Clears CC.EN, and a shutdown notification, and waits for CSTS.RDY = 0.
    public func disable() throws(NVMeError) {
        takeOver()
        try noticePowerLoss()
        let limit = try readyLimit
        try clearEnable(limit: limit)
    }

    /// Makes a clean admin queue pair of 128 entries and programs AQA, ASQ and ACQ. Needs a disabled controller.
    public func setUpAdminQueue() throws(NVMeError) {
        try setUpAdminQueue(pageSize: defaultConfiguration.memoryPageByteCount)
    }

    /// - Parameter pageSize: CC.MPS in bytes, which the base addresses are aligned to (NVMe Base 2.0 §3.1.3.9).
    private func setUpAdminQueue(pageSize: Int) throws(NVMeError) {
        try requireUse()
        function.leases.use.take(self)
        // The power may have gone since CC.EN was cleared.
        try noticePowerLoss()
        let entries = Self.adminEntries
        let lease = function.leases.begin()
        let rings = try makeRings(lease, entries: entries, pageSize: pageSize)
        let attributes = AdminQueueAttributes(submissionEntries: entries, completionEntries: entries)
        try writeRegister(RegisterOffset.aqa, UInt64(attributes.rawValue))
        try writeRegister(RegisterOffset.asq, rings.submission.ioVirtualAddress, width: .qword)
        try writeRegister(RegisterOffset.acq, rings.completion.ioVirtualAddress, width: .qword)
        let admin = AdminQueue(
            try makeCore(rings, lease, id: 0, entries: entries, pageSize: pageSize),
            address: rings.submission.ioVirtualAddress, pageSize: pageSize, events: events)
        try state.withLock { state throws(NVMeError) in
            if state.isClosed { throw .closed }
            if let successor = state.successor { throw .superseded(address: address, by: successor) }
            state.admin = admin
        }
    }

    /// Writes CC, first without and then with EN, and waits for CSTS.RDY = 1.
    ///
    /// - Parameter configuration: nil for round robin, 64- and 16-byte entries, the smallest page, all command sets.
    public func enable(_ configuration: ControllerConfiguration? = nil) throws(NVMeError) {
        let standard = try defaultConfiguration
        var configuration = configuration ?? standard
        // Another memory page than the admin queue was made for; it has not been used yet.
        if let admin = openState.admin, admin.pageSize != configuration.memoryPageByteCount, isOurs(admin) {
            try setUpAdminQueue(pageSize: configuration.memoryPageByteCount)
        }
        configuration.enable = false
        try requireUse()
        try setConfiguration(configuration)
        configuration.enable = true
        try setConfiguration(configuration)
        try waitReady(true)
    }

    /// Waits for CSTS.RDY to have a value. Throws `readyTimeout` after CAP.TO or what CRTO says beyond it, `controllerFatal`, `removed`.
    public func waitReady(_ ready: Bool) throws(NVMeError) {
        try waitReady(ready, limit: readyLimit)
    }

    func waitReady(_ ready: Bool, limit: Duration) throws(NVMeError) {
        var patience = patience(limit: limit)
        while true {
            let status = try self.status
            if status.ready == ready { return ready ? () : endLeasesOfDisabled() }
            if ready, status.controllerFatal { throw .controllerFatal(status) }
            switch patience.turn() {
            case .again, .look: continue
            case .expired, .exhausted: throw .readyTimeout(expected: ready, limit: limit, status: status)
            }
        }
    }

    /// How long CSTS.RDY may take; at least one unit of 500 ms, for devices that report 0.
    ///
    /// CAP.TO holds no more than 127.5 s. Where CAP.CRMS says that CRTO is there, it governs (NVMe Base 2.0 §3.1.3.1, §3.1.3.21): CRWMT, or
    /// CRIMT for a controller that is to get ready independent of its media. Devices that report less there than in CAP.TO, which the
    /// standard rules out, get the longer time.
    private var readyLimit: Duration {
        get throws(NVMeError) {
            let capabilities = try self.capabilities
            var units = max(1, Int(capabilities.timeout))
            if capabilities.controllerReadyModesSupported & 0b01 != 0 {
                let timeouts = ControllerReadyTimeouts(
                    rawValue: UInt32(truncatingIfNeeded: try readRegister(RegisterOffset.crto)))
                let isIndependent = try configuration.readyIndependentOfMedia
                units = max(units, Int(isIndependent ? timeouts.readyIndependentOfMedia : timeouts.readyWithMedia))
            }
            return .milliseconds(500) * units
        }
    }

    func clearEnable(limit: Duration) throws(NVMeError) {
        var configuration = try self.configuration
        // Clearing EN before RDY has followed it is undefined (NVMe Base 2.0 §3.5.3); a failed controller never gets there.
        if configuration.enable, try !status.controllerFatal {
            do { try waitReady(true, limit: limit) } catch .readyTimeout {} catch .controllerFatal {}
        }
        // The other fields stay (NVMe Base 2.3 §3.5.3, §3.7.2.1), but for a shutdown that would be announced again.
        configuration.enable = false
        configuration.shutdownNotification = 0
        try setConfiguration(configuration)
        try waitReady(false, limit: limit)
    }

    private var defaultConfiguration: ControllerConfiguration {
        get throws(NVMeError) {
            let capabilities = try self.capabilities
            var configuration = ControllerConfiguration(rawValue: 0x0046_0000)
            configuration.memoryPageSize = capabilities.memoryPageSizeMinimum
            let sets = capabilities.commandSetsSupported
            configuration.commandSetSelected = sets.bit(6) ? 0b110 : sets.bit(7) ? 0b111 : 0
            return configuration
        }
    }

    private func enableInterrupts() throws(NVMeError) {
        let interrupts = function.interrupts
        guard interrupts.count > 0 else { return }
        try onLink { () throws(PCIeError) in try interrupts.enable() }
    }

    /// Checks that the controller has namespaces to offer (Identify Controller, NN).
    public func setUpNamespaces() throws {
        let data = try identifyController()
        guard data.numberOfNamespaces > 0 else {
            throw NVMeError.invalidDeviceData(what: "NN, number of namespaces", value: 0, limit: "at least 1")
        }
    }

    /// Where CC.CSS selects all command sets that the controller supports (110b): asks which of them may be used together (Identify,
    /// CNS 1Ch), and selects the combination of the most (I/O Command Set Profile, feature 19h; NVMe Base 2.3 §3.5.1 step 8).
    ///
    /// A combination without the command set of an attached namespace is refused by the controller: then the next is tried. Throws
    /// `invalidDeviceData` when the controller names none, `status` when it refuses all.
    public func setUpCommandSets() throws {
        guard try configuration.commandSetSelected == 0b110 else { return }
        let list = IOCommandSetList(bytes: try identifyData(.ioCommandSetList, controllerID: 0xFFFF))
        let combinations = list.combinations.prefix { $0.rawValue != 0 }.map(\.rawValue.nonzeroBitCount)
        guard !combinations.isEmpty else {
            throw NVMeError.invalidDeviceData(
                what: "IOCSC0, I/O Command Set Combination 0", value: 0, limit: "at least one command set")
        }
        let channel = makeAdminChannel()
        var refused: Completion?
        // The first of equals.
        for index in combinations.indices.sorted(by: { (combinations[$0], $1) > (combinations[$1], $0) }) {
            let answer = try channel.setFeatures(.ioCommandSetProfile, UInt32(index)).completion()
            if answer.succeeded { return answer.acknowledge() }
            answer.acknowledge()
            guard answer.code == .ioCommandSetCombinationRejected else { throw NVMeError.status(answer) }
            refused = answer
        }
        if let refused { throw NVMeError.status(refused) }
    }

    /// Some controllers need a moment after RDY until they know their namespaces.
    private func setUpNamespacesPatiently() throws {
        do {
            try setUpNamespaces()
        } catch NVMeError.commandTimeout(let completion, let limit, let place) {
            // Who was silent for that long has had its moment.
            throw NVMeError.commandTimeout(completion, limit: limit, at: place)
        } catch {
            warnings.add(.namespaceSetUpRetried)
            var patience = patience(limit: .seconds(1))
            while case .again = patience.turn() {}
            try setUpNamespaces()
        }
    }

    /// Takes dword 0 of Get Features, Number of Queues: later queue pairs beyond what was granted fail at once.
    public func setUpQueues(granted dword0: UInt32) {
        let granted = NumberOfQueuesFeature(rawValue: dword0)
        state.withLock { $0.queueLimit = Int(min(granted.submissionQueues, granted.completionQueues)) + 1 }
    }
}
