/// The power states that Identify Controller describes (NVMe Base 2.0 figure "Power State Descriptor").
struct PowerStates {
    /// Maximum power in centiwatts, entry and exit latency in microseconds.
    private static let rows: [(centiwatts: UInt16, entry: UInt32, exit: UInt32, isOperational: Bool)] = [
        (850, 0, 0, true), (450, 0, 0, true), (300, 0, 0, true), (4, 1000, 1500, false), (1, 5000, 10000, false),
    ]

    static var count: Int { rows.count }

    /// The 32 bytes of each descriptor.
    static func put(into page: inout ByteLayout, at start: Int) {
        for (index, row) in rows.enumerated() {
            let base = start + 32 * index
            page.put(row.centiwatts, at: base)
            // NOPS: I/O commands are not processed in this state.
            page.put(UInt8(row.isOperational ? 0 : 0b10), at: base + 3)
            page.put(row.entry, at: base + 4)
            page.put(row.exit, at: base + 8)
            // Relative read and write throughput and latency: lower is better.
            for offset in 12..<16 { page.put(UInt8(index), at: base + offset) }
        }
    }
}
