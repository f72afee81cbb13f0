import Foundation
import NVMe
import Testing

/// The same commands on a device that we did not write.
@Suite(.enabled(if: QEMUFunction.isInstalled, "QEMU is not installed: apt-get install qemu-system-x86"), .serialized)
struct QEMUTests {
    @Test func identifyShowsWhatQEMUWasToldToBe() throws {
        let line = ["identify", "--dut", "qemu:?serial=SN-42&mdts=128k", "--output", "json"]
        let data = try #require(try Tool.run(line).document()["data"] as? [String: Any])
        #expect(data["sn"] as? String == "SN-42")
        #expect(data["mn"] as? String == "QEMU NVMe Ctrl")
        #expect(data["mdts"] as? Int == 5)
    }

    @Test func namespaceHasTheBlocksThatQEMUWasToldToMake() throws {
        let line = ["identify", "--namespace", "1", "--dut", "qemu:4k?size=64M", "--output", "json"]
        let data = try #require(try Tool.run(line).document()["data"] as? [String: Any])
        #expect(data["nsze"] as? Int == (64 << 20) / 4096)
    }

    @Test func examplesPassOrNameTheBitThatQEMULacks() throws {
        let outcome = try Tool.run("run", "examples", "--dut", "qemu")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Identify Controller SANICAP bits 2:0 are 0"))
        #expect(!outcome.output.contains("FAIL"))
    }

    @Test func onlySkippedEndsWithFour() throws {
        #expect(try Tool.run("run", "SanitizeEvent", "--dut", "qemu").status == 4)
    }

    @Test func nothingIsLeftBehind() throws {
        let serial = "LEFT-\(UInt32.random(in: 0...(.max)))"
        #expect(try Tool.run("identify", "--dut", "qemu:?serial=\(serial)").status == 0)
        #expect(try Processes.mentioning("serial=\(serial)").isEmpty)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func interruptedLoadLeavesNothingBehind(signal: Int32) throws {
        let serial = "LOAD-\(UInt32.random(in: 0...(.max)))"
        let (process, output, errors) = try Tool.start(["perf", "--dut", "qemu:?serial=\(serial)", "--time", "1h"])
        // The first progress line comes when the worker has been running for a while.
        _ = errors.availableData
        kill(process.processIdentifier, signal)
        let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        _ = try errors.readToEnd()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(text.contains("Interrupted: these are the results so far."))
        #expect(try Processes.mentioning("serial=\(serial)").isEmpty)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func interruptionLeavesNothingBehind(signal: Int32) async throws {
        let serial = "STOP-\(UInt32.random(in: 0...(.max)))"
        let (process, output, errors) = try Tool.start(["run", "--dut", "qemu:?serial=\(serial)"])
        let deadline = ContinuousClock.now + .seconds(20)
        while try Processes.mentioning("serial=\(serial)").isEmpty, process.isRunning, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(2))
        }
        kill(process.processIdentifier, signal)
        let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        let complaint = String(decoding: try errors.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(text.contains(" on qemu:?serial=\(serial) in "))
        #expect(complaint.contains("interrupted"))
        // A QEMU that was just being started is ended by the kernel, when it has noticed that its owner is gone.
        while try !Processes.mentioning("serial=\(serial)").isEmpty, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(2))
        }
        #expect(try Processes.mentioning("serial=\(serial)").isEmpty)
    }
}

/// What else runs on this machine.
enum Processes {
    /// Processes of which the command line contains this text, apart from `nvmetest` itself.
    static func mentioning(_ text: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { entry in
            guard Int(entry) != nil, let line = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline") else {
                return false
            }
            let words = String(decoding: line, as: UTF8.self).split(separator: "\0")
            return words.first?.contains("qemu") == true && words.contains { $0.contains(text) }
        }
    }
}
