import EmulatedSSD
import Foundation
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import PCIExpress

/// An embedded SSD with an initialised controller and its first namespace; closed with the last reference.
final class Bench {
    let ssd: EmulatedSSD
    let controller: Controller
    let namespace: Namespace

    init(_ address: String = "emu:small") throws {
        ssd = try EmulatedSSD(address: address)
        controller = Controller(ssd)
        try controller.initialise()
        namespace = try controller.namespace(1)
    }

    deinit {
        try? controller.close()
        ssd.close()
    }
}

/// What of the process and of the device's memory is taken.
struct Footprint: Equatable {
    var threads: Int
    var descriptors: Int
    var memory: Int

    init(_ bench: Bench) throws {
        threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
        descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        memory = bench.ssd.memory.allocatedBytes
    }

    /// The footprint as soon as it is this one, or the last one seen: a thread that has handed over its result is gone a moment later.
    static func settled(to wanted: Footprint, _ bench: Bench) throws -> Footprint {
        let deadline = ContinuousClock.now + .seconds(10)
        var now = try Footprint(bench)
        while now != wanted, ContinuousClock.now < deadline {
            sched_yield()
            now = try Footprint(bench)
        }
        return now
    }
}
