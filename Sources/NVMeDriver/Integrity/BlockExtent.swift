import NVMeSpec

/// What a command does to blocks, as far as integrity is concerned.
struct BlockExtent: BitwiseCopyable {
    enum Action: UInt8 {
        case none
        case read
        case write
        case compare
        /// Write Zeroes and Deallocate: nothing is known afterwards.
        case unmap
        case writeUncorrectable
        case copy
        case flush
        /// Zone Management Send with the action Reset Zone.
        case resetZone
        /// Zone Append: the completion tells where the blocks went.
        case zoneAppend
        /// Something whose blocks the host does not know: all that is known is forgotten.
        case forget
    }

    var action = Action.none
    /// First block; the lowest of all ranges.
    var first: UInt64 = 0
    /// Behind the last block; the highest of all ranges.
    var end: UInt64 = 0

    var count: Int { Int(truncatingIfNeeded: end &- first) }

    init() {}

    /// Reads the command. `data` is the buffer that it points to, where the host knows it.
    @inline(__always)
    init(_ command: SubmissionQueueEntry, data: UnsafeRawPointer?, byteCount: Int) {
        switch NVMOpcode(rawValue: command.opcode) {
        case .read: self.init(.read, command)
        case .write: self.init(.write, command)
        default: self.init(uncommon: command, data: data, byteCount: byteCount)
        }
    }

    @inline(__always)
    private init(_ action: Action, _ command: SubmissionQueueEntry) {
        let first = command.startingLBA
        let end = first.addingReportingOverflow(UInt64(command.cdw12[as: ReadWriteDword12.self].blockCount) &+ 1)
        // A range beyond all numbers will be refused by the device.
        guard !end.overflow else { return }
        self.action = action
        self.first = first
        self.end = end.partialValue
    }

    @inline(never)
    private init(uncommon command: SubmissionQueueEntry, data: UnsafeRawPointer?, byteCount: Int) {
        self.init()
        switch NVMOpcode(rawValue: command.opcode) {
        // Neither moves data to the host; what both look at shall hold still meanwhile.
        case .compare, .verify: self = Self(.compare, command)
        case .writeZeroes: self = Self(.unmap, command)
        case .writeUncorrectable: self = Self(.writeUncorrectable, command)
        case .flush: action = .flush
        case .datasetManagement: self = Self(deallocate: command, data: data, byteCount: byteCount)
        case .copy: self = Self(copy: command, data: data, byteCount: byteCount)
        case .zoneManagementSend where command.cdw13[as: ZoneManagementSendDword13.self].action == .reset:
            action = .resetZone
        case .zoneAppend: action = .zoneAppend
        default: return
        }
    }

    private init(deallocate command: SubmissionQueueEntry, data: UnsafeRawPointer?, byteCount: Int) {
        // Other attributes are hints, which leave the data alone.
        guard command.cdw11[as: DatasetManagementAttributes.self].deallocate else { return }
        let ranges = DeallocatedRanges(command, data: data, byteCount: byteCount)
        guard let ranges else {
            action = .forget
            return
        }
        let hull = ranges.hull
        guard hull.0 < hull.1 else { return }
        action = .unmap
        (first, end) = hull
    }

    private init(copy command: SubmissionQueueEntry, data: UnsafeRawPointer?, byteCount: Int) {
        guard let pieces = CopyPieces(command, data: data, byteCount: byteCount) else {
            action = .forget
            return
        }
        action = .copy
        (first, end) = pieces.hull
    }
}

/// The ranges of a Dataset Management command (NVM Command Set 1.1 §3.3.3).
struct DeallocatedRanges {
    private let data: UnsafeRawPointer
    let count: Int

    /// Nil when the host does not know where the ranges are.
    init?(_ command: SubmissionQueueEntry, data: UnsafeRawPointer?, byteCount: Int) {
        let count = Int(command.cdw10[as: DatasetManagementDword10.self].numberOfRanges) + 1
        guard let data, byteCount >= count * DSMRange.byteCount else { return nil }
        self.data = data
        self.count = count
    }

    subscript(index: Int) -> Range<UInt64> {
        let place = data + index * DSMRange.byteCount
        let length = UInt64(UInt32(littleEndian: place.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        let first = UInt64(littleEndian: place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        let end = first.addingReportingOverflow(length)
        return first..<(end.overflow ? .max : end.partialValue)
    }

    var hull: (UInt64, UInt64) {
        (0..<count).map { self[$0] }.filter { !$0.isEmpty }
            .reduce((UInt64.max, 0)) { (min($0.0, $1.lowerBound), max($0.1, $1.upperBound)) }
    }
}

/// The source ranges of a Copy command and where they go (NVM Command Set 1.1 §3.3.2).
struct CopyPieces {
    let destination: UInt64
    let sources: [Range<UInt64>]

    /// Nil when the host does not know where the ranges are, or cannot read their format.
    init?(_ command: SubmissionQueueEntry, data: UnsafeRawPointer?, byteCount: Int) {
        let count = Int(command.cdw12[as: CopyDword12.self].numberOfRanges) + 1
        let format = command.cdw12[as: CopyDword12.self].descriptorFormat
        // Formats 0h and 1h: sources in this namespace.
        let size = format == 0 ? 32 : 40
        guard format <= 1, let data, byteCount >= count * size else { return nil }
        destination = command.startingLBA
        sources = (0..<count).map { index in
            let place = data + index * size
            let first = UInt64(littleEndian: place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            let length = UInt64(UInt16(littleEndian: place.loadUnaligned(fromByteOffset: 16, as: UInt16.self))) + 1
            let end = first.addingReportingOverflow(length)
            return first..<(end.overflow ? .max : end.partialValue)
        }
    }

    var blockCount: UInt64 { sources.reduce(0) { $0 &+ ($1.upperBound - $1.lowerBound) } }

    var destinations: Range<UInt64> {
        let end = destination.addingReportingOverflow(blockCount)
        return destination..<(end.overflow ? .max : end.partialValue)
    }

    var hull: (UInt64, UInt64) {
        sources.reduce((destinations.lowerBound, destinations.upperBound)) {
            (min($0.0, $1.lowerBound), max($0.1, $1.upperBound))
        }
    }
}
