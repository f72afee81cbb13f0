import NVMeSpec

/// From a fetched entry to its handler.
extension EmulatedController {
    func executeAdmin() {
        guard let row = adminRows[Int(request.pointee.opcode)] else { return finish(.failure(.invalidOpcode)) }
        // Admin commands are never fused, and use PRPs over PCIe (NVMe Base 2.0 figure "Common Command Format").
        guard request.pointee.sqe.cdw0 & 0xC300 == 0 else { return finish(.failure(.invalidField)) }
        // NVMe Base 2.3 figure 92: a command that does not use NSID refuses all but 0.
        guard row.usesNamespaceIdentifier || request.pointee.nsid == 0 else {
            return finish(request.pointee.refuse(.invalidField, at: ParameterLocation.namespaceID))
        }
        if engine.pointee.sanitizeRestricts, !row.allowedDuringSanitize {
            return finish(.failure(sanitize.refusal))
        }
        let generation = engine.pointee.generation
        let outcome = row.handler(&request.pointee, self)
        // A command may have reset the controller that it was fetched by.
        guard generation == engine.pointee.generation else { return }
        finish(outcome)
        deliverEvents()
    }

    @inline(__always)
    func executeNVM(_ queue: UnsafeMutablePointer<SubmissionQueue>) {
        if request.pointee.sqe.cdw0 & 0x300 != 0 { return executeFused(queue) }
        finish(runNVM())
    }

    /// Executes the command in `request` for the namespace that it names.
    @inline(__always)
    func runNVM() -> Outcome {
        guard let row = nvmRows[Int(request.pointee.opcode)] else { return .failure(.invalidOpcode) }
        guard request.pointee.sqe.cdw0 & 0xC000 != 0xC000 else { return .failure(.invalidField) }
        let index = request.pointee.nsid &- 1
        guard index < UInt32(namespaces.count), let unmanaged = namespaceTable[Int(index)] else {
            return runWithoutNamespace(row)
        }
        if engine.pointee.sanitizeRestricts, !row.allowedDuringSanitize { return .failure(sanitize.refusal) }
        return unmanaged._withUnsafeGuaranteedRef { namespace in
            if namespace.formatInProgress { return .failure(.formatInProgress) }
            return row.handler(&request.pointee, namespace, self)
        }
    }

    /// NSID 0, inactive, or all namespaces.
    @inline(never)
    private func runWithoutNamespace(_ row: NVMCommandRow) -> Outcome {
        guard request.pointee.nsid == .max else { return .failure(.invalidNamespaceOrFormat) }
        // A namespace identifier that the command does not take, though it is valid (NVMe Base 2.0 §3.3.3.1, NSID).
        guard row.acceptsBroadcast else { return .failure(.invalidField) }
        if engine.pointee.sanitizeRestricts, !row.allowedDuringSanitize { return .failure(sanitize.refusal) }
        var outcome = Outcome.success
        for namespace in namespaces {
            if namespace.formatInProgress { return .failure(.formatInProgress) }
            outcome = row.handler(&request.pointee, namespace, self)
            guard case .complete(let status, _, _) = outcome, status.isSuccess else { return outcome }
        }
        return outcome
    }

    /// An error that the host will be told: counted, and kept in the Error Information log page.
    @inline(never)
    func recordError(_ status: Status) {
        guard !status.isSuccess else { return }
        let request = request.pointee
        errorLog.append(
            queue: request.sqID, commandID: request.sqe.commandID, opcode: request.opcode, status: status.rawValue,
            location: request.errorLocation, lba: request.errorLBA, nsid: request.nsid, statistics)
    }

    /// Completes Asynchronous Event Request commands for events that the host may be told now.
    ///
    /// - Returns: how many were completed.
    @inline(never)
    @discardableResult
    func deliverEvents() -> Int {
        engine.pointee.hasNews = false
        guard engine.pointee.isRunning else { return 0 }
        var done = 0
        while asynchronousEvents.isDeliverable, queues.hasCompletionQueue(0) {
            readHead(0)
            // Places that were promised to commands are theirs: an event waits until the host has read.
            guard queues.completion[0].hasRoom, let event = asynchronousEvents.next() else {
                engine.pointee.hasNews = true
                break
            }
            post(0, event.commandID, 0, event.dw0, 0)
            done &+= 1
        }
        if engine.pointee.touchedCount > 0 { raiseInterrupts() }
        return done
    }
}
