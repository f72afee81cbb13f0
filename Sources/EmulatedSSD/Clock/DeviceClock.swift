import CNVMeHost

/// The clock that a device lives by.
final class DeviceClock {
    let kind: ClockKind
    private var virtualNow: UInt64 = 1_000_000_000

    init(kind: ClockKind) { self.kind = kind }

    /// Nanoseconds since some moment before the device was made.
    var now: UInt64 {
        switch kind {
        case .real: nvme_monotonic_nanoseconds()
        case .virtual: virtualNow
        }
    }

    /// Moves a virtual clock forward; a real one moves by itself.
    func advance(to time: UInt64) { virtualNow = max(virtualNow, time) }
}
