/// AQA, Admin Queue Attributes (NVMe Base 2.0 §3.1.3.8).
public struct AdminQueueAttributes: RawRepresentable, Sendable, Hashable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Entries of both queues, 2 to 4096.
    public init(submissionEntries: Int, completionEntries: Int) {
        rawValue = UInt32((completionEntries - 1) & 0xFFF) << 16 | UInt32((submissionEntries - 1) & 0xFFF)
    }

    /// Admin Submission Queue Size (ASQS, 11:0), 0's based.
    public var submissionQueueSize: UInt16 { UInt16(rawValue.bits(0...11)) }

    /// Admin Completion Queue Size (ACQS, 27:16), 0's based.
    public var completionQueueSize: UInt16 { UInt16(rawValue.bits(16...27)) }
}
