import CNVMeHost
import NVMeSpec

extension HostData {
    /// Walks a scatter gather list (NVMe Base 2.0 §4.1.2) from the descriptor in the command (SGL 1).
    ///
    /// - Parameter isSource: the host sends the data; a bit bucket then stands for nothing instead of for unwanted bytes.
    mutating func mapSGL(_ low: UInt64, _ high: UInt64, byteCount: Int, isSource: Bool, map: DMAMap) -> StatusCode {
        removeAll()
        guard byteCount > 0 else { return .success }
        var walk = SGLWalk(rest: byteCount, isSource: isSource)
        return walk.run(Descriptor(low: low, high: high), map, &self)
    }
}

/// SGL descriptor (NVMe Base 2.0 figure "Generic SGL Descriptor Format"), read once: the host may change it under our eyes.
private struct Descriptor {
    enum Kind { case dataBlock, bitBucket, segment, lastSegment, unsupported }

    let address: UInt64
    let length: Int
    let kind: Kind

    init(low: UInt64, high: UInt64) {
        address = low
        length = Int(UInt32(truncatingIfNeeded: high))
        kind =
            switch high >> 56 {
            case 0x00: .dataBlock
            case 0x10: .bitBucket
            case 0x20: .segment
            case 0x30: .lastSegment
            default: .unsupported
            }
    }

    init(at pointer: UnsafeRawPointer) {
        self.init(low: nvme_load64(pointer), high: nvme_load64(pointer + 8))
    }

    var isSegment: Bool { kind == .segment || kind == .lastSegment }
}

/// One walk over an SGL. Bounded twice: by the descriptors it may read, and by the bytes that the command moves.
private struct SGLWalk {
    /// Descriptors that one command may have.
    static let maximumDescriptors = 4096
    var rest: Int
    let isSource: Bool
    var descriptors = 0

    init(rest: Int, isSource: Bool) {
        self.rest = rest
        self.isSource = isSource
    }

    mutating func run(_ first: Descriptor, _ map: DMAMap, _ data: inout HostData) -> StatusCode {
        var current = first
        // Each round reads one segment, and a segment has at least one descriptor of the budget.
        while current.isSegment {
            var next: Descriptor?
            let code = segment(current, map, &data, &next)
            guard code == .success else { return code }
            guard let next else { return finish() }
            current = next
        }
        // The descriptor in the command is the whole list.
        let code = add(current, map, &data)
        return code == .success ? finish() : code
    }

    private func finish() -> StatusCode { rest == 0 ? .success : .dataSGLLengthInvalid }

    private mutating func segment(
        _ segment: Descriptor, _ map: DMAMap, _ data: inout HostData, _ next: inout Descriptor?
    ) -> StatusCode {
        guard segment.length > 0, segment.length & 15 == 0 else { return .invalidSGLSegmentDescriptor }
        let count = segment.length / 16
        descriptors &+= count
        guard descriptors <= Self.maximumDescriptors else { return .invalidSGLDescriptorCount }
        guard let entries = map.translate(segment.address, byteCount: segment.length) else { return .dataTransferError }
        for index in 0..<count {
            let descriptor = Descriptor(at: entries + index &* 16)
            if descriptor.isSegment {
                // Nothing leads on from a last segment, and elsewhere only the last descriptor does.
                guard segment.kind == .segment else { return .invalidSGLSegmentDescriptor }
                guard index == count &- 1 else { return .invalidSGLDescriptorCount }
                next = descriptor
                return .success
            }
            let code = add(descriptor, map, &data)
            guard code == .success else { return code }
        }
        return segment.kind == .lastSegment ? .success : .invalidSGLSegmentDescriptor
    }

    /// A data block or bit bucket. More bytes than the command moves are an error: SGLS does not offer longer lists.
    private mutating func add(_ block: Descriptor, _ map: DMAMap, _ data: inout HostData) -> StatusCode {
        var pointer: UnsafeMutableRawPointer?
        switch block.kind {
        case .dataBlock:
            guard block.length <= rest else { return .dataSGLLengthInvalid }
            guard block.length > 0 else { return .success }
            pointer = map.translate(block.address, byteCount: block.length)
            guard pointer != nil else { return .dataTransferError }
        case .bitBucket:
            if isSource || block.length == 0 { return .success }
            guard block.length <= rest else { return .dataSGLLengthInvalid }
        case .segment, .lastSegment, .unsupported:
            return .sglDescriptorTypeInvalid
        }
        guard data.append(pointer, block.length) else { return .invalidSGLDescriptorCount }
        rest &-= block.length
        return .success
    }
}
