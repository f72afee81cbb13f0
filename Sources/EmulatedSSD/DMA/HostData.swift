import Glibc
import NVMeSpec

/// A run of host memory that is contiguous in this process.
struct HostSegment {
    /// Nil for a bit bucket: bytes that nobody wants.
    var pointer: UnsafeMutableRawPointer?
    var byteCount: Int
}

/// The host memory of one command: segments in preallocated storage, in order, neighbours merged.
struct HostData {
    /// Segments that a command can have at most; descriptors beyond are refused.
    static let capacity = 4096 + 1

    let segments: UnsafeMutablePointer<HostSegment>
    private(set) var count = 0
    /// Bytes of all segments.
    private(set) var byteCount = 0

    init() { segments = .allocate(capacity: Self.capacity) }

    func deallocate() { segments.deallocate() }

    subscript(index: Int) -> HostSegment { segments[index] }

    mutating func removeAll() {
        count = 0
        byteCount = 0
    }

    /// Adds host memory behind what is there. False when the storage is full.
    @inline(__always)
    mutating func append(_ pointer: UnsafeMutableRawPointer?, _ length: Int) -> Bool {
        byteCount &+= length
        if count > 0 {
            let last = segments + (count &- 1)
            if let pointer, let previous = last.pointee.pointer, previous + last.pointee.byteCount == pointer {
                last.pointee.byteCount &+= length
                return true
            }
        }
        guard count < Self.capacity else { return false }
        (segments + count).initialize(to: HostSegment(pointer: pointer, byteCount: length))
        count &+= 1
        return true
    }

    /// Copies all bytes to the host. `source` holds `byteCount` bytes.
    func copyIn(from source: UnsafeRawPointer) {
        var offset = 0
        for index in 0..<count {
            let segment = segments[index]
            if let pointer = segment.pointer { memcpy(pointer, source + offset, segment.byteCount) }
            offset &+= segment.byteCount
        }
    }

    /// Copies all bytes from the host. `destination` has room for `byteCount` bytes.
    func copyOut(to destination: UnsafeMutableRawPointer) {
        var offset = 0
        for index in 0..<count {
            let segment = segments[index]
            if let pointer = segment.pointer {
                memcpy(destination + offset, pointer, segment.byteCount)
            } else {
                memset(destination + offset, 0, segment.byteCount)
            }
            offset &+= segment.byteCount
        }
    }
}
