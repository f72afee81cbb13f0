import Glibc
import PCIExpress

/// The first page of a command log's file: what a reader needs to know of the queue and of its clock.
///
/// Little-endian: magic, version (4 bytes), queue (4), capacity (8), record size (8), wall clock (8), stamp (8), nanoseconds per
/// stamp (8, IEEE 754). The records follow behind 4096 bytes.
struct LogFileHeader {
    static var byteCount: Int { 4096 }
    static var greatestCapacity: Int { 1 << 17 }
    private static var magic: UInt64 { 0x474F_4C45_4D56_4E01 }
    private static var version: UInt32 { 1 }

    let queueID: UInt16
    let capacity: Int
    let time: ClockRecord

    init(queueID: UInt16, capacity: Int, time: ClockRecord) {
        self.queueID = queueID
        self.capacity = capacity
        self.time = time
    }

    /// Reads and checks the header of a file's copy.
    init(_ memory: LogMemory, path: String) throws(NVMeError) {
        func load<Value: BitwiseCopyable>(_ offset: Int, _: Value.Type) -> Value {
            memory.base.loadUnaligned(fromByteOffset: offset, as: Value.self)
        }
        let capacity = load(16, UInt64.self)
        let rate = Double(bitPattern: load(48, UInt64.self))
        guard load(0, UInt64.self) == Self.magic, load(8, UInt32.self) == Self.version,
            let queueID = UInt16(exactly: load(12, UInt32.self)),
            capacity.nonzeroBitCount == 1, capacity <= UInt64(Self.greatestCapacity),
            load(24, UInt64.self) == UInt64(LogRecord.byteCount),
            memory.byteCount >= Self.byteCount + Int(capacity) * LogRecord.byteCount,
            rate > 0, rate <= 1_000_000
        else {
            throw .pcie(
                .environment(
                    problem: "\(path) is no command log, or not a whole one",
                    fix: "name a file that Controller.keepCommandLogs or NVME_COMMAND_LOGS made"))
        }
        self.queueID = queueID
        self.capacity = Int(capacity)
        time = ClockRecord(wall: load(32, UInt64.self), stamp: load(40, UInt64.self), nanosecondsPerStamp: rate)
    }

    /// `base` has `byteCount` bytes.
    func write(to base: UnsafeMutableRawPointer) {
        base.storeBytes(of: Self.version, toByteOffset: 8, as: UInt32.self)
        base.storeBytes(of: UInt32(queueID), toByteOffset: 12, as: UInt32.self)
        base.storeBytes(of: UInt64(capacity), toByteOffset: 16, as: UInt64.self)
        base.storeBytes(of: UInt64(LogRecord.byteCount), toByteOffset: 24, as: UInt64.self)
        base.storeBytes(of: time.wall, toByteOffset: 32, as: UInt64.self)
        base.storeBytes(of: time.stamp, toByteOffset: 40, as: UInt64.self)
        base.storeBytes(of: time.nanosecondsPerStamp.bitPattern, toByteOffset: 48, as: UInt64.self)
        // Last: a file without it is not a log yet.
        base.storeBytes(of: Self.magic, as: UInt64.self)
    }
}
