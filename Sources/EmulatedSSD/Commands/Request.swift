import NVMeSpec

/// One command while it is being executed: a private copy of its entry, where it came from, and its host memory.
///
/// There is one of these, reused for every command. A handler must not keep anything of it.
struct Request {
    /// The command. Read once from host memory, which the host may overwrite meanwhile.
    var sqe = SubmissionQueueEntry()
    /// Submission queue that the command came from; 0 is the admin queue.
    var sqID: UInt16 = 0
    /// Generation of the controller that fetched the command.
    var generation: UInt32 = 0
    /// The command's role in a fused pair, `.normal` outside.
    var fused = FusedOperation.normal
    /// The second command of the pair while the first one executes (and the first one while the second does).
    var partner = SubmissionQueueEntry()
    /// Host memory of the data pointer, after `mapData`.
    var data: HostData
    /// First LBA at fault, for the Error Information log page.
    var errorLBA: UInt64 = 0
    /// Parameter Error Location (byte in 7:0, bit in 10:8); FFFFh: not specific to a parameter.
    var errorLocation: UInt16 = 0xFFFF
    /// Nanoseconds that the handler adds to the latency model's answer.
    var extraLatency: UInt64 = 0
    /// Bytes that the latency model charges for.
    var mediaBytes = 0

    init(data: HostData) { self.data = data }

    var opcode: UInt8 { sqe.opcode }
    var nsid: UInt32 { sqe.nsid }

    /// Forgets the command before: only the entry and where it came from remain.
    @inline(__always)
    mutating func begin(queue: UInt16, generation: UInt32) {
        sqID = queue
        self.generation = generation
        fused = .normal
        data.removeAll()
        errorLBA = 0
        errorLocation = 0xFFFF
        extraLatency = 0
        mediaBytes = 0
    }
}

extension Request {
    /// Resolves the data pointer (PRPs or SGLs, by PSDT) for `byteCount` bytes into `data`.
    ///
    /// - Returns: `.success`, or what the command has to be completed with. Zero bytes need no valid pointer.
    ///   Transfers beyond MDTS are refused (Invalid Field in Command).
    mutating func mapData(_ byteCount: Int, in controller: EmulatedController) -> StatusCode {
        guard byteCount <= controller.maximumTransfer else { return .invalidField }
        if sqe.cdw0 & 0xC000 == 0 {
            return data.mapPRP(
                sqe.prp1, sqe.prp2, byteCount: byteCount, pages: controller.memoryPage, map: controller.map)
        }
        return data.mapSGL(
            sqe.prp1, sqe.prp2, byteCount: byteCount, isSource: sqe.cdw0 & 0b11 == 0b01, map: controller.map)
    }

    /// Copies from host memory: the data of a command that the host sends.
    ///
    /// - Returns: `.success`, or what `mapData` refused it with.
    mutating func receive(
        into destination: UnsafeMutableRawPointer, byteCount: Int, in controller: EmulatedController
    ) -> StatusCode {
        let code = mapData(byteCount, in: controller)
        if code == .success { data.copyOut(to: destination) }
        return code
    }

    /// Copies to host memory: the answer of a command that reads.
    mutating func send(
        from source: UnsafeRawPointer, byteCount: Int, in controller: EmulatedController
    ) -> StatusCode {
        let code = mapData(byteCount, in: controller)
        if code == .success { data.copyIn(from: source) }
        return code
    }

    /// `send` for structures that were built as arrays (admin commands). Sends the first `byteCount` bytes.
    mutating func send(_ bytes: [UInt8], byteCount: Int, in controller: EmulatedController) -> StatusCode {
        bytes.withUnsafeBytes { source in
            guard let base = source.baseAddress, byteCount > 0 else { return .success }
            return send(from: base, byteCount: min(byteCount, source.count), in: controller)
        }
    }

    /// `receive` into a fresh array.
    mutating func receive(_ byteCount: Int, in controller: EmulatedController) -> (StatusCode, [UInt8]) {
        var bytes = [UInt8](repeating: 0, count: byteCount)
        let code = bytes.withUnsafeMutableBytes { target in
            guard let base = target.baseAddress else { return StatusCode.success }
            return receive(into: base, byteCount: byteCount, in: controller)
        }
        return (code, bytes)
    }

    /// The contiguous metadata buffer at MPTR (PSDT 00b and 01b), nil when the device cannot reach all of it.
    func metadata(byteCount: Int, in controller: EmulatedController) -> UnsafeMutableRawPointer? {
        controller.map.translate(sqe.metadataPointer, byteCount: byteCount)
    }
}
