import NVMeTesting
import Testing

/// How fast the device is. One at a time: measurements that share a machine would measure each other.
///
/// Figures are logged and attached; what is judged is that they are right, never whether they are good.
@Suite(.serialized, .tags(.performance, .nvm, .destructive), .requires(.realTime, .randomWrites)) enum Measurements {
    /// The region that measurements use, 16 GiB at full scale, written once from end to end: a drive need not touch its media to
    /// read what was never written.
    static func prepareRegion(of namespace: Namespace) throws -> Range<UInt64> {
        let region = try DeviceUnderTest.scale.region(of: namespace)
        let size = IOSize.fixed(try namespace.blocks(ofBytes: 128 << 10))
        let result = try namespace.ioworker(
            ioSize: size, lbaRandom: false, readPercentage: 0, queueDepth: namespace.queueDepth(for: 32),
            region: region, seed: 1
        ).run()
        expectSound(result)
        return region
    }
}
