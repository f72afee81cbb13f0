import Foundation
import Testing

/// Verification whose memory ends: 4K of it remember 512 blocks.
@Suite struct VerificationMemoryTests {
    private let limited = ["NVME_INTEGRITY_MEMORY": "4K"]
    private let load = [
        "--dut", "emu", "--region", "0+4M", "--rw", "randrw", "--count", "4000", "--seed", "7", "--verify", "full",
    ]

    @Test func perfSaysHowManyBlocksWereNotVerified() throws {
        let folder = try TemporaryFolder()
        let page = folder.url.appendingPathComponent("report.html")
        let outcome = try Tool.run(["perf"] + load + ["--html", page.path], environment: limited)
        #expect(outcome.status == 0)
        let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("read blocks were not verified: remembering more takes more than 4,096 bytes"))
        #expect(text.contains("raise NVME_INTEGRITY_MEMORY (now 4k), or verify a smaller region"))
        #expect(try String(contentsOf: page, encoding: .utf8).contains("raise NVME_INTEGRITY_MEMORY (now 4k)"))
    }

    @Test(arguments: [true, false])
    func documentCountsWhatWasNotVerified(isLimited: Bool) throws {
        let outcome = try Tool.run(["perf"] + load + ["--output", "json"], environment: isLimited ? limited : [:])
        let document = try outcome.document()
        let blocks = try #require(document["unverifiedBlocks"] as? [String: Int])
        #expect((blocks["written"] ?? 0 > 0) == isLimited && (blocks["read"] ?? 0 > 0) == isLimited)
        #expect((blocks["memoryLimitBytes"] == 4096) == isLimited)
        let notes = try #require(document["notes"] as? [String])
        #expect(notes.contains { $0.contains("remembering more takes more than") } == isLimited)
    }

    /// Random reads meet blocks that nobody has written: those are not "right".
    @Test func readsOfBlocksThatWereNeverWrittenAreCounted() throws {
        let outcome = try Tool.run(["perf"] + load + ["--output", "json"])
        let document = try outcome.document()
        let reads = try #require(document["readBlocks"] as? [String: Int])
        let unchecked = try #require(reads["neverWritten"]), checked = try #require(reads["checked"])
        #expect(unchecked > 0 && checked > 0)
        let notes = try #require(document["notes"] as? [String])
        #expect(notes.contains { $0.contains("were not checked, because they were not written") })
    }

    @Test func verifyIsNoVerificationOfWhatIsNotRemembered() throws {
        let arguments = ["verify", "--dut", "emu", "--region", "0+1M"]
        let outcome = try Tool.run(arguments, environment: limited)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Verified in part: 1,536 of the blocks that were read were not checked."))
        let document = try Tool.run(arguments + ["--output", "json"], environment: limited).document()
        #expect(document["verified"] as? Bool == false)
        #expect((document["unverifiedBlocks"] as? [String: Int])?["written"] == 1536)
    }

    @Test(arguments: ["lots", "0", "1K", "-4G"])
    func wrongAmountOfMemoryIsRefused(amount: String) throws {
        let outcome = try Tool.run(["perf"] + load, environment: ["NVME_INTEGRITY_MEMORY": amount])
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("NVME_INTEGRITY_MEMORY is '\(amount)', which is no amount of memory"))
    }
}
