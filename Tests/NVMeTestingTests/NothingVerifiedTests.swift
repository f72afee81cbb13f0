import NVMeDriver
import NVMeTesting
import NVMeWorkload
import Testing

/// A test that switches verification on and in which nothing was verified has looked at nothing: it is told so.
@Suite struct NothingVerifiedTests {
    /// A namespace of the device under test, a pair for it, and a buffer of one block.
    private struct Bench {
        let namespace: Namespace
        let qpair: QueuePair
        let buffer: Buffer

        init() throws {
            let controller = try DeviceUnderTest.controller()
            namespace = try controller.namespace(1)
            qpair = try controller.makeQueuePair(depth: 8)
            buffer = try controller.makeBuffer(512)
        }

        func write(_ lba: UInt64) throws { try namespace.write(qpair, buffer, lba: lba).wait() }
        func read(_ lba: UInt64) throws { try namespace.read(qpair, buffer, lba: lba).wait() }
    }

    @Test func readsOfWhatWasWrittenBeforeFailWithTheReason() async throws {
        let found = try await failures {
            let bench = try Bench()
            try bench.write(8)
            try bench.namespace.startVerification()
            for _ in 0..<3 { try bench.read(8) }
        }
        #expect(found.count == 1)
        #expect(
            found.first?.contains("none of them was checked, 3 because they were not written since verification began")
                == true,
            "\(found)")
    }

    @Test func workerThatOnlyReadsFails() async throws {
        let found = try await failures {
            let bench = try Bench()
            try bench.namespace.startVerification()
            let result = try bench.namespace.ioworker(ioCount: 100, region: 0..<4096).run()
            #expect(result.outcome == .finished)
        }
        #expect(found.count == 1)
    }

    @Test func endOfVerificationHidesNothing() async throws {
        let found = try await failures {
            let bench = try Bench()
            try bench.namespace.startVerification()
            try bench.read(8)
            bench.namespace.stopVerification()
            try bench.qpair.delete()
        }
        #expect(found.count == 1)
    }

    @Test func oneBlockThatWasCheckedIsEnough() async throws {
        let found = try await failures {
            let bench = try Bench()
            try bench.namespace.startVerification()
            try bench.write(8)
            for lba in 0..<100 as Range<UInt64> { try bench.read(lba) }
        }
        #expect(found == [])
    }

    @Test func oneBlockOfAnEarlierTableIsEnough() async throws {
        let found = try await failures {
            let bench = try Bench()
            try bench.namespace.startVerification()
            try bench.write(8)
            try bench.read(8)
            bench.namespace.stopVerification()
            try bench.namespace.startVerification()
            try bench.read(8)
        }
        #expect(found == [])
    }

    @Test(arguments: [VerificationLevel.checksums, .stamps, .stampOnWrite])
    func testThatOnlyWritesPasses(level: VerificationLevel) async throws {
        let found = try await failures {
            let bench = try Bench()
            try bench.namespace.startVerification(level)
            try bench.write(8)
        }
        #expect(found == [])
    }

    @Test func whereOnlyWritesAreStampedReadsNeedNoCheck() async throws {
        let found = try await failures {
            let bench = try Bench()
            try bench.namespace.startVerification(.stampOnWrite)
            try bench.read(8)
        }
        #expect(found == [])
    }

    @Test func scriptThatKnowsPasses() async throws {
        let ways: [@Sendable (IntegrityTable) -> Void] = [{ _ = $0.statistics }, { acknowledge($0) }]
        for way in ways {
            let found = try await failures {
                let bench = try Bench()
                let table = try bench.namespace.startVerification()
                try bench.read(8)
                way(table)
            }
            #expect(found == [])
        }
    }

    /// A test that ends by an error has had no chance to write.
    @Test func testThatEndsByAnErrorTellsOfThatAlone() async throws {
        struct Reason: Error {}
        let found = try await failures {
            let bench = try Bench()
            try bench.namespace.startVerification()
            try bench.read(8)
            throw Reason()
        }
        #expect(found.count == 1 && found.first?.contains("Reason") == true, "\(found)")
    }

    @Test(arguments: [false, true]) func whereNothingWasReadTheLogSaysSo(isStampOnly: Bool) throws {
        let ledger = Ledger()
        try Ledger.$current.withValue(ledger) {
            let controller = Controller(try Device.open("emu:small?clock=virtual"))
            try controller.initialise()
            try controller.namespace(1).startVerification(isStampOnly ? .stampOnWrite : .checksums)
            try controller.close()
        }
        #expect(ledger.close() == (isStampOnly ? [] : ["verification was on, and no block was read with it"]))
        #expect(ledger.open.isEmpty)
    }
}
