import Foundation
import NVMe
import NVMeWorkload

/// Measures what the load generator promises and prints each figure beside its limit.
///
/// `Figures` runs them all; `Figures loop COUNT` is one worker on an echo, for a tool that counts instructions.
@main
struct Figures {
    static func main() {
        do { try run(CommandLine.arguments.dropFirst()) } catch {
            FileHandle.standardError.write(Data("figures: \(error)\n".utf8))
            exit(3)
        }
    }

    private static func run(_ arguments: ArraySlice<String>) throws {
        guard let first = arguments.first else { return try all() }
        guard first == "loop", let count = arguments.dropFirst().first.flatMap({ Int($0) }), count > 0 else {
            print("usage: Figures [loop COUNT]")
            exit(2)
        }
        print(try DriverSide().nanosecondsPerCommand(count))
    }

    private static func all() throws {
        print(row("figure", "measured", "limit", "of the limit"))
        try driverSide()
        try withDevice()
        for (kibibytes, blockSize) in [(4, 512), (4, 4096), (128, 512), (128, 4096)] {
            try verification(kibibytes: kibibytes, blockSize: blockSize)
        }
        try throttled()
    }

    static func report(_ name: String, _ value: Double, _ unit: String, limit: Double) {
        print(
            row(
                name, String(format: "%.2f %@", value, unit), String(format: "%.2f", limit),
                String(format: "%.0f %%", 100 * value / limit)))
        // Each figure when it is known, also into a file.
        fflush(nil)
    }

    private static func row(_ name: String, _ value: String, _ limit: String, _ share: String) -> String {
        func right(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        return name.padding(toLength: 66, withPad: " ", startingAt: 0) + right(value, 12) + right(limit, 9)
            + right(share, 14)
    }

    /// The best of some runs: everything that disturbs makes it slower.
    static func best(_ runs: Int = 5, _ measure: () throws -> Double) rethrows -> Double {
        try (0..<runs).map { _ in try measure() }.min() ?? 0
    }

    private static func driverSide() throws {
        let bench = try DriverSide()
        let nanoseconds = try best { try bench.nanosecondsPerCommand(5_000_000) }
        report("driver side, 4 KiB random read, 128 outstanding (ns)", nanoseconds, "ns", limit: 50)
    }

    /// One worker and the thread of an embedded SSD without media.
    private static func withDevice() throws {
        let device = try Device.open("emu:null")
        defer { device.close() }
        let controller = Controller(device)
        try controller.initialise()
        let namespace = try controller.namespace(1)
        let nanoseconds = try best {
            1e9 / (try namespace.ioworker(queueDepth: 128, ioCount: 10_000_000).run().iops)
        }
        report("one worker and one device thread, emu:null (M IOPS, at least)", 1e3 / nanoseconds, "M/s", limit: 10)
        try controller.close()
    }
}

/// A worker on a device that completes at once in the same thread.
struct DriverSide {
    private let controller: Controller
    private let namespace: Namespace

    init() throws {
        controller = Controller(EchoFunction(try Device.open("emu:null")))
        try controller.initialise()
        namespace = try controller.namespace(1)
    }

    /// Everything that a 4 KiB random read costs, the echo included.
    func nanosecondsPerCommand(_ count: Int) throws -> Double {
        1e9 / (try namespace.ioworker(queueDepth: 128, ioCount: count).run().iops)
    }
}
