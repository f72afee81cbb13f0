import Glibc

/// Walks through the pieces of host memory that a command's data pointer names.
///
/// A piece without memory (a bit bucket) swallows what is sent to it and compares equal to everything.
/// Runs out silently: a cursor that is too short copies less, and never more than its segments hold.
struct HostCursor {
    private var pointer: UnsafeMutableRawPointer?
    private var available: Int
    private var next: UnsafePointer<HostSegment>?
    private var segmentsLeft: Int

    /// One contiguous piece.
    @inline(__always)
    init(_ bytes: UnsafeMutableRawBufferPointer) {
        pointer = bytes.baseAddress
        available = bytes.count
        next = nil
        segmentsLeft = 0
    }

    /// The pieces of a command's data, in order. They stay valid until the next command is mapped.
    @inline(__always)
    init(_ data: HostData) {
        pointer = nil
        available = 0
        next = UnsafePointer(data.segments)
        segmentsLeft = data.count
    }

    /// Calls `body` with host memory, its distance from the cursor's first byte, and its size, until `count` is done.
    @inline(__always)
    private mutating func forEachPiece(
        _ count: Int, _ body: (UnsafeMutableRawPointer?, Int, Int) -> Bool
    ) {
        var done = 0
        while done < count {
            if available == 0 { guard advance() else { return } }
            let size = min(available, count &- done)
            let here = pointer
            if let here { pointer = here + size }
            available &-= size
            guard body(here, done, size) else { return }
            done &+= size
        }
    }

    @inline(__always)
    private mutating func advance() -> Bool {
        while segmentsLeft > 0, let segment = next {
            segmentsLeft &-= 1
            next = segment + 1
            pointer = segment.pointee.pointer
            available = segment.pointee.byteCount
            if available > 0 { return true }
        }
        return false
    }

    /// Device to host.
    @inline(__always)
    mutating func send(_ source: UnsafeRawPointer, count: Int) {
        forEachPiece(count) { host, offset, size in
            if let host { memcpy(host, source + offset, size) }
            return true
        }
    }

    /// Host to device.
    @inline(__always)
    mutating func receive(_ target: UnsafeMutableRawPointer, count: Int) {
        forEachPiece(count) { host, offset, size in
            if let host { memcpy(target + offset, host, size) } else { memset(target + offset, 0, size) }
            return true
        }
    }

    /// Whether the next `count` bytes of the host are those of the device.
    mutating func matches(_ source: UnsafeRawPointer, count: Int) -> Bool {
        var compared = 0
        forEachPiece(count) { host, offset, size in
            if let host, memcmp(host, source + offset, size) != 0 { return false }
            compared = offset &+ size
            return true
        }
        return compared == count
    }
}
