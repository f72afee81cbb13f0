import NVMeSpec

/// Compare (NVM Command Set 1.0 §3.2.1): Compare Failure where the host's data differ.
func executeCompare(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    let geometry = namespace.geometry
    let blocks = BlockRange(request.sqe)
    let byteCount = blocks.byteCount(geometry)
    guard byteCount <= controller.maximumTransfer else {
        return request.refuse(.invalidField, at: ParameterLocation.cdw12)
    }
    guard geometry.contains(blocks.first, count: blocks.count) else {
        return request.refuseRange(blocks, geometry, at: ParameterLocation.startingLBA)
    }
    let mapped = request.mapData(byteCount, in: controller)
    guard mapped == .success else { return .failure(mapped) }

    let media = namespace.media
    let range = blocks.bytes(geometry)
    if request.forceUnitAccess { media.commit(range) }
    var result = media.check(range, deallocatedIsError: namespace.deallocatedBlockError)
    if result == .success {
        var host = HostCursor(request.data)
        result = media.compare(range, with: &host)
    }
    guard result == .success else { return request.fail(result, blocks, namespace, controller) }
    controller.countRead(byteCount)
    request.mediaBytes = byteCount
    return .success
}

/// Verify (NVM Command Set 1.0 §3.2.5): what a Read would find, without data.
func executeVerify(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    let geometry = namespace.geometry
    let blocks = BlockRange(request.sqe)
    guard geometry.contains(blocks.first, count: blocks.count) else {
        return request.refuseRange(blocks, geometry, at: ParameterLocation.startingLBA)
    }
    let range = blocks.bytes(geometry)
    if request.forceUnitAccess { namespace.media.commit(range) }
    let result = namespace.media.check(range, deallocatedIsError: namespace.deallocatedBlockError)
    guard result == .success else { return request.fail(result, blocks, namespace, controller) }
    // A SMART Data Units Read Command, but no SMART Host Read Command.
    controller.statistics.pointee.bytesRead &+= UInt64(truncatingIfNeeded: blocks.byteCount(geometry))
    request.mediaBytes = blocks.byteCount(geometry)
    return .success
}

/// Whether two adjacent commands of a submission queue are a fused operation that the device offers: Compare and Write
/// of the same blocks (NVMe Base 2.0 §3.4.2, NVM Command Set 1.0 §2.1.3).
///
/// - Returns: `.success`, or what both commands have to be completed with.
func fusedCompareAndWriteStatus(first: SubmissionQueueEntry, second: SubmissionQueueEntry) -> StatusCode {
    guard first.opcode == NVMOpcode.compare.rawValue, second.opcode == NVMOpcode.write.rawValue,
        first.nsid == second.nsid, first.startingLBA == second.startingLBA,
        first.cdw12[as: ReadWriteDword12.self].blockCount == second.cdw12[as: ReadWriteDword12.self].blockCount
    else { return .invalidField }
    return .success
}
