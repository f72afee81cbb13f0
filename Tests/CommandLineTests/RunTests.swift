import Foundation
import Testing

/// `nvmetest run` and its exit codes.
@Suite struct RunTests {
    @Test func examplesPassOnTheEmbeddedDevice() throws {
        let outcome = try Tool.run("run", "examples", "--dut", "emu")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("pass  helloWorld"))
        #expect(!outcome.output.contains("FAIL"))
    }

    @Test func documentHasEveryTestWithItsResult() throws {
        let document = try Tool.run("run", "helloWorld", "--output", "json").document()
        let tests = try #require(document["tests"] as? [[String: Any]])
        #expect(tests.map { $0["name"] as? String } == ["helloWorld"])
        #expect(tests.first?["result"] as? String == "passed")
        #expect((document["summary"] as? [String: Any])?["passed"] as? Int == 1)
        #expect(document["schemaVersion"] as? Int == 1)
    }

    @Test func nothingMatchingEndsWithFour() throws {
        let outcome = try Tool.run("run", "no-such-test")
        #expect(outcome.status == 4)
        #expect(outcome.errors.contains("no test matches"))
    }

    /// Who names two tests and mistypes one believes that both ran.
    @Test(arguments: [["helloWorld", "no-such-test"], ["--list", "examples", "no-such-test"]])
    func oneOfSeveralFiltersThatMatchesNothingIsAnError(filters: [String]) throws {
        let outcome = try Tool.run(["run"] + filters)
        #expect(outcome.status == 4)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("no test matches 'no-such-test'"))
    }

    /// Commands take longer than they may.
    @Test func failureEndsWithOneAndSaysWhereAndWhat() throws {
        let outcome = try Tool.run("run", "SMARTTemperature", "--dut", "emu:?admin=200ms", "--timeout", "0.02")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("FAIL"))
        #expect(outcome.output.contains("Examples/SMARTTemperature.swift:"))
        #expect(outcome.output.contains("last commands on emu:?admin=200ms"))
    }

    @Test func timeOutOfTheEnvironmentReachesTheTests() throws {
        let outcome = try Tool.run(
            "run", "SMARTTemperature", "--dut", "emu:?admin=200ms", environment: ["NVME_TIMEOUT": "0.02"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("within 0.02 seconds"))
    }

    @Test func attachmentsAreWrittenForAFailure() throws {
        let folder = try TemporaryFolder()
        let line = ["run", "SMARTTemperature", "--dut", "emu:?admin=200ms", "--timeout", "0.02"]
        try Tool.run(line + ["--attachments", folder.url.path])
        #expect(try folder.names().contains("controller0-queue0.txt"))
    }

    @Test func listHasTheTestsThatTheFilterSelects() throws {
        let lines = try Tool.run("run", "--list", "performance").output.split(separator: "\n")
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.hasPrefix("Performance.") })
        #expect(try Tool.run("run", "--list", "no-such-test").status == 4)
    }

    /// A line is what a filter can be made of, so it is never cut.
    @Test func listHasOneWholeIdentifierOnEachLine() throws {
        let lines = try Tool.run("run", "--list").output.split(separator: "\n").map(String.init)
        let document = try Tool.run("run", "--list", "--output", "json").document()
        let tests = try #require(document["tests"] as? [[String: Any]])
        #expect(lines == tests.compactMap { $0["id"] as? String })
    }

    @Test func testsCanBeListedWithoutADevice() throws {
        let outcome = try Tool.run("run", "--list", "--dut", "ffff:ff:1f.7")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Examples.HelloWorld/helloWorld()"))
    }

    @Test func absentDeviceEndsWithThreeBeforeAnythingRuns() throws {
        let outcome = try Tool.run("run", "--dut", "ffff:ff:1f.7")
        #expect(outcome.status == 3)
        #expect(outcome.output.isEmpty)
    }
}
