/// BPINFO, Boot Partition Information (NVMe Base 2.0 §3.1.3.13).
public struct BootPartitionInformation: BitStructure {
    public final class Layout: BitLayout {
        /// Boot Partition Size (BPSZ): in units of 128 KiB.
        public let size = Bits<UInt16, 14, 0>("BPSZ", "Boot Partition Size")
        /// Boot Read Status (BRS): 0 none, 1 in progress, 2 done, 3 failed.
        public let readStatus = Bits<UInt8, 25, 24>("BRS", "Boot Read Status")
        /// Active Boot Partition ID (ABPID).
        public let activePartition = Bit<31>("ABPID", "Active Boot Partition ID")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// BPRSEL, Boot Partition Read Select (NVMe Base 2.0 §3.1.3.14).
public struct BootPartitionReadSelect: BitStructure {
    public final class Layout: BitLayout {
        /// Boot Partition Read Size (BPRSZ): in units of 4 KiB.
        public let readSize = Bits<UInt16, 9, 0>("BPRSZ", "Boot Partition Read Size")
        /// Boot Partition Read Offset (BPROF): in units of 4 KiB.
        public let readOffset = Bits<UInt32, 29, 10>("BPROF", "Boot Partition Read Offset")
        /// Boot Partition Identifier (BPID).
        public let partition = Bit<31>("BPID", "Boot Partition Identifier")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// BPMBL, Boot Partition Memory Buffer Location (NVMe Base 2.0 §3.1.3.15).
public struct BootPartitionMemoryBufferLocation: BitStructure {
    public final class Layout: BitLayout {
        /// Boot Partition Memory Buffer Base Address (BMBBA): in units of 4 KiB.
        public let baseAddress = Bits<UInt64, 63, 12>("BMBBA", "Boot Partition Memory Buffer Base Address")
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}
