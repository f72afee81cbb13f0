import EmulatedSSD
import Foundation
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import PCIExpress

/// An embedded SSD with an initialised controller and its first namespace; closed with the last reference.
///
/// Its clock is virtual unless the address says otherwise: a test that one thread drives takes no time, and the same time in every run.
final class Bench {
    /// For several threads at once: a device with a thread and a clock of its own.
    static let realTime = "emu:small"

    let ssd: EmulatedSSD
    let controller: Controller
    let namespace: Namespace

    init(_ address: String = "emu:small?clock=virtual&seed=7") throws {
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

    /// Nothing more is taken than there. Less may be: a thread that has handed over its result goes a moment later.
    func isWithin(_ other: Footprint) -> Bool {
        threads <= other.threads && descriptors <= other.descriptors && memory <= other.memory
    }

    /// The footprint as soon as it is within that one, or the last one seen.
    static func settled(within wanted: Footprint, _ bench: Bench) throws -> Footprint {
        let deadline = ContinuousClock.now + .seconds(10)
        var now = try Footprint(bench)
        while !now.isWithin(wanted), ContinuousClock.now < deadline {
            sched_yield()
            now = try Footprint(bench)
        }
        return now
    }
}
