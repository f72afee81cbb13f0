import NVMeSpec

/// The logical blocks that a command names: SLBA in CDW10 and CDW11, and NLB (0's based) in CDW12 15:0.
struct BlockRange {
    let first: UInt64
    let count: UInt64

    @inline(__always)
    init(first: UInt64, count: UInt64) {
        self.first = first
        self.count = count
    }

    @inline(__always)
    init(_ sqe: SubmissionQueueEntry) {
        first = sqe.startingLBA
        count = UInt64(sqe.cdw12[as: ReadWriteDword12.self].blockCount) &+ 1
    }

    /// Bytes of the data; at most 65,536 blocks of 64 KiB.
    @inline(__always)
    func byteCount(_ geometry: NamespaceGeometry) -> Int { Int(truncatingIfNeeded: count << UInt64(geometry.lbaShift)) }

    /// Where the blocks lie on the media. Only for ranges inside the namespace.
    @inline(__always)
    func bytes(_ geometry: NamespaceGeometry) -> MediaRange {
        let shift = UInt64(geometry.lbaShift)
        return MediaRange(offset: first << shift, byteCount: count << shift)
    }

    func overlaps(_ other: Self) -> Bool {
        // Both lie inside a namespace, so the sums do not wrap.
        first < other.first &+ other.count && other.first < first &+ count
    }
}

/// Bytes of a command, for the Parameter Error Location of an error log entry.
enum ParameterLocation {
    static var namespaceID: UInt16 { 4 }
    static var startingLBA: UInt16 { 40 }
    static var cdw10: UInt16 { 40 }
    static var cdw12: UInt16 { 48 }
}

extension Request {
    /// FUA, CDW12 bit 30.
    @inline(__always)
    var forceUnitAccess: Bool { sqe.cdw12[as: ReadWriteDword12.self].forceUnitAccess }

    /// A refusal because of a parameter of the command.
    @inline(never)
    mutating func refuse(_ code: StatusCode, at location: UInt16) -> Outcome {
        errorLocation = location
        return .failure(code)
    }

    /// A refusal because blocks lie behind the end of the namespace (NVM Command Set 1.0 §3.2, LBA Out of Range).
    @inline(never)
    mutating func refuseRange(_ blocks: BlockRange, _ geometry: NamespaceGeometry, at location: UInt16) -> Outcome {
        errorLBA = max(blocks.first, geometry.lbaCount)
        return refuse(.lbaOutOfRange, at: location)
    }

    /// What the media could not do, as a completion; finds the block to blame for the error log.
    @inline(never)
    mutating func fail(
        _ result: MediaResult, _ blocks: BlockRange, _ namespace: EmulatedNamespace, _ controller: EmulatedController,
        dw0: UInt32 = 0
    ) -> Outcome {
        errorLBA = blocks.first
        if result == .unrecoveredRead || result == .deallocated {
            let isHoleError = result == .deallocated
            for lba in blocks.first..<blocks.first &+ blocks.count {
                let block = BlockRange(first: lba, count: 1).bytes(namespace.geometry)
                guard namespace.media.check(block, deallocatedIsError: isHoleError) == .success else {
                    errorLBA = lba
                    break
                }
            }
        }
        // A part of the data may have reached the media.
        if result == .writeFault { controller.statistics.pointee.otherChanges &+= 1 }
        if result == .unrecoveredRead { controller.statistics.pointee.mediaErrors &+= 1 }
        return .failure(result.statusCode, dw0: dw0)
    }
}

extension MediaResult {
    /// The status that says so (NVMe Base 2.0 §3.3.3.2.1, Media and Data Integrity Errors).
    var statusCode: StatusCode {
        switch self {
        case .success: .success
        case .writeFault: .writeFault
        case .unrecoveredRead: .unrecoveredReadError
        case .deallocated: .deallocatedOrUnwrittenBlock
        case .miscompare: .compareFailure
        }
    }
}
