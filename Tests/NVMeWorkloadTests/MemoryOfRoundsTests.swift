import Glibc
import NVMeDriver
import NVMeWorkload
import Testing

/// A stress test lasts for days: what a round of it leaves behind adds up.
@Suite struct MemoryOfRoundsTests {
    /// Bytes that are allocated and not freed.
    private static var allocated: Int {
        typealias MallocInfo = @convention(c) (CInt, UnsafeMutablePointer<FILE>) -> CInt
        var text: UnsafeMutablePointer<CChar>?
        var count = 0
        guard let symbol = dlsym(nil, "malloc_info"), let file = open_memstream(&text, &count) else { return 0 }
        _ = unsafeBitCast(symbol, to: MallocInfo.self)(0, file)
        fclose(file)
        defer { free(text) }
        // Behind the heaps come the sums of all: what is free, in two kinds, what is mapped for itself, and what was taken from the system.
        let lines = text.map { String(cString: $0) }?.split(separator: "\n") ?? []
        func size(_ start: String) -> Int {
            let line = lines.last { $0.hasPrefix(start) }
            return line?.split(separator: "\"").last { Int($0) != nil }.flatMap { Int($0) } ?? 0
        }
        return size("<system type=\"current\"") + size("<total type=\"mmap\"") - size("<total type=\"fast\"")
            - size("<total type=\"rest\"")
    }

    private static func round(_ bench: Bench, resets: Bool, verifies: Bool, starts: Bool) throws {
        if verifies, starts { try bench.namespace.startVerification() }
        let worker = try bench.namespace.ioworker(readPercentage: 50, queueDepth: 16, ioCount: 50, region: 0..<4096)
        try worker.start()
        _ = try worker.wait()
        if resets { try bench.controller.reset() }
        if verifies, starts { bench.namespace.stopVerification() }
    }

    @Test(arguments: [
        (false, false, false), (true, false, false), (false, true, false), (false, true, true), (true, true, false),
        (true, true, true),
    ])
    func roundOfAWorkerLeavesNothingBehind(resets: Bool, verifies: Bool, starts: Bool) async {
        await #expect(processExitsWith: .success) { [resets, verifies, starts] in
            let bench = try Bench("emu:?capacity=64M&memory=64M&clock=virtual")
            if verifies, !starts { try bench.namespace.startVerification() }
            for _ in 0..<20 {
                try MemoryOfRoundsTests.round(bench, resets: resets, verifies: verifies, starts: starts)
            }
            var seen = [MemoryOfRoundsTests.allocated]
            for _ in 0..<4 {
                for _ in 0..<50 {
                    try MemoryOfRoundsTests.round(bench, resets: resets, verifies: verifies, starts: starts)
                }
                seen.append(MemoryOfRoundsTests.allocated)
            }
            let growth = zip(seen.dropFirst(), seen).map { ($0 - $1) / 50 }
            // What grows without end grows in each of them; what is kept for a while, and given back, does not.
            #expect(growth.min() ?? .max < 512, "bytes per round: \(growth)")
        }
    }
}
