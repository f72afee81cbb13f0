import CNVMeHost
import PCIExpress

/// The number of the next block that will be written: unique over all workers, queues, devices and processes of a run.
public struct TokenCounter: BitwiseCopyable, @unchecked Sendable {
    /// Eight bytes that live as long as the process.
    private let cell: UnsafeMutableRawPointer
    /// The file behind the counter, for another process; -1 for one that is private to this process.
    public let fileDescriptor: CInt

    /// The counter of this run.
    public static let shared = TokenCounter()

    /// Makes a counter of its own, for tests. Its few bytes are never given back, because workers may still use them.
    package init() {
        if let memory = try? SharedMemory(byteCount: SharedMemory.pageSize, name: "swift-nvme-tokens") {
            cell = Unmanaged.passRetained(memory).takeUnretainedValue().base
            fileDescriptor = memory.fileDescriptor
        } else {
            cell = .allocate(byteCount: 64, alignment: 64)
            fileDescriptor = -1
        }
        nvme_store64(cell, 1)
    }

    /// Goes on counting where another process counts. Takes ownership of the descriptor, also when it throws.
    public init(sharedBy fileDescriptor: CInt) throws(PCIeError) {
        let memory = try SharedMemory(fileDescriptor: fileDescriptor, byteCount: SharedMemory.pageSize)
        cell = Unmanaged.passRetained(memory).takeUnretainedValue().base
        self.fileDescriptor = fileDescriptor
    }

    /// Takes one token for each block of a write. Returns the first; block `i` has the first plus `i`.
    @inline(__always)
    public func take(_ blockCount: Int) -> UInt64 { nvme_fetch_add64(cell, UInt64(truncatingIfNeeded: blockCount)) }

    /// The token that will be taken next; 1 at the start of a run.
    public var next: UInt64 { nvme_load64(cell) }
}
