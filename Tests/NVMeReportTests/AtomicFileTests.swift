import Foundation
import NVMeReport
import Testing

@Suite struct AtomicFileTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func fileIsReplacedWhole() throws {
        try withFolder { folder in
            try AtomicFile.write("old and long", to: folder + "/a")
            try AtomicFile.write("new", to: folder + "/a")
            #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "new")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
        }
    }

    @Test func fullDiskIsReported() {
        let error = #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/dev/full") }
        #expect(error?.description == "cannot write '/dev/full': No space left on device")
    }

    @Test func missingFolderIsReported() {
        let error = #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/proc/nonexistent/a.html") }
        #expect(error?.description == "cannot write '/proc/nonexistent/a.html': No such file or directory")
    }

    @Test func failedWriteLeavesTheOldFileAndNoOther() throws {
        try withFolder { folder in
            // A folder cannot be replaced by a file, which is found out at the very end.
            let path = folder + "/a"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            #expect(throws: FileError.self) { try AtomicFile.write("x", to: path) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
        }
    }
}
