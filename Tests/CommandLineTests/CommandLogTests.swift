import Foundation
import Testing

/// `nvmetest log commands`, on what killed processes leave.
@Suite struct CommandLogTests {
    /// Kills a run in its middle; returns the folder with its logs.
    private func killedRun(in folder: TemporaryFolder) throws -> String {
        let (process, output, _) = try Tool.start(
            ["perf", "--dut", "emu:small", "--qd", "8", "--time", "60"],
            environment: ["NVME_COMMAND_LOGS": folder.url.path])
        defer { process.waitUntilExit() }
        defer { kill(process.processIdentifier, SIGKILL) }
        _ = output
        let end = Date.now + 60
        while Date.now < end, process.isRunning {
            // A controller that is looked at first has a folder of its own, without a queue.
            for name in try folder.names() {
                let path = folder.url.appendingPathComponent(name).path
                let queue = try? Data(contentsOf: URL(fileURLWithPath: "\(path)/queue-1.nvmelog"))
                // The last record of the ring: some thousand commands have been sent.
                if let queue, queue.count > 4096, queue.suffix(64).contains(where: { $0 != 0 }) { return path }
            }
            usleep(10_000)
        }
        Issue.record("the run has left no command log")
        return folder.url.path
    }

    @Test func commandsOfAKilledProcessAreReadable() throws {
        let folder = try TemporaryFolder()
        let path = try killedRun(in: folder)
        let document = try Tool.run("log", "commands", "--file", path, "--output", "json").document()
        let queues = try #require(document["queues"] as? [[String: Any]])
        #expect(queues.compactMap { $0["queue"] as? Int } == [0, 1])
        let commands = try #require(queues.last?["commands"] as? [[String: Any]])
        let torn = try #require(queues.last?["torn"] as? [Int])
        // All of the ring but those that the kill tore; consecutive, newest first.
        #expect(commands.count + torn.count == 2048)
        let numbers = (commands.compactMap { $0["number"] as? Int } + torn).sorted(by: >)
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 == $1 + 1 })
        #expect(commands.allSatisfy { $0["opcode"] as? Int == 2 })
    }

    @Test func folderOfTheVariableItselfIsRead() throws {
        let folder = try TemporaryFolder()
        let path = try killedRun(in: folder)
        let outcome = try Tool.run("log", "commands", "--file", folder.url.path, "--count", "1")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("queue 1, newest first:\n"))
        let document = try Tool.run("log", "commands", "--file", folder.url.path, "--output", "json").document()
        let folders = (document["queues"] as? [[String: Any]])?.compactMap { $0["folder"] as? String }
        #expect(folders?.contains(URL(fileURLWithPath: path).lastPathComponent) == true)
    }

    @Test func folderWithoutLogsIsNamed() throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run("log", "commands", "--file", folder.url.path)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("no command log"))
    }

    @Test func oneFileIsPrintedDecoded() throws {
        let folder = try TemporaryFolder()
        let path = try killedRun(in: folder)
        let outcome = try Tool.run("log", "commands", "--file", "\(path)/queue-1.nvmelog", "--count", "3")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("READ"))
        #expect(outcome.output.hasPrefix("queue 1, newest first:\n"))
    }

    @Test func fileThatIsNoLogEndsWithThree() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("a.nvmelog", [1, 2, 3])
        let outcome = try Tool.run("log", "commands", "--file", file)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("is no command log"))
    }

    @Test(arguments: [["log", "commands"], ["log", "smart", "--file", "a"]])
    func fileAndCommandsBelongTogether(arguments: [String]) throws {
        #expect(try Tool.run(arguments).status == 2)
    }
}
