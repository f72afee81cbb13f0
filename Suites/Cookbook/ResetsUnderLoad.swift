import NVMeTesting
import NVMeWorkload
import Testing

/// A worker that is busy while its controller is reset.
@Suite(.tags(.mandatory, .controller, .destructive), .requires(.realTime, .randomWrites, .resetsDuringWrites))
struct ResetsUnderLoad {
    /// Reference: NVMe Base 2.0 §3.7.2 (controller level reset).
    ///
    /// Steps:
    /// 1. Start a worker and wait until it has done something.
    /// 2. Reset the controller: the worker ends by itself, and says why.
    /// 3. Start it again: the device works.
    @Test(.deviceUnderTest) func workerEndsWithTheReset() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let depth = try nvme0n1.queueDepth(for: 16)
        let worker = try nvme0n1.ioworker(readPercentage: 70, queueDepth: depth, time: .seconds(60))
        try worker.start()
        let isBusy = try nvme0.poll { worker.progress.completed > 100 }
        #expect(isBusy)
        try nvme0.reset()
        #expect(try worker.wait().outcome == .reset)

        let again = try nvme0n1.ioworker(readPercentage: 70, queueDepth: depth, ioCount: 1000).run()
        #expect(again.outcome == .finished)
    }
}
