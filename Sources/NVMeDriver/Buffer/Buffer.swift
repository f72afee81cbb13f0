import PCIExpress
import Synchronization

/// Memory that the device can reach: page-aligned, contiguous for the device, zeroed, with a spare page behind it.
///
/// Accesses outside the buffer do not trap. A subscript cannot throw when it is assigned to, so one that leaves the buffer moves
/// only the bytes that exist (missing ones read as absent, a missing single byte as FFh), reports a `bufferAccess` warning,
/// and is remembered: the next command that is given the buffer throws it. `store(_:at:)` and `load(_:)` throw at once.
/// Script and device see each other's writes without any call.
public final class Buffer: @unchecked Sendable {
    /// For dumps and messages.
    public let name: String
    /// Bytes of the buffer.
    public let count: Int
    let region: DMARegion
    private let warnings: WarningLog?
    private let settings: Mutex<Settings>

    /// The first access that could not be done, until it is thrown.
    private let violation = Mutex<Violation?>(nil)

    private struct Violation {
        let error: NVMeError
        /// Open until the script learns of it.
        var note: LedgerEntry?
    }

    /// Small and trivial: every command copies it.
    private struct Settings {
        var size: Int
        var offset = 0
        var isViolated = false
    }

    /// Takes memory that belongs to no device and can be used with any, also with several, and also before there is one.
    ///
    /// A controller makes buffers of its own function's memory by `Controller.makeBuffer`, which no other device reaches by accident.
    /// Throws `invalidArgument` for a size below 1 or a pattern out of range, `pcie` when there is no memory.
    public convenience init(
        _ count: Int, name: String = "buffer", pattern: BufferPattern = .zeros
    ) throws(NVMeError) {
        let memory = try onLink { () throws(PCIeError) in try DMAPool.script() }
        try self.init(
            count, name: name, pattern: pattern, in: memory, warnings: WarningLog(ledger: Ledger.current))
    }

    init(
        _ count: Int, name: String, pattern: BufferPattern, in memory: DMAPool, warnings: WarningLog?
    ) throws(NVMeError) {
        guard count > 0 else {
            throw .invalidArgument(name: "buffer size", value: "\(count)", limit: "1 or more", fix: "give its bytes")
        }
        self.name = name
        self.count = count
        self.region = try onLink { () throws(PCIeError) in try memory.allocate(count) }
        self.warnings = warnings
        self.settings = Mutex(Settings(size: count))
        // Fresh memory is zero, and takes none until it is touched.
        if pattern != .zeros { try fill(with: pattern) }
    }

    /// Bytes that commands describe to the device; starts as `count`, cannot be larger. 0 and odd values are allowed.
    public var size: Int {
        get { settings.withLock { $0.size } }
        set {
            guard newValue >= 0, newValue <= count else {
                return violate(
                    .invalidArgument(
                        name: "size of '\(name)'", value: "\(newValue)", limit: "0...\(count)",
                        fix: "it cannot be larger than physical size"))
            }
            settings.withLock { $0.size = newValue }
        }
    }

    /// Added to the address that the device is given. A command whose data would end behind the buffer's spare page is refused, with
    /// `invalidArgument`: a large offset needs a smaller `size`.
    public var offset: Int {
        get { settings.withLock { $0.offset } }
        set { settings.withLock { $0.offset = newValue } }
    }

    /// Address of the first byte plus `offset`, as every device sees it; one that it is asked of is reached by all devices.
    public var ioVirtualAddress: UInt64 {
        region.expose()
        return region.ioVirtualAddress &+ UInt64(bitPattern: Int64(offset))
    }

    /// Runs `body` over the memory itself.
    public func withUnsafeBytes<Result>(_ body: (UnsafeMutableRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeMutableRawBufferPointer(start: region.pointer, count: count))
    }

    /// Remembers an access that could not be done.
    func violate(_ error: NVMeError) {
        let isFirst = violation.withLock { violation in
            // What an earlier access has told already need not be told again for each byte of a loop.
            defer { if violation == nil { violation = Violation(error: error) } }
            return violation?.note?.isOpen != true
        }
        settings.withLock { $0.isViolated = true }
        let note = warnings?.add(.bufferAccess(error), isNoted: isFirst)
        if let note { violation.withLock { $0?.note = note } }
    }

    /// Throws what an earlier subscript could not, once.
    public func checkAccesses() throws(NVMeError) {
        settings.withLock { $0.isViolated = false }
        let first = violation.withLock { violation in
            defer { violation = nil }
            return violation
        }
        first?.note?.acknowledge()
        if let first { throw first.error }
    }

    /// What a device is told: address and size, read together; throws what an earlier subscript could not.
    ///
    /// - Parameter memory: the function's own. The only way from a buffer to an address that the driver sends, so that the function
    ///   can reach whatever it is told of.
    @inline(__always)
    func transfer(in memory: DMAPool, limitedTo limit: Int? = nil) throws(NVMeError) -> Transfer {
        if region.pool !== memory { try reach(from: memory) }
        let settings = settings.withLock { $0 }
        if settings.isViolated { try checkAccesses() }
        let address = region.ioVirtualAddress &+ UInt64(bitPattern: Int64(settings.offset))
        let byteCount = limit ?? settings.size
        guard byteCount <= settings.size else {
            throw .invalidArgument(
                name: "size of '\(name)'", value: "\(settings.size)", limit: "at least the \(byteCount) bytes to move",
                fix: "make a larger buffer or move fewer blocks")
        }
        if settings.offset != 0 { try checkOffset(settings.offset, byteCount, address) }
        return Transfer(address: address, byteCount: byteCount)
    }

    /// Behind the buffer lies a page that belongs to nobody else, and then other memory.
    @inline(never)
    private func checkOffset(_ offset: Int, _ byteCount: Int, _ address: UInt64) throws(NVMeError) {
        let last = region.reservedByteCount - byteCount
        guard offset < 0 || offset > last else { return }
        guard address & 0b11 == 0 else { throw DataPointers.misaligned(address) }
        throw .invalidArgument(
            name: "offset of '\(name)'", value: "\(offset)",
            limit: "0...\(last), for \(byteCount) bytes of \(count) and the spare page",
            fix: "make a larger buffer, or make its size smaller")
    }

    @inline(never)
    private func reach(from memory: DMAPool) throws(NVMeError) {
        try onLink { () throws(PCIeError) in try memory.reach(region) }
    }
}

extension Buffer: DMAHolder {
    func lend(to lease: DMALease) { lease.add(region) }
}

extension Buffer: CustomStringConvertible {
    public var description: String { "<buffer name: \(name)>" }
}
