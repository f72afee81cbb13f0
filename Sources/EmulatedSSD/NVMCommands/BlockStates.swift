import NVMeSpec

// Commands that change blocks without moving data. MDTS does not limit them, and no other limit is reported (WZSL, WUSL).

/// Flush (NVM Command Set 1.0 §3.1, NVMe Base 2.0 §7.1).
func executeFlush(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    namespace.media.flush()
    return .success
}

/// Write Uncorrectable (NVM Command Set 1.0 §3.2.7): the blocks fail to read until they are written again.
func executeWriteUncorrectable(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    change(.uncorrectable, durable: false, &request, namespace, controller)
}

/// Write Zeroes (NVM Command Set 1.0 §3.2.8). DEAC deallocates where deallocated blocks read as zeros.
func executeWriteZeroes(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    let deallocates = request.sqe.cdw12[as: ReadWriteDword12.self].deallocate && namespace.media.zeroesByDeallocating
    return change(
        deallocates ? .deallocate : .zero, durable: request.forceUnitAccess, &request, namespace, controller)
}

private func change(
    _ change: SectorChange, durable: Bool, _ request: inout Request, _ namespace: EmulatedNamespace,
    _ controller: EmulatedController
) -> Outcome {
    let geometry = namespace.geometry
    let blocks = BlockRange(request.sqe)
    guard !namespace.isWriteProtected else { return .failure(.namespaceWriteProtected) }
    guard geometry.contains(blocks.first, count: blocks.count) else {
        return request.refuseRange(blocks, geometry, at: ParameterLocation.startingLBA)
    }
    let result = namespace.media.apply(change, to: blocks.bytes(geometry), durable: durable)
    guard result == .success else { return request.fail(result, blocks, namespace, controller) }
    controller.statistics.pointee.otherChanges &+= 1
    return .success
}
