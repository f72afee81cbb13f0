import NVMeSpec

// The hot path: no allocation, one pass over the blocks, one over the host's memory.

/// Read (NVM Command Set 1.0 §3.2.4). LR is accepted; PRINFO, tags and DSM hints have no meaning without protection
/// information.
func executeRead(
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

    if namespace.media.kind != .null {
        let result = readBlocks(blocks, geometry, &request, namespace)
        guard result == .success else { return request.fail(result, blocks, namespace, controller) }
    }
    controller.countRead(byteCount)
    request.mediaBytes = byteCount
    return .success
}

/// The part of Read that touches the media.
@inline(__always)
private func readBlocks(
    _ blocks: BlockRange, _ geometry: NamespaceGeometry, _ request: inout Request, _ namespace: EmulatedNamespace
) -> MediaResult {
    let media = namespace.media
    let range = blocks.bytes(geometry)
    if request.forceUnitAccess { media.commit(range) }
    if namespace.deallocatedBlockError {
        let states = media.check(range, deallocatedIsError: true)
        guard states == .success else { return states }
    }
    var host = HostCursor(request.data)
    return media.read(range, into: &host)
}

/// Write (NVM Command Set 1.0 §3.2.6).
func executeWrite(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    let geometry = namespace.geometry
    let blocks = BlockRange(request.sqe)
    let byteCount = blocks.byteCount(geometry)
    guard byteCount <= controller.maximumTransfer else {
        return request.refuse(.invalidField, at: ParameterLocation.cdw12)
    }
    guard !namespace.isWriteProtected else { return .failure(.namespaceWriteProtected) }
    guard geometry.contains(blocks.first, count: blocks.count) else {
        return request.refuseRange(blocks, geometry, at: ParameterLocation.startingLBA)
    }
    let mapped = request.mapData(byteCount, in: controller)
    guard mapped == .success else { return .failure(mapped) }

    var host = HostCursor(request.data)
    let result = namespace.media.write(blocks.bytes(geometry), from: &host, durable: request.forceUnitAccess)
    guard result == .success else { return request.fail(result, blocks, namespace, controller) }
    controller.countWrite(byteCount)
    request.mediaBytes = byteCount
    return .success
}

extension EmulatedController {
    /// Counts a Read or Compare for the SMART log (NVM Command Set 1.0 §1.4.2.7 and .8).
    @inline(__always)
    func countRead(_ byteCount: Int) {
        statistics.pointee.readCommands &+= 1
        statistics.pointee.bytesRead &+= UInt64(truncatingIfNeeded: byteCount)
    }

    /// Counts a User Data Out Command, Write or Copy (NVM Command Set 1.0 §1.4.2.10); Write Zeroes and Write Uncorrectable do not count.
    @inline(__always)
    func countWrite(_ byteCount: Int) {
        statistics.pointee.writeCommands &+= 1
        statistics.pointee.bytesWritten &+= UInt64(truncatingIfNeeded: byteCount)
    }
}
