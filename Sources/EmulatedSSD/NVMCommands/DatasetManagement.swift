import NVMeSpec

/// Dataset Management (NVM Command Set 1.0 §3.2.3).
///
/// Deallocate (AD) is carried out at once; the read and write hints (IDR, IDW, context attributes) are accepted. All ranges
/// are checked before the first one is deallocated.
func executeDatasetManagement(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    let count = Int(request.sqe.cdw10[as: DatasetManagementDword10.self].numberOfRanges) &+ 1
    let deallocates = request.sqe.cdw11[as: DatasetManagementAttributes.self].deallocate
    guard !(deallocates && namespace.isWriteProtected) else { return .failure(.namespaceWriteProtected) }
    return withUnsafeTemporaryAllocation(byteCount: count &* DSMRange.byteCount, alignment: 8) { bytes in
        guard let base = bytes.baseAddress else { return .failure(.internalError) }
        let code = request.receive(into: base, byteCount: bytes.count, in: controller)
        guard code == .success else { return .failure(code) }
        for index in 0..<count {
            let blocks = datasetRange(base, index)
            guard blocks.count == 0 || namespace.geometry.contains(blocks.first, count: blocks.count) else {
                return request.refuseRange(blocks, namespace.geometry, at: 0xFFFF)
            }
        }
        guard deallocates else { return .success }
        for index in 0..<count {
            let blocks = datasetRange(base, index)
            guard blocks.count > 0 else { continue }
            let result = namespace.media.apply(.deallocate, to: blocks.bytes(namespace.geometry), durable: false)
            guard result == .success else { return request.fail(result, blocks, namespace, controller) }
        }
        return .success
    }
}

/// A range definition: context attributes, length in blocks (not 0's based), starting LBA.
private func datasetRange(_ base: UnsafeMutableRawPointer, _ index: Int) -> BlockRange {
    let entry = base + index &* DSMRange.byteCount
    return BlockRange(
        first: UInt64(littleEndian: entry.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        count: UInt64(UInt32(littleEndian: entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))))
}
