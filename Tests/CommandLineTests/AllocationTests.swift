import Foundation
import Testing

/// Counts what a run allocates, from outside: a malloc of our own is loaded before the C library's.
@Suite(.enabled(if: MallocCounter.compiler != nil, "there is no C compiler"))
struct AllocationTests {
    /// Over ten million commands with NVME_SLOW_TESTS set.
    @Test func workerAllocatesNothingPerCommand() throws {
        let counter = try MallocCounter()
        let commands = ProcessInfo.processInfo.environment["NVME_SLOW_TESTS"] == nil ? 250_000 : 10_000_000
        var least = Int.max
        // What is done once a millisecond grows with the time that a busy machine takes: one quiet run is enough.
        for _ in 0..<5 where least >= commands / 5 {
            let few = try counter.allocations(commands: 10_000)
            least = min(least, try counter.allocations(commands: 10_000 + commands) - few)
        }
        #expect(least < commands / 5, "allocations for \(commands) commands")
    }

    @Test func counterSeesAllocations() throws {
        let counter = try MallocCounter()
        #expect(try counter.allocations(commands: 10_000) > 1_000)
    }
}

/// A shared object that counts calls of malloc and writes the number into a file when the process ends.
private struct MallocCounter {
    static let compiler = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private let folder: TemporaryFolder
    private let library: String

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdatomic.h>
        #include <stdio.h>
        #include <stdlib.h>
        static atomic_ulong calls;
        void *malloc(size_t size) {
            static void *(*next)(size_t);
            if (!next) next = dlsym(RTLD_NEXT, "malloc");
            atomic_fetch_add(&calls, 1);
            return next(size);
        }
        __attribute__((destructor)) static void report(void) {
            const char *path = getenv("MALLOC_COUNT_FILE");
            FILE *file = path ? fopen(path, "w") : NULL;
            if (!file) return;
            fprintf(file, "%lu\\n", atomic_load(&calls));
            fclose(file);
        }
        """

    init() throws {
        folder = try TemporaryFolder()
        let source = try folder.file("count.c", Array(Self.source.utf8))
        library = folder.url.appending(path: "count.so").path
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.compiler))
        process.arguments = ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// Calls of malloc in a whole run of the tool that sends that many reads.
    func allocations(commands: Int) throws -> Int {
        let count = folder.url.appending(path: "count").path
        let outcome = try Tool.run(
            "perf", "--dut", "emu:null", "--qd", "64", "--count", "\(commands)", "--output", "json",
            environment: ["LD_PRELOAD": library, "MALLOC_COUNT_FILE": count])
        try #require(outcome.status == 0)
        let text = try String(contentsOfFile: count, encoding: .utf8)
        return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
}
