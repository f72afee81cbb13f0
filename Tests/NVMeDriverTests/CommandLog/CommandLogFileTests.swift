import Foundation
import NVMe
import Testing

/// Command logs that are kept in files.
@Suite("Command logs in files")
struct CommandLogFileTests {
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("logs-\(UUID().uuidString)/deep").path
        deinit { try? FileManager.default.removeItem(atPath: path) }
        func queue(_ id: Int) -> String { "\(path)/queue-\(id).nvmelog" }
    }

    private func device() throws -> (EmulatedSSD, Controller) {
        let ssd = try EmulatedSSD(address: "emu:small")
        return (ssd, Controller(ssd))
    }

    /// Identify, and three flushes on a queue of their own.
    private func work(in folder: Folder) throws -> [CommandLogEntry] {
        let (ssd, controller) = try device()
        defer { ssd.close() }
        try controller.keepCommandLogs(in: folder.path)
        try controller.initialise()
        let namespace = try controller.namespace(1)
        let pair = try controller.makeQueuePair(depth: 4)
        for _ in 0..<3 { try namespace.flush(pair).wait() }
        let entries = pair.commandLog.entries()
        try controller.close()
        return entries
    }

    @Test func fileHoldsWhatTheQueueSent() throws {
        let folder = Folder()
        let entries = try work(in: folder)
        let log = try CommandLog(reading: folder.queue(1))
        #expect(log.queueID == 1)
        #expect(log.entries().map(\.number) == [3, 2, 1])
        #expect(log.entries().map(\.command) == entries.map(\.command))
        #expect(log.entries().map(\.completion) == entries.map(\.completion))
        #expect(log.tornCommands.isEmpty)
    }

    @Test func timesOfAFileAreThoseOfTheRunningProcess() throws {
        let folder = Folder()
        let live = try #require(try work(in: folder).first)
        let read = try #require(try CommandLog(reading: folder.queue(1)).entries(1).first)
        let difference = Int64(clamping: read.submittedNanoseconds) - Int64(clamping: live.submittedNanoseconds)
        #expect(abs(difference) < 50_000_000)
    }

    @Test func adminQueueHasItsFileToo() throws {
        let folder = Folder()
        _ = try work(in: folder)
        let text = try CommandLog(reading: folder.queue(0)).text()
        #expect(text.contains("IDENTIFY"))
    }

    @Test func nextRunReplacesTheFile() throws {
        let folder = Folder()
        _ = try work(in: folder)
        _ = try work(in: folder)
        #expect(try CommandLog(reading: folder.queue(1)).entries().count == 3)
    }

    /// Sets the version word of the record of command `number`.
    private func patch(_ path: String, number: UInt64, version: UInt64) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: 4096 + number * 128 + 64)
        try file.write(contentsOf: withUnsafeBytes(of: version.littleEndian) { Data($0) })
        try file.close()
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func tornRecordIsNamedAndHidesNoOther(number: UInt64) throws {
        let folder = Folder()
        _ = try work(in: folder)
        try patch(folder.queue(1), number: number, version: number << 2)
        let log = try CommandLog(reading: folder.queue(1))
        #expect(log.tornCommands == [number])
        #expect(log.entries().map(\.number) == [3, 2, 1].filter { $0 != number })
    }

    @Test func recordWithAForeignNumberIsNoCommand() throws {
        let folder = Folder()
        _ = try work(in: folder)
        try patch(folder.queue(1), number: 2, version: .max)
        #expect(try CommandLog(reading: folder.queue(1)).entries().map(\.number) == [3, 1])
    }

    @Test(arguments: [0, 8, 16, 24, 48]) func fileWithADamagedHeaderIsRefused(offset: UInt64) throws {
        let folder = Folder()
        _ = try work(in: folder)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.queue(1)))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data(repeating: 0xFF, count: 8))
        try file.close()
        #expect(throws: NVMeError.self) { try CommandLog(reading: folder.queue(1)) }
    }

    @Test(arguments: [0, 100, 4096, 5000]) func fileThatIsCutIsRefused(length: Int) throws {
        let folder = Folder()
        _ = try work(in: folder)
        #expect(truncate(folder.queue(1), length) == 0)
        #expect(throws: NVMeError.self) { try CommandLog(reading: folder.queue(1)) }
    }

    @Test func fileThatIsNotThereIsRefused() {
        #expect(throws: NVMeError.self) { try CommandLog(reading: "/nonexistent/queue-1.nvmelog") }
    }

    @Test func folderThatCannotBeMadeIsRefused() throws {
        let (ssd, controller) = try device()
        defer { ssd.close() }
        #expect(throws: NVMeError.self) { try controller.keepCommandLogs(in: "/dev/null/logs") }
    }
}
