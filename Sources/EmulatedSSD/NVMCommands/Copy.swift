import NVMeSpec

/// What a namespace allows a Copy command (Identify Namespace).
enum CopyLimits {
    /// Maximum Single Source Range Length (MSSRL) in blocks.
    static var singleRange: UInt64 { 256 }
    /// Maximum Copy Length (MCL) in blocks.
    static var total: UInt64 { 2048 }
    /// Source ranges of one command; MSRC is one less.
    static var rangeCount: Int { 128 }
}

/// Copy (NVM Command Set 1.0 §3.2.2) with source range entries of format 0h, inside one namespace.
///
/// Everything is checked against one snapshot of the geometry before the first block is written.
func executeCopy(
    _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
) -> Outcome {
    let dword12 = request.sqe.cdw12[as: CopyDword12.self]
    let count = Int(dword12.numberOfRanges) &+ 1
    guard dword12.descriptorFormat == 0 else {
        return request.refuse(.invalidField, at: ParameterLocation.cdw12 &+ 1)
    }
    guard count <= CopyLimits.rangeCount else {
        return request.refuse(.commandSizeLimitExceeded, at: ParameterLocation.cdw12)
    }
    guard !namespace.isWriteProtected else { return .failure(.namespaceWriteProtected) }
    return withUnsafeTemporaryAllocation(byteCount: count &* CopyRange.byteCount, alignment: 8) { bytes in
        guard let base = bytes.baseAddress else { return .failure(.internalError) }
        let code = request.receive(into: base, byteCount: bytes.count, in: controller)
        guard code == .success else { return .failure(code) }
        let job = CopyJob(
            sources: base, count: count, destination: request.sqe.startingLBA, geometry: namespace.geometry)
        if let refusal = job.check(&request) { return refusal }
        return job.run(&request, namespace, controller)
    }
}

/// One Copy command: a private copy of its source ranges, and the geometry that they were written for.
private struct CopyJob {
    let sources: UnsafeMutableRawPointer
    let count: Int
    let destination: UInt64
    let geometry: NamespaceGeometry

    /// Bytes that are moved at a time: a multiple of every block size.
    static var chunkBytes: Int { 64 << 10 }

    func source(_ index: Int) -> BlockRange {
        let entry = sources + index &* CopyRange.byteCount
        return BlockRange(
            first: UInt64(littleEndian: entry.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
            count: UInt64(UInt16(littleEndian: entry.loadUnaligned(fromByteOffset: 16, as: UInt16.self))) &+ 1)
    }

    var blockCount: UInt64 { (0..<count).reduce(0) { $0 &+ source($1).count } }

    /// Nil, or why nothing is copied at all: dword 0 of that is 0, whichever range is to blame.
    func check(_ request: inout Request) -> Outcome? {
        let target = BlockRange(first: destination, count: blockCount)
        guard target.count <= CopyLimits.total else { return .failure(.commandSizeLimitExceeded) }
        guard geometry.contains(target.first, count: target.count) else {
            return request.refuseRange(target, geometry, at: ParameterLocation.startingLBA)
        }
        for index in 0..<count {
            let source = source(index)
            guard source.count <= CopyLimits.singleRange else {
                return .failure(.commandSizeLimitExceeded)
            }
            guard geometry.contains(source.first, count: source.count) else {
                return request.refuseRange(source, geometry, at: 0xFFFF)
            }
            guard !source.overlaps(target) else { return .failure(.overlappingIORange) }
        }
        return nil
    }

    /// Copies range by range. Dword 0 of a failure is the first source range that was not copied.
    func run(
        _ request: inout Request, _ namespace: EmulatedNamespace, _ controller: EmulatedController
    ) -> Outcome {
        withUnsafeTemporaryAllocation(byteCount: Self.chunkBytes, alignment: 4096) { chunk in
            var target = destination << UInt64(geometry.lbaShift)
            for index in 0..<count {
                let source = source(index)
                let result = copy(
                    source.bytes(geometry), to: &target, through: chunk, durable: request.forceUnitAccess, namespace)
                guard result == .success else {
                    return request.fail(result, source, namespace, controller, dw0: UInt32(index))
                }
            }
            let byteCount = BlockRange(first: destination, count: blockCount).byteCount(geometry)
            controller.statistics.pointee.readCommands &+= 1
            controller.countWrite(byteCount)
            request.mediaBytes = byteCount
            return .success
        }
    }

    private func copy(
        _ source: MediaRange, to target: inout UInt64, through chunk: UnsafeMutableRawBufferPointer, durable: Bool,
        _ namespace: EmulatedNamespace
    ) -> MediaResult {
        // The whole range first, so that a range is copied or not.
        let readable = namespace.media.check(source, deallocatedIsError: namespace.deallocatedBlockError)
        guard readable == .success else { return readable }
        var position = source.offset
        while position < source.end {
            let size = min(UInt64(chunk.count), source.end &- position)
            var incoming = HostCursor(chunk)
            let read = namespace.media.read(MediaRange(offset: position, byteCount: size), into: &incoming)
            guard read == .success else { return read }
            var outgoing = HostCursor(chunk)
            let written = namespace.media.write(
                MediaRange(offset: target, byteCount: size), from: &outgoing, durable: durable)
            guard written == .success else { return written }
            position &+= size
            target &+= size
        }
        return .success
    }
}
