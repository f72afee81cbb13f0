/// AQA, Admin Queue Attributes (NVMe Base 2.0 §3.1.3.8).
public struct AdminQueueAttributes: BitStructure {
    public final class Layout: BitLayout {
        /// Admin Submission Queue Size (ASQS), 0's based.
        public let submissionQueueSize = Bits<UInt16, 11, 0>("ASQS", "Admin Submission Queue Size")
        /// Admin Completion Queue Size (ACQS), 0's based.
        public let completionQueueSize = Bits<UInt16, 27, 16>("ACQS", "Admin Completion Queue Size")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Entries of both queues, 2 to 4096.
    public init(submissionEntries: Int, completionEntries: Int) {
        rawValue = UInt32((completionEntries - 1) & 0xFFF) << 16 | UInt32((submissionEntries - 1) & 0xFFF)
    }
}
