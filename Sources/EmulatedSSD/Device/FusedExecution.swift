import NVMeSpec

/// Fused operations: Compare and Write, the one pair that the NVM command set has (NVMe Base 2.0 §3.4.2).
extension EmulatedController {
    /// The command in `request` has a FUSE field that is not zero.
    @inline(never)
    func executeFused(_ queue: UnsafeMutablePointer<SubmissionQueue>) {
        let role = request.pointee.sqe.fusedOperation
        // A second command that no first one came before, or a reserved value.
        guard role == .first else {
            return finish(.failure(role == .second ? .abortedMissingFused : .invalidField))
        }
        // Both stand next to each other, and one doorbell write covers both.
        var second = SubmissionQueueEntry()
        guard !queue.pointee.isEmpty else { return finish(.failure(.abortedMissingFused)) }
        guard copyEntry(queue, at: queue.pointee.head, to: &second) else { return fail() }
        guard second.fusedOperation == .second else { return finish(.failure(.abortedMissingFused)) }
        let completion = queues.completion + Int(queue.pointee.completionQueue)
        queue.pointee.head = queue.pointee.next(queue.pointee.head)
        completion.pointee.reserved &+= 1
        executePair(second)
    }

    private func executePair(_ second: SubmissionQueueEntry) {
        let first = request.pointee.sqe
        let pairing = fusedCompareAndWriteStatus(first: first, second: second)
        request.pointee.fused = .first
        request.pointee.partner = second
        let outcome = pairing == .success ? runNVM() : .failure(pairing)
        let hasFailed = if case .complete(let status, _, _) = outcome { !status.isSuccess } else { true }
        finish(outcome)

        let (queue, generation) = (request.pointee.sqID, request.pointee.generation)
        request.pointee.sqe = second
        request.pointee.begin(queue: queue, generation: generation)
        request.pointee.fused = .second
        request.pointee.partner = first
        // What is no pair is refused as a whole (NVM Command Set 1.0 §2.1.3.1).
        let refusal = pairing == .success ? StatusCode.abortedFailedFused : pairing
        finish(hasFailed ? .failure(refusal) : runNVM())
    }
}
