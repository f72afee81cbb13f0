import Testing

@testable import NVMeWorkload

@Suite struct CommandGeneratorTests {
    /// Draws `count` commands of a workload over a namespace of 1,000,000 blocks.
    private func draw(_ count: Int, seed: UInt64 = 1, _ change: (inout Workload) -> Void) throws -> [GeneratedCommand] {
        var workload = Workload()
        workload.ioCount = count
        change(&workload)
        let target = WorkloadTarget(
            blocks: 1_000_000, blockSize: 512, maximumTransfer: 1 << 20, maximumQueueDepth: 1024)
        var generator = CommandGenerator(
            try workload.validated(for: target), namespaceBlocks: target.blocks, seed: seed)
        return (0..<count).map { _ in generator.next() }
    }

    @Test func sameSeedDrawsTheSameCommands() throws {
        let first = try draw(1000, seed: 42) { $0.operations = [.read: 50, .write: 50] }
        let second = try draw(1000, seed: 42) { $0.operations = [.read: 50, .write: 50] }
        #expect(first == second)
    }

    @Test func differentSeedsDrawDifferentCommands() throws {
        #expect(try draw(100, seed: 1) { _ in } != draw(100, seed: 2) { _ in })
    }

    @Test func sequentialCommandsFollowEachOther() throws {
        let commands = try draw(10) {
            $0.lbaRandom = false; $0.ioSize = 8
        }
        #expect(commands.map(\.lba) == (0..<10).map { UInt64($0) * 8 })
    }

    @Test(arguments: [6, 7]) func sequentialCursorWrapsWhereAWholeCommandDoesNotFit(count: Int) throws {
        let commands = try draw(count) {
            $0.lbaRandom = false
            $0.ioSize = 8
            $0.region = 0..<41
        }
        #expect(commands.map(\.lba) == Array([0, 8, 16, 24, 32, 0, 8].prefix(count)))
        #expect(commands.allSatisfy { $0.blocks == 8 })
    }

    @Test func passCoversTheRegionToItsLastBlock() throws {
        let commands = try draw(6) {
            $0.ioCount = nil
            $0.lbaRandom = false
            $0.ioSize = 8
            $0.region = 0..<41
        }
        #expect(commands.map(\.lba) == [0, 8, 16, 24, 32, 40])
        #expect(commands.map(\.blocks) == [8, 8, 8, 8, 8, 1])
    }

