import Foundation
import NVMeTesting
import Testing

/// Runs the tests that are linked into this program, in this process.
enum TestRunner {
    struct Selection {
        /// Regular expressions over test identifiers; empty selects all.
        var filters: [String] = []
        /// Where attachments of failed tests are written.
        var attachments: String?
        /// Only tells which tests there are.
        var isListing = false
    }

    /// Runs the selected tests, and hands each record of their event stream to `run` as it comes.
    static func perform(_ selection: Selection, into run: TestRun) async throws {
        TestLogs.shared.keep()
        let pipe = Pipe()
        var arguments = __CommandLineArguments_v0()
        arguments.verbosity = .min
        arguments.filter = selection.filters.isEmpty ? nil : selection.filters
        arguments.attachmentsPath = selection.attachments
        arguments.listTests = selection.isListing
        arguments.eventStreamOutputPath = "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)"
        arguments.eventStreamSchemaVersion = "6.3"
        let done = AsyncStream<Void>.makeStream()
        let reader = pipe.fileHandleForReading
        startThread {
            read(reader, into: run)
            done.continuation.finish()
        }
        _ = await __swiftPMEntryPoint(passing: arguments) as CInt
        // Everything has been written by now; the stream may still hold its end of the pipe open, so say it in words.
        try pipe.fileHandleForWriting.write(contentsOf: Data("\n\(endMark)\n".utf8))
        for await _ in done.stream {}
    }

    private static let endMark = "end of run"

    private static func read(_ reader: FileHandle, into run: TestRun) {
        var pending = Data()
        while true {
            let chunk = reader.availableData
            guard !chunk.isEmpty else { return }
            pending += chunk
            while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = pending[pending.startIndex..<end]
                pending = Data(pending[pending.index(after: end)...])
                if line.elementsEqual(endMark.utf8) { return }
                if let record = EventRecord(line: line) { run.add(record) }
            }
        }
    }
}
