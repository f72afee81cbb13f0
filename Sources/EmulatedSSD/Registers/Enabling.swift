import NVMeSpec

/// CC: enabling, disabling and shutting down (NVMe Base 2.0 §3.1.3.5, §3.5.3, §3.6).
extension EmulatedController {
    /// The host wrote CC.
    func writeConfiguration(_ value: ControllerConfiguration) {
        let old = registers.configuration
        registers.configuration.rawValue = value.rawValue & Self.writableConfiguration
        if old.enable, value.enable {
            // CSS, MPS and AMS may only change while the controller is disabled: such a change is ignored.
            registers.configuration.commandSetSelected = old.commandSetSelected
            registers.configuration.memoryPageSize = old.memoryPageSize
            registers.configuration.arbitrationMechanism = old.arbitrationMechanism
        }
        if old.enable, !value.enable { reset(.controller) }
        if !old.enable, value.enable { enable() }
        if old.shutdownNotification != value.shutdownNotification { notifyShutdown(value.shutdownNotification) }
        updateRunning()
    }

    /// EN, CSS, MPS, AMS, SHN, IOSQES, IOCQES. CRIME is read-only because CAP.CRMS is 01b; the rest is reserved.
    private static var writableConfiguration: UInt32 { 0x00FF_FFF1 }

    private func enable() {
        registers.shutdown = .none
        guard isConfigurationValid, makeAdminQueues() else {
            registers.state = .fatal(wasReady: false)
            return
        }
        registers.state = .ready
        engine.pointee.isWeighted = registers.configuration.arbitrationMechanism == 0b001
    }

    /// Whether CC selects only what CAP offers.
    private var isConfigurationValid: Bool {
        let (cc, cap) = (registers.configuration, registers.capabilities)
        let pages = cap.memoryPageSizeMinimum...max(cap.memoryPageSizeMinimum, cap.memoryPageSizeMaximum)
        guard pages.contains(cc.memoryPageSize) else { return false }
        // 000b NVM, 110b all supported (bit 6), 111b admin only (bit 7).
        let commandSetBit: [UInt8: UInt8] = [0b000: 0, 0b110: 6, 0b111: 7]
        guard let bit = commandSetBit[cc.commandSetSelected], cap.commandSetsSupported >> bit & 1 == 1 else {
            return false
        }
        let mechanisms: [UInt8: Bool] = [0b000: true, 0b001: cap.arbitrationMechanismSupported & 1 == 1]
        guard mechanisms[cc.arbitrationMechanism] == true else { return false }
        // The entry sizes may still be zero here: they have to be right before I/O queues are made.
        guard cc.submissionEntrySize == 0 || cc.submissionEntrySize == Self.submissionEntryShift else { return false }
        return cc.completionEntrySize == 0 || cc.completionEntrySize == Self.completionEntryShift
    }

    static var submissionEntryShift: UInt8 { 6 }
    static var completionEntryShift: UInt8 { 4 }

    private func makeAdminQueues() -> Bool {
        memoryPage = MemoryPage(shift: 12 + Int(registers.configuration.memoryPageSize))
        let submissionEntries = Int(registers.adminQueueAttributes.submissionQueueSize) + 1
        let completionEntries = Int(registers.adminQueueAttributes.completionQueueSize) + 1
        guard submissionEntries >= 2, completionEntries >= 2,
            registers.adminSubmissionQueueBase & memoryPage.mask == 0,
            registers.adminCompletionQueueBase & memoryPage.mask == 0
        else { return false }
        let completion = contiguousMemory(
            registers.adminCompletionQueueBase, entries: completionEntries, shift: Self.completionEntryShift)
        guard let completion else { return false }
        let submission = contiguousMemory(
            registers.adminSubmissionQueueBase, entries: submissionEntries, shift: Self.submissionEntryShift)
        guard let submission else {
            completion.deallocate()
            return false
        }
        queues.addCompletionQueue(
            0, memory: completion, entryCount: completionEntries, vector: 0, interrupts: true)
        queues.addSubmissionQueue(
            0, memory: submission, entryCount: submissionEntries, completionQueue: 0, priority: 0)
        return true
    }

    /// The memory of a physically contiguous queue; nil when the device cannot reach all of it.
    func contiguousMemory(_ base: UInt64, entries: Int, shift: UInt8) -> QueueMemory? {
        let count = QueueMemory.pageCount(entryCount: entries, entryShift: Int(shift), page: memoryPage)
        let addresses = (0..<count).map { base &+ UInt64($0 << memoryPage.shift) }
        return queueMemory(addresses, entries: entries, shift: shift)
    }

    func queueMemory(_ pageAddresses: [UInt64], entries: Int, shift: UInt8) -> QueueMemory? {
        let memory = QueueMemory(
            pageAddresses: pageAddresses, entryCount: entries, entryShift: Int(shift), page: memoryPage)
        if memory.resolve(in: map) { return memory }
        memory.deallocate()
        return nil
    }

    /// CC.SHN changed: 01b normal, 10b abrupt.
    private func notifyShutdown(_ notification: UInt8) {
        guard notification == 0b01 || notification == 0b10 else { return }
        if notification == 0b01 { namespaces.forEach { $0.media.flush() } }
        registers.shutdown = .complete
    }
}
