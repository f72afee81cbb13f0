/// What QEMU is told to build: one controller and its namespaces.
public struct QEMUOptions: Sendable, Equatable {
    /// Serial number, 1 to 20 printable ASCII characters.
    public var serial = "SWIFTNVME0001"
    /// Namespaces 1, 2, 3 ... of the controller.
    public var namespaces = [QEMUNamespace()]
    /// NVM subsystem of the controller, by the end of its name (QEMU puts `nqn.2019-08.org.qemu:` before it); nil for a
    /// controller without one.
    public var subsystem: String?
    /// Controller memory buffer in MiB: 0 for none, or a power of two up to 256.
    public var controllerMemoryBufferMiB = 0
    /// Maximum Data Transfer Size as a power of two of 4 KiB pages; 0 is unlimited (Identify Controller MDTS).
    public var maximumDataTransferSize = 7
    /// I/O queue pairs, 1...1024.
    public var ioQueuePairs = 32
    /// MSI-X vectors, 1...2048.
    public var interruptVectors = 33
    /// Asynchronous Event Requests that may be outstanding, 1...256.
    public var asynchronousEventRequests = 4
    /// Bytes of DMA memory that may be in use; committed when touched: a multiple of 1 MiB, up to `maximumMemory`.
    public var memoryByteCount = 4 << 30

    public init() {}

    /// The same as an embedded SSD may have; what there is in the end is up to the arena.
    public static let maximumMemory = 1 << 40
}

/// One namespace of QEMU's controller, sparse, and zero where nothing was written.
public struct QEMUNamespace: Sendable, Equatable {
    /// File that keeps the data and metadata; created when it does not exist. Nil keeps them in memory.
    public var path: String?
    /// Bytes of data and metadata together; a file that is larger is used in full.
    public var byteCount = 1 << 30
    /// LBA data size: 512, 1024, 2048 or 4096.
    public var blockSize = 512
    /// Metadata bytes for each block: 0, 8, 16 or 64.
    public var metadataSize = 0
    /// Type of end-to-end data protection, 0...3; 1 and up need 8 bytes of metadata.
    public var protectionType = 0
    /// Set for a zoned namespace.
    public var zones: QEMUZones?

    public init() {}
}

/// The zones of a zoned namespace.
public struct QEMUZones: Sendable, Equatable {
    /// Bytes of a zone, a multiple of the block size.
    public var byteCount = 16 << 20
    /// Bytes of a zone that can be written; 0 is all of them.
    public var capacity = 0
    /// Zones that may be open or active at a time; 0 is no limit.
    public var maximumOpen = 0
    public var maximumActive = 0

    public init() {}
}
