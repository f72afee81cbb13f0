import NVMe
import Synchronization
import Testing

@testable import NVMeDriver

/// The rings of a queue pair, its doorbells and its gate, one by one.
@Suite("Rings, doorbells and gates")
struct RingTests {
    private func controller(_ parameters: String = "") throws -> Controller {
        let controller = Controller(try EmulatedSSD(address: "emu:small?clock=virtual" + parameters))
        try controller.initialise()
        return controller
    }

    /// The phase tag changes with each pass over the completion queue, and the head doorbell gives its entries back (NVMe Base
    /// 2.0 §3.3.3.2.2, §3.3.1.2).
    @Test func ringsGoRoundManyTimes() throws {
        let controller = try controller()
        defer { controller.function.close() }
        let namespace = try controller.namespace()
        let queue = try controller.makeQueuePair(depth: 4)
        for _ in 0..<20 {
            for _ in 0..<3 { try namespace.flush(queue) }
            try queue.wait(3)
        }
        #expect(queue.outstanding == 0)
    }

    /// CAP.DSTRD: doorbells are 4 << stride bytes apart (NVMe Base 2.0 §3.1.3.1).
    @Test(arguments: [0, 1, 4]) func doorbellsLieAsFarApartAsTheControllerSays(stride: Int) throws {
        let controller = try controller("&dstrd=\(stride)")
        defer { controller.function.close() }
        let queue = try controller.makeQueuePair(depth: 4)
        #expect(try controller.namespace().flush(queue).wait().isSuccess)
    }

    @Test(arguments: [1, 3]) func vectorIsTheOneThatWasAskedFor(vector: Int) throws {
        let controller = try controller()
        defer { controller.function.close() }
        #expect(try controller.makeQueuePair(depth: 4, vector: vector).interrupt.vector == vector)
    }

    /// The device's turn comes inside the wait: whoever uses the queue then is a second user.
    @Test func queuePairTakesOneUserAtATime() throws {
        let place = Mutex<QueuePair?>(nil)
        let refusals = Mutex<[NVMeError]>([])
        let device = try ScriptedDevice { command, id, device in
            if let queue = place.withLock({ $0 }) {
                do throws(NVMeError) { try queue.send(SubmissionQueueEntry.anything) } catch {
                    refusals.withLock { $0.append(error) }
                }
            }
            return [device.success(command, id)]
        }
        let queue = try device.controller().smallQueuePair()
        place.withLock { $0 = queue }
        try queue.send(SubmissionQueueEntry.anything).wait()
        place.withLock { $0 = nil }
        #expect(refusals.withLock { $0 } == [.queueInUse(queue: 1)])
    }

    @Test func waitThatGetsWhatItWaitedForAtTheLastLookGoesOn() {
        var end = GivingUp()
        end.begin(all: false)
        #expect(end.isGoingOn)
        end.cancel()
        #expect(!end.isGoingOn)
    }
}
