import NVMeTesting
import NVMeWorkload
import Testing

/// A load, and what it measured.
@Suite(.tags(.mandatory, .nvm, .destructive), .requires(.randomWrites)) struct Load {
    /// Steps:
    /// 1. Run a mix of reads and writes for as long as the scale of the run allows.
    /// 2. Expect it to have finished, with something to show.
    @Test(.deviceUnderTest) func loadIsDescribedInOneCall() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let depth = try nvme0n1.queueDepth(for: 128), time = try DeviceUnderTest.scale.time(.seconds(10))
        let result = try nvme0n1.ioworker(
            ioSize: 8, lbaRandom: true, readPercentage: 70, queueDepth: depth, time: time
        ).run()
        print(result.iops, result.latency.percentile(99.9), result.outcome)
        expectSound(result)  // ended as planned, without an error status, with figures that agree
    }
}