    @Test func sequentialCommandsOfSeveralSizesAreWhole() throws {
        let commands = try draw(1000) {
            $0.lbaRandom = false
            $0.ioSize = [3, 7, 16]
            $0.region = 5..<46
        }
        #expect(
            commands.allSatisfy { [3, 7, 16].contains($0.blocks) && $0.lba >= 5 && $0.lba + UInt64($0.blocks) <= 46 })
    }

    @Test func stepOfZeroStaysOnItsAddress() throws {
        let commands = try draw(5) {
            $0.lbaRandom = false; $0.lbaStep = 0; $0.lbaStart = 77
        }
        #expect(commands.allSatisfy { $0.lba == 77 })
    }

    @Test func negativeStepRunsBackwardsAndGoesOnFromTheRegionsEnd() throws {
        let commands = try draw(5) {
            $0.lbaRandom = false
            $0.lbaStep = -8
            $0.lbaStart = 116
            $0.region = 100..<200
        }
        #expect(commands.map(\.lba) == [116, 108, 100, 192, 184])
    }

    @Test func negativeStepOfAlignedCommandsGoesOnFromTheLastAlignedOne() throws {
        let commands = try draw(4) {
            $0.lbaRandom = false
            $0.ioSize = [4, 6]
            $0.lbaAlignment = [8]
            $0.lbaStep = -8
            $0.region = 0..<30
        }
        #expect(commands.map(\.lba) == [0, 24, 16, 8])
    }

    @Test func sequentialStartIsRaisedToTheRegion() throws {
        let commands = try draw(1) {
            $0.lbaRandom = false; $0.region = 500..<600; $0.lbaStart = 3
        }
        #expect(commands.first?.lba == 500)
    }

    @Test func sequentialAlignedCursorWrapsWhereNoAlignedBlockIsLeft() throws {
        let commands = try draw(4) {
            $0.lbaRandom = false
            $0.ioSize = 1
            $0.lbaAlignment = [8]
            $0.region = 0..<20
        }
        #expect(commands.map(\.lba) == [0, 8, 16, 0])
    }

    @Test func randomCommandsStayInsideTheRegion() throws {
        let commands = try draw(10_000) {
            $0.region = 37..<100; $0.ioSize = 16
        }
        #expect(commands.allSatisfy { $0.lba >= 37 && $0.lba + UInt64($0.blocks) <= 100 })
    }

    @Test func randomCommandIsNeverCutAtTheRegionsEnd() throws {
        let commands = try draw(10_000) {
            $0.region = 0..<100; $0.ioSize = 16; $0.lbaAlignment = [1]
        }
        #expect(commands.allSatisfy { $0.blocks == 16 && $0.lba + 16 <= 100 })
        #expect(commands.contains { $0.lba == 84 })
    }

    @Test func randomCommandsAreAlignedToTheirSizeByDefault() throws {
        let commands = try draw(10_000) { $0.ioSize = [1, 8, 12] }
        #expect(commands.allSatisfy { $0.lba.isMultiple(of: UInt64($0.blocks)) })
    }

    @Test func defaultAlignmentCountsFromTheRegionsStart() throws {
        let commands = try draw(1000) {
            $0.region = 5..<22; $0.ioSize = 8
        }
        #expect(Set(commands.map(\.lba)) == [5, 13])
    }

    @Test func alignmentOfOneAlignsNothing() throws {
        let commands = try draw(1000) {
            $0.region = 0..<16; $0.ioSize = 8; $0.lbaAlignment = [1]
        }
        #expect(Set(commands.map(\.lba)) == Set(0...8))
    }

    @Test func everyAlignedStartIsAsProbable() throws {
        let commands = try draw(100_000) {
            $0.region = 0..<87; $0.ioSize = 8
        }
        let counts = Dictionary(grouping: commands, by: \.lba).mapValues(\.count)
        #expect(counts.keys.sorted() == (0..<10).map { $0 * 8 })
        #expect(counts.values.allSatisfy { abs($0 - 10_000) < 500 })
    }

    @Test(arguments: [
        AddressDistribution.uniform, .zipf(theta: 0.5), .pareto(hot: 0.2), .normal(deviation: 0.5),
        .hotCold(size: 0.1, share: 0.9),
    ])
    func severalAlignmentsNeverLeaveTheirRegion(distribution: AddressDistribution) throws {
        let cases: [(sizes: IOSize, alignments: [Int], region: Range<UInt64>)] = [
            ([1, 2], [3, 4], 4..<10), ([5, 9, 11], [16, 7, 2], 100..<127), ([1, 12], [16, 1], 31..<48),
            ([3], [13], 190..<200), ([2, 3, 5], [], 7..<12),
        ]
        for (sizes, alignments, region) in cases {
            for share in [0, 50, 100] {
                let commands = try draw(300) {
                    $0.ioSize = sizes
                    $0.lbaAlignment = alignments
                    $0.region = region
                    $0.lbaRandom = RandomShare(percent: share)
                    $0.distribution = distribution
                }
                for command in commands {
                    #expect(region.contains(command.lba) && command.lba + UInt64(command.blocks) <= region.upperBound)
                    let index = sizes.choices.firstIndex { $0.blocks == Int(command.blocks) }
                    let alignment = try alignments.isEmpty ? 1 : alignments[#require(index)]
                    #expect(command.lba.isMultiple(of: UInt64(alignment)))
                }
            }
        }
    }

    @Test func sectionsOfFewAlignedStartsAreAsEqualAsCanBe() throws {
        let commands = try draw(100_000) {
            $0.distribution = .sections(Array(repeating: 100, count: 100)); $0.ioSize = 250; $0.lbaAlignment = []
        }
        // 4,000 starts: the last section has 40 of them, as all have.
        #expect(abs(commands.filter { $0.lba >= 990_000 }.count - 1000) < 150)
    }

    @Test func randomAlignedCommandsStartAtMultiples() throws {
        let commands = try draw(10_000) {
            $0.lbaAlignment = [64]; $0.region = 0..<1000
        }
        #expect(commands.allSatisfy { $0.lba % 64 == 0 && $0.lba < 1000 })
    }

    @Test func eachSizeKeepsItsOwnAlignment() throws {
        let commands = try draw(10_000) {
            $0.ioSize = [1, 8]
            $0.lbaAlignment = [3, 64]
            $0.region = 0..<960_000
        }
        #expect(commands.filter { $0.blocks == 8 }.allSatisfy { $0.lba % 64 == 0 })
        #expect(commands.filter { $0.blocks == 1 }.allSatisfy { $0.lba % 3 == 0 })
    }

    @Test func weightedSizesAreDrawnByTheirWeights() throws {
        let commands = try draw(100_000) { $0.ioSize = [1: 9, 8: 1] }
        let small = Double(commands.filter { $0.blocks == 1 }.count) / 100_000
        #expect(abs(small - 0.9) < 0.01)
    }

    @Test func operationsAreDrawnByTheirShares() throws {
        let commands = try draw(100_000) { $0.operations = [.read: 70, .write: 25, .deallocate: 5] }
        let counts = Dictionary(grouping: commands, by: \.opcode).mapValues { Double($0.count) / 1000 }
        #expect(abs(counts[0x02, default: 0] - 70) < 1)
        #expect(abs(counts[0x01, default: 0] - 25) < 1)
        #expect(abs(counts[0x09, default: 0] - 5) < 1)
    }

    @Test func halfRandomWorkloadKeepsItsSequentialCursor() throws {
        let commands = try draw(10_000) {
            $0.lbaRandom = 50; $0.ioSize = 8; $0.region = 0..<1_000_000
        }
        var expected: UInt64 = 0
        var sequential = 0
        for command in commands where command.lba == expected {
            expected += 8
            sequential += 1
        }
        #expect(abs(Double(sequential) - 5000) < 300)
    }

    @Test func sectionsGetTheirShares() throws {
        var shares = Array(repeating: 0, count: 100)
        shares[0] = 7000
        shares[99] = 3000
        let commands = try draw(100_000) {
            $0.distribution = .sections(shares); $0.ioSize = 1
        }
        let low = commands.filter { $0.lba < 10_000 }.count
        let high = commands.filter { $0.lba >= 990_000 }.count
        #expect(low + high == 100_000)
        #expect(abs(low - 70_000) < 1000)
    }

    @Test func zipfConcentratesOnFewAddresses() throws {
        let commands = try draw(100_000) {
            $0.distribution = .zipf(theta: 0.99); $0.ioSize = 1
        }
        let counts = Dictionary(grouping: commands, by: \.lba).mapValues(\.count).values.sorted(by: >)
        let top = counts.prefix(100).reduce(0, +)
        #expect(top > 25_000 && top < 60_000)
    }

    @Test func paretoGivesTheHotShareOfTheRegionTheRestOfTheCommands() throws {
        let commands = try draw(100_000) {
            $0.distribution = .pareto(hot: 0.2); $0.ioSize = 1
        }
        let hot = commands.filter { $0.lba < 200_000 }.count
        #expect(abs(hot - 80_000) < 1000)
    }

    @Test func normalCentresOnTheRegionsMiddle() throws {
        let commands = try draw(100_000) {
            $0.distribution = .normal(deviation: 0.1); $0.ioSize = 1
        }
        let near = commands.filter { (400_000..<600_000).contains($0.lba) }.count
        #expect(abs(near - 68_270) < 1000)
    }

    @Test func hotColdSplitsAsTold() throws {
        let commands = try draw(100_000) {
            $0.distribution = .hotCold(size: 0.1, share: 0.9); $0.ioSize = 1
        }
        #expect(abs(commands.filter { $0.lba < 100_000 }.count - 90_000) < 1000)
    }
}
