import NVMe
import NVMeTesting
import NVMeWorkload
import Testing

@Suite struct WorkloadExpectationTests {
    private func result(_ change: (inout WorkloadResult) -> Void = { _ in }) throws -> WorkloadResult {
        let namespace = try DeviceUnderTest.controller().namespace(1)
        var result = try namespace.ioworker(queueDepth: 8, ioCount: 500, region: 0..<4096, seed: 7).run()
        change(&result)
        return result
    }

    @Test(.deviceUnderTest("emu:small")) func resultOfAWorkerIsSound() throws {
        expectSound(try result())
    }

    @Test(.deviceUnderTest("emu:small")) func otherEndIsAnIssue() throws {
        let result = try result()
        withKnownIssue {
            expectSound(result, ends: .reset)
        } matching: {
            $0.comments.contains { $0.rawValue == "expected a worker that ended by a reset, got: finished" }
        }
    }

    @Test(.deviceUnderTest("emu:small")) func errorIsAnIssueThatNamesTheFirst() throws {
        let result = try result {
            $0.errors = 2
            $0.firstError = Status(.lbaOutOfRange)
        }
        withKnownIssue {
            expectSound(result)
        } matching: {
            $0.comments.contains { $0.rawValue.contains("2 commands ended with an error status, the first: LBA") }
        }
    }

    @Test(.deviceUnderTest("emu:small")) func commandThatWasNotMeasuredIsAnIssue() throws {
        let result = try result { $0.completions[.read, default: 0] += 1 }
        withKnownIssue {
            expectSound(result)
        } matching: {
            $0.comments.contains { $0.rawValue.contains("501 commands completed, but 500 latencies") }
        }
    }

    @Test(.deviceUnderTest("emu:small")) func moreInFlightThanTheQueueHoldsIsAnIssue() throws {
        let result = try result { $0.duration = $0.duration / 100 }
        withKnownIssue {
            expectSound(result)
        } matching: {
            $0.comments.contains { $0.rawValue.contains("the depth is 8.0") }
        }
    }

    @Test(.deviceUnderTest("emu:small")) func tableShowsWhatRowsShareOnce() throws {
        var table = WorkloadTable("reads")
        table.add("first", try result())
        table.add("second", try result())
        let lines = table.lines
        #expect(
            lines.first?.hasPrefix("reads: random, read, 4 KiB, depth 8, 500 commands, aligned to 4 KiB, LBA 0..<4096")
                == true)
        #expect(lines.filter { $0.contains("depth 8") }.count == 1)
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(lines.contains { $0.hasPrefix("second") })
    }
}
