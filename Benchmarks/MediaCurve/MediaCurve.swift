import Glibc
import NVMe
import NVMeWorkload

/// What a random write costs after so many others: `MediaCurve [ADDRESS [SECONDS [off|stamps|checksums]]]`.
///
/// Writes 4 KiB at random places all over the device, and prints a line for every two million writes: what they took, what
/// memory the process has (beside its DMA memory), and how large the device's temporary file is.
@main
enum MediaCurve {
    private static let writesPerLine = 2_000_000

    static func main() throws {
        let arguments = CommandLine.arguments
        let address = arguments.count > 1 ? arguments[1] : "emu:?capacity=1T&mediamemory=2G"
        let seconds = arguments.count > 2 ? Int(arguments[2]) ?? 60 : 60
        let level = arguments.count > 3 ? VerificationLevel.allCases.first { "\($0)" == arguments[3] } : .off
        guard let level else {
            return print("verification is one of", VerificationLevel.allCases.map { "\($0)" }.joined(separator: ", "))
        }
        print("# \(address), verification \(level)")
        fflush(nil)
        try curve(address, Duration.seconds(seconds), level)
    }

    private static func curve(_ address: String, _ time: Duration, _ level: VerificationLevel) throws {
        let device = try Device.open(address)
        defer { device.close() }
        let controller = Controller(device)
        try controller.initialise()
        defer { try? controller.close() }
        let namespace = try controller.namespace(1)
        if level != .off { try namespace.startVerification(level) }
        let blocks = max(1, 4096 / namespace.blockSize)
        let start = ContinuousClock.now
        var done = 0
        print(row(["writes", "ns/write", "p99 us", "longest ms", "memory MiB", "file MiB", "errors"]))
        while ContinuousClock.now - start < time {
            let worker = try namespace.ioworker(
                ioSize: .fixed(blocks), lbaAlignment: [blocks], readPercentage: 0, queueDepth: 128,
                ioCount: writesPerLine, seed: UInt64(done) + 1)
            let result = try worker.run()
            guard result.completed > 0 else { return print("the worker ended with \(result.outcome)") }
            done += Int(result.completed)
            print(
                row([
                    "\(done)", "\(Int(1e9 / result.iops))", "\(result.latency.percentile(99) / 1000)",
                    "\(result.latency.maximum / 1_000_000)", "\(Footprint.memory >> 20)", "\(Footprint.file >> 20)",
                    "\(result.errors)",
                ]))
            fflush(nil)
        }
    }

    private static func row(_ cells: [String]) -> String {
        cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
    }
}

/// What the process has taken from the machine.
enum Footprint {
    /// Bytes of anonymous memory.
    static var memory: UInt64 {
        let line = text("/proc/self/status").split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        return (line?.split(separator: " ").dropLast().last).flatMap { UInt64($0) }.map { $0 << 10 } ?? 0
    }

    /// Bytes of files without a name that are no memory.
    static var file: UInt64 {
        (0..<1024).reduce(0) { sum, descriptor in
            var name = [CChar](repeating: 0, count: 512)
            let count = readlink("/proc/self/fd/\(descriptor)", &name, 511)
            let link = String(decoding: name.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            var status = stat()
            guard link.hasSuffix("(deleted)"), !link.hasPrefix("/memfd:"), fstat(Int32(descriptor), &status) == 0 else {
                return sum
            }
            return sum + UInt64(status.st_blocks) * 512
        }
    }

    private static func text(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
