import CNVMeHost
import NVMeSpec

extension EmulatedController {
    /// Takes over what the host wrote into the doorbell of a submission queue that exists.
    @inline(__always)
    func readTail(_ id: Int) {
        let value = nvme_load_acquire32(queues.cell(2 &* id))
        if value != queues.seen[2 &* id] { takeTail(id, value) }
    }

    @inline(__always)
    func readHead(_ id: Int) {
        let value = nvme_load_acquire32(queues.cell(2 &* id &+ 1))
        if value != queues.seen[2 &* id &+ 1] { takeHead(id, value) }
    }

    @inline(__always)
    private func takeTail(_ id: Int, _ value: UInt32) {
        queues.seen[2 &* id] = value
        if !queues.submission[id].setTail(value) { stopQueue(id) }
    }

    @inline(__always)
    private func takeHead(_ id: Int, _ value: UInt32) {
        queues.seen[2 &* id &+ 1] = value
        if !queues.completion[id].setHead(value) { reportDoorbell(.invalidWriteValue) }
    }

    /// Looks at every doorbell, also of queues that do not exist. Too slow for each round: done before the device sleeps.
    ///
    /// - Returns: whether a doorbell has been rung since the last look.
    func scanDoorbells() -> Bool {
        guard engine.pointee.isRunning else { return false }
        var found = false
        for index in 0..<2 &* queues.count {
            let value = nvme_load_acquire32(queues.cell(index))
            if value == queues.seen[index] { continue }
            found = true
            doorbellChanged(index, value)
        }
        if engine.pointee.hasNews { deliverEvents() }
        return found
    }

    private func doorbellChanged(_ index: Int, _ value: UInt32) {
        let id = index / 2
        if index & 1 == 0 {
            if queues.hasSubmissionQueue(id) { return takeTail(id, value) }
        } else if queues.hasCompletionQueue(id) {
            return takeHead(id, value)
        }
        queues.seen[index] = value
        reportDoorbell(.invalidDoorbell)
    }

    /// A register write to the doorbell area: checked at once.
    func writeDoorbell(at offset: Int, _ value: UInt32) {
        guard engine.pointee.isRunning else { return }
        if let index = queues.doorbellIndex(at: offset) {
            // 15:0 is the index; the rest of the register is reserved.
            nvme_store32(queues.cell(index), value & 0xFFFF)
            // A repeated value changes nothing in the cell, but is still rung at a queue that may not exist.
            doorbellChanged(index, value & 0xFFFF)
        } else {
            reportDoorbell(.invalidDoorbell)
        }
        if engine.pointee.hasNews { deliverEvents() }
    }

    /// The tail is no tail: no additional commands are consumed (NVMe Base 2.1 §3.3.1.2), and whatever is rung later is ignored.
    @inline(never)
    private func stopQueue(_ id: Int) {
        if queues.submission[id].isStopped { return }
        queues.submission[id].stop()
        reportDoorbell(.invalidWriteValue)
    }

    /// The host rang a doorbell that it must not ring (NVMe Base 2.0 §5.2, Error Status events): no command's error.
    @inline(never)
    private func reportDoorbell(_ event: ErrorStatusEvent) {
        errorLog.append(
            queue: 0xFFFF, commandID: 0xFFFF, opcode: 0, status: event.status.rawValue, location: 0xFFFF, lba: 0,
            nsid: 0,
            statistics)
        asynchronousEvents.post(AsynchronousEvent(.error, event.rawValue, logPage: .errorInformation))
        engine.pointee.hasNews = true
    }
}

/// Asynchronous Event Information of Error Status events.
enum ErrorStatusEvent: UInt8 {
    case invalidDoorbell = 0
    case invalidWriteValue = 1
    case diagnosticFailure = 2
    case persistentInternalError = 3
    case transientInternalError = 4
    case firmwareLoadError = 5

    /// The status value that says most of it, where no command has one (NVMe Base 2.0 §5.16.1.2, Status Info).
    var status: StatusCode {
        switch self {
        case .invalidDoorbell: .invalidQueueIdentifier
        case .invalidWriteValue: .invalidField
        case .firmwareLoadError: .invalidFirmwareImage
        case .diagnosticFailure, .persistentInternalError, .transientInternalError: .internalError
        }
    }
}
