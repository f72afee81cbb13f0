import Foundation
import NVMe
import Testing

/// The suites for speed and endurance, as `nvmetest run` runs them.
@Suite(.serialized) struct SuiteTests {
    @Test(arguments: ["performance", "stress"]) func suitePassesOnTheEmbeddedDevice(suite: String) throws {
        let outcome = try Tool.run("run", suite, "--dut", "emu:?capacity=1G")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test(arguments: ["performance", "stress"]) func suitePassesWithLargeBlocks(suite: String) throws {
        let outcome = try Tool.run("run", suite, "--dut", "emu:?capacity=1G&lba=4096")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test(arguments: ["performance", "stress", "examples"]) func suitePassesWithFewQueueEntries(suite: String) throws {
        let outcome = try Tool.run("run", suite, "--dut", "emu:?capacity=64M&entries=16&queues=2")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test(
        .enabled(if: QEMUFunction.isInstalled, "QEMU is not installed: apt-get install qemu-system-x86"),
        arguments: ["performance", "stress"])
    func suitePassesOnQEMU(suite: String) throws {
        let outcome = try Tool.run("run", suite, "--dut", "qemu")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test func figuresComeWithTheirConfigurationAndAreAttached() throws {
        let folder = try TemporaryFolder()
        let line = ["run", "QualityOfService", "--dut", "emu", "--output", "json", "--attachments", folder.url.path]
        let document = try Tool.run(line).document()
        let test = try #require((document["tests"] as? [[String: Any]])?.first)
        let log = try #require(test["log"] as? [String])
        #expect(log.first?.contains("4 KiB, depth 32") == true)
        #expect(log.contains { $0.hasPrefix("half rate") })
        #expect(log.contains("on emu at scale 0.001"))
        #expect(try folder.names() == ["log.txt"])
        #expect(String(decoding: try folder.contents("log.txt"), as: UTF8.self) == log.joined(separator: "\n") + "\n")
    }

    /// The script is no good if it cannot fail.
    @Test(arguments: ["ignore-flush", "forget:lba=100-200", "torn-write:p=0.1"])
    func deviceThatLosesDurableDataFailsTheDirtyPowerCycle(flaw: String) throws {
        let outcome = try Tool.run("run", "DirtyPowerCycle", "--dut", "emu:?capacity=1G&flaws=\(flaw)")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("data that was read is not what was written"), "\(outcome.output)")
    }

    /// A log that praises data which the test found to be wrong is not to be believed.
    @Test func logOfATestThatFoundMismatchesDoesNotPraiseTheData() throws {
        let outcome = try Tool.run("run", "controllerReset", "--dut", "emu:?capacity=1G&flaws=lose-write:p=0.01")
        #expect(outcome.status == 1)
        #expect(!outcome.output.contains("verified") && !outcome.output.contains("read and right"))
        #expect(outcome.output.contains("blocks were not what was written"))
    }

    @Test func scaleIsTold() throws {
        let outcome = try Tool.run(
            "run", "controllerShutsDownAndStarts", "--dut", "emu:?capacity=1G", "--scale", "0.02")
        #expect(outcome.output.contains("20 shutdowns and starts"))
    }

    @Test(arguments: ["0", "2", "full"]) func wrongScaleEndsWithTwoBeforeAnythingRuns(scale: String) throws {
        for (arguments, environment) in [(["--scale", scale], [:]), ([], ["NVME_SCALE": scale])] {
            let outcome = try Tool.run(["run", "stress", "--dut", "emu"] + arguments, environment: environment)
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("above 0 and at most 1"))
        }
    }
}
