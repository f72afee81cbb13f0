import NVMe
import NVMeWorkload

/// Says that the test knows of what went wrong with these, and does not fail for it.
///
/// Needed only where nothing is looked at: reading a status or an outcome, `expectStatus`, `expectSound` and catching an error say
/// it as well.
///
/// ```swift
/// acknowledge(try qpair.completions(16))       // a burst into a namespace that is being formatted: any status will do
/// acknowledge(nvme0.warnings)                  // the time-outs are the point of this test
/// ```
public func acknowledge(_ things: any Acknowledgeable...) {
    for thing in things { thing.acknowledge() }
}

extension DeviceUnderTest {
    /// Says that the test knows of everything that has gone wrong so far.
    public static func acknowledge() throws { try current.ledger.acknowledge() }
}
