import PCIExpress

/// A range of bytes as a subscript takes it: `10..<21`, `8...15`, `8...`, `..<16`, `...`.
public protocol ByteRange {
    /// First byte, and the byte behind the last; nil for "to the end". May lie anywhere.
    var byteBounds: (lower: Int, upper: Int?) { get }
}

extension Range: ByteRange where Bound == Int {
    public var byteBounds: (lower: Int, upper: Int?) { (lowerBound, upperBound) }
}
extension ClosedRange: ByteRange where Bound == Int {
    public var byteBounds: (lower: Int, upper: Int?) {
        (lowerBound, upperBound == .max ? .max : upperBound + 1)
    }
}
extension PartialRangeFrom: ByteRange where Bound == Int {
    public var byteBounds: (lower: Int, upper: Int?) { (lowerBound, nil) }
}
extension PartialRangeUpTo: ByteRange where Bound == Int {
    public var byteBounds: (lower: Int, upper: Int?) { (0, upperBound) }
}
extension PartialRangeThrough: ByteRange where Bound == Int {
    public var byteBounds: (lower: Int, upper: Int?) { (0, upperBound == .max ? .max : upperBound + 1) }
}

extension Buffer {
    /// One byte. Outside the buffer: FFh, nothing written, and the access is reported (see `Buffer`).
    public subscript(index: Int) -> UInt8 {
        get {
            guard (0..<count).contains(index) else {
                violate(outside(index, index))
                return 0xFF
            }
            return region.pointer.load(fromByteOffset: index, as: UInt8.self)
        }
        set {
            guard (0..<count).contains(index) else { return violate(outside(index, index)) }
            region.pointer.storeBytes(of: newValue, toByteOffset: index, as: UInt8.self)
        }
    }

    /// The bytes of a range; assigning fewer leaves the rest of the range as it was.
    public subscript(range: some ByteRange) -> BufferBytes {
        get { BufferBytes(copy(existing(range))) }
        set {
            let place = existing(range)
            if newValue.count > place.count {
                violate(
                    .invalidArgument(
                        name: "bytes assigned to '\(name)'", value: "\(newValue.count)",
                        limit: "\(place.count) in the range",
                        fix: "widen the range"))
            }
            put(newValue.bytes, at: place.lowerBound, limit: place.count)
        }
    }

    /// The whole buffer.
    public subscript(range: UnboundedRange) -> BufferBytes {
        get { self[0..<count] }
        set { self[0..<count] = newValue }
    }

    /// The bytes of a range. Throws `invalidArgument` when it leaves the buffer.
    public func load(_ range: some ByteRange) throws(NVMeError) -> [UInt8] {
        let (place, error) = clamp(range)
        if let error { throw error }
        return copy(place)
    }

    /// Writes bytes from a position on. Throws `invalidArgument` when they do not fit; nothing is written then.
    public func store(_ bytes: some Collection<UInt8>, at position: Int) throws(NVMeError) {
        guard position >= 0, position <= count, bytes.count <= count - position else {
            throw outside(position, position.addingReportingOverflow(bytes.count).partialValue)
        }
        put(Array(bytes), at: position, limit: bytes.count)
    }

    /// The part of a range that exists; reports what does not.
    func existing(_ range: some ByteRange) -> Range<Int> {
        let (place, error) = clamp(range)
        if let error { violate(error) }
        return place
    }

    private func clamp(_ range: some ByteRange) -> (Range<Int>, NVMeError?) {
        let bounds = range.byteBounds
        let upper = bounds.upper ?? max(bounds.lower, count)
        let low = min(max(bounds.lower, 0), count)
        let high = min(max(upper, low), count)
        let fits = bounds.lower >= 0 && bounds.lower <= upper && upper <= count
        return (low..<high, fits ? nil : outside(bounds.lower, upper))
    }

    private func copy(_ range: Range<Int>) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: region.pointer + range.lowerBound, count: range.count))
    }

    private func put(_ bytes: [UInt8], at position: Int, limit: Int) {
        bytes.withUnsafeBytes { source in
            UnsafeMutableRawBufferPointer(start: region.pointer + position, count: limit)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: source.prefix(limit)))
        }
    }

    private func outside(_ lower: Int, _ upper: Int) -> NVMeError {
        .invalidArgument(
            name: "byte range of '\(name)'", value: "\(lower)..<\(upper)", limit: "0..<\(count)",
            fix: "stay inside, or make a larger buffer")
    }
}
