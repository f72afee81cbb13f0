@testable import NVMeWorkload
import Testing

@Suite struct WorkloadValidationTests {
    private static let target = WorkloadTarget(
        blocks: 1_000_000, blockSize: 512, maximumTransfer: 128 << 10, maximumQueueDepth: 1023)

    private func check(_ change: (inout Workload) -> Void) throws(WorkloadError) -> Workload {
        var workload = Workload()
        workload.time = .seconds(1)
        change(&workload)
        return try workload.validated(for: Self.target)
    }

    /// The parameter that a change makes unusable; nil when nothing is refused.
    private func refused(_ change: (inout Workload) -> Void) -> String? {
        do {
            _ = try check(change)
            return nil
        } catch {
            return error.parameter
        }
    }

    @Test func severalNamespacesShareTheFewestBlocksAndTheLargest() throws {
        let small = WorkloadTarget(blocks: 1000, blockSize: 512, maximumTransfer: 131_072, maximumQueueDepth: 64)
        let large = WorkloadTarget(blocks: 9000, blockSize: 4096, maximumTransfer: 65_536, maximumQueueDepth: 64)
        let common = try #require(WorkloadTarget(common: [small, large]))
        #expect(common.blocks == 1000)
        #expect(common.blockSize == 4096)
        #expect(common.maximumTransfer == 65_536)
    }

    @Test func defaultsAreUsable() throws {
        let workload = try check { _ in }
        #expect(workload.region == 0..<1_000_000)
    }

    @Test(arguments: [0, -5, .min, 1024, .max]) func queueDepthOutsideTheDevicesRangeIsRefused(depth: Int) {
        #expect(refused { $0.queueDepth = depth } == "queueDepth")
    }

    @Test(arguments: [1, 1023]) func queueDepthOfTheDevicesRangeIsUsed(depth: Int) throws {
        #expect(try check { $0.queueDepth = depth }.queueDepth == depth)
    }

    @Test func refusalNamesValueLimitAndFix() {
        #expect(
            throws: WorkloadError(
                parameter: "queueDepth", value: "1024",
                limit: "the device takes at most 1023 commands in flight on a queue (CAP.MQES)",
                fix: "use a depth in 1...1023")
        ) { try check { $0.queueDepth = 1024 } }
    }

    @Test func priorityAboveThreeIsRefused() { #expect(refused { $0.priority = 4 } == "priority") }
    @Test func randomShareAbove100IsRefused() { #expect(refused { $0.lbaRandom = 101 } == "lbaRandom") }
    @Test func operationsThatDoNotAddUpAreRefused() { #expect(refused { $0.operations = [.read: 99] } == "operations") }
    @Test func negativeOperationShareIsRefused() {
        #expect(refused { $0.operations = [.read: 150, .write: -50] } == "operations")
    }
    @Test func patternAbove100PercentIsRefused() {
        #expect(refused { $0.pattern = .random(percent: 101) } == "pattern")
    }
    @Test func tooManyLastCommandsAreRefused() { #expect(refused { $0.lastCommands = 1 << 20 } == "lastCommands") }
    @Test func emptyRegionIsRefused() { #expect(refused { $0.region = 5..<5 } == "region") }
    @Test func regionBehindTheNamespaceIsRefused() {
        #expect(refused { $0.region = 1_000_000..<1_000_001 } == "region")
    }
    @Test func regionWithoutAnAlignedBlockIsRefused() {
        #expect(
            refused {
                $0.region = 1..<8; $0.lbaAlignment = [8]; $0.ioSize = 1
            } == "region")
    }
    @Test func sizesLargerThanTheRegionAreRefused() {
        #expect(
            refused {
                $0.region = 0..<4; $0.ioSize = [1, 8]
            } == "ioSize")
    }
    @Test func sizeLargerThanTheRegionIsRefused() {
        #expect(
            throws: WorkloadError(
                parameter: "ioSize", value: "8", limit: "the region has only 4 blocks",
                fix: "use smaller commands or a larger region")
        ) {
            try check {
                $0.region = 0..<4; $0.ioSize = 8
            }
        }
    }
    @Test func regionWithoutRoomBehindAnAlignedStartIsRefused() {
        #expect(
            refused {
                $0.region = 4..<6; $0.ioSize = [1, 2]; $0.lbaAlignment = [3, 4]
            } == "region")
    }
    @Test func sizeOfZeroIsRefused() { #expect(refused { $0.ioSize = 0 } == "ioSize") }
    @Test func noSizeAtAllIsRefused() { #expect(refused { $0.ioSize = [] } == "ioSize") }
    @Test func weightsAbove10000AreRefused() { #expect(refused { $0.ioSize = [1: 10_000, 2: 1] } == "ioSize") }
    @Test(arguments: [.weighted([1: .max, 2: .max]), .weighted([1: .min, 2: .min]), [1: .max, 1: .max]] as [IOSize])
    func weightsWhoseSumIsBeyond64BitsAreRefused(size: IOSize) { #expect(refused { $0.ioSize = size } == "ioSize") }
    @Test func sizeAboveTheDevicesTransferLimitIsRefused() { #expect(refused { $0.ioSize = 257 } == "ioSize") }
    @Test func sizeOf65536IsRefused() { #expect(refused { $0.ioSize = 0x10000 } == "ioSize") }
    @Test func zeroAmongSeveralSizesIsRefused() { #expect(refused { $0.ioSize = [0, 8] } == "ioSize") }
    @Test func weightOfZeroIsRefused() { #expect(refused { $0.ioSize = [8: 0] } == "ioSize") }
    @Test(arguments: [0x8000, -0x8000]) func stepOf32768IsRefused(step: Int) {
        #expect(refused { $0.lbaStep = step } == "lbaStep")
    }
    @Test(arguments: [0, -1, 0x10000]) func alignmentOutsideItsRangeIsRefused(alignment: Int) {
        #expect(refused { $0.lbaAlignment = [alignment] } == "lbaAlignment")
    }
    @Test func alignmentsThatDoNotMatchTheSizesAreRefused() {
        #expect(
            refused {
                $0.ioSize = [1, 2, 3]; $0.lbaAlignment = [1, 2]
            } == "lbaAlignment")
    }
    @Test func sectionsThatDoNotAddUpAreRefused() {
        #expect(refused { $0.distribution = .sections(Array(repeating: 99, count: 100)) } == "distribution")
    }
    @Test(arguments: [
        Array(repeating: Int.max, count: 100), Array(repeating: Int.min, count: 100), [.min, -1], [.max, 1],
    ])
    func sectionsWhoseSumIsBeyond64BitsAreRefused(shares: [Int]) {
        #expect(refused { $0.distribution = .sections(shares) } == "distribution")
    }
    @Test func sectionsWithARegionAreRefused() {
        #expect(
            refused {
                $0.distribution = .sections(Array(repeating: 100, count: 100))
                $0.region = 0..<1000
            } == "distribution")
    }
    @Test func sectionsOfASequentialWorkloadAreRefused() {
        #expect(
            refused {
                $0.distribution = .sections(Array(repeating: 100, count: 100))
                $0.lbaRandom = 99
            } == "distribution")
    }
    @Test func sectionsOtherThan100AreRefused() {
        #expect(refused { $0.distribution = .sections([10_000]) } == "distribution")
    }
    @Test(arguments: [
        AddressDistribution.zipf(theta: 1), .zipf(theta: 0), .zipf(theta: .nan), .pareto(hot: 0.5), .pareto(hot: 0),
        .normal(deviation: 0), .normal(deviation: 1.1), .hotCold(size: 0, share: 0.5), .hotCold(size: 1, share: 0.5),
        .hotCold(size: 0.5, share: 1.1), .hotCold(size: 0.5, share: -0.1),
    ])
    func distributionOutsideItsRangeIsRefused(distribution: AddressDistribution) {
        #expect(refused { $0.distribution = distribution } == "distribution")
    }
    @Test func moreThan1000HoursAreRefused() { #expect(refused { $0.time = .seconds(3_600_001) } == "time") }
    @Test(arguments: [0, -1]) func timeThatIsNotAboveZeroIsRefused(seconds: Int) {
        #expect(refused { $0.time = .seconds(seconds) } == "time")
    }
    @Test(arguments: [-1, 3_600_001]) func overrunOutsideItsRangeIsRefused(seconds: Int) {
        #expect(refused { $0.overrun = .seconds(seconds) } == "overrun")
    }
    @Test func negativeShareOfRandomIsRefused() { #expect(refused { $0.lbaRandom = -1 } == "lbaRandom") }
    @Test func negativePriorityIsRefused() { #expect(refused { $0.priority = -1 } == "priority") }
    @Test func negativeNumberOfLastCommandsIsRefused() {
        #expect(refused { $0.lastCommands = -1 } == "lastCommands")
    }
    @Test func negativeRampUpIsRefused() { #expect(refused { $0.rampUp = .seconds(-1) } == "rampUp") }
    @Test func negativeThinkTimeIsRefused() { #expect(refused { $0.thinkTime = .seconds(-1) } == "thinkTime") }
    @Test func rampUpAbove1000HoursIsRefused() { #expect(refused { $0.rampUp = .seconds(Int64.max) } == "rampUp") }
    @Test func thinkTimeAbove1000HoursIsRefused() {
        #expect(refused { $0.thinkTime = .seconds(3_600_001) } == "thinkTime")
    }
    @Test(arguments: [
        [RateStep(iops: 0, time: nil)], [RateStep(iops: 1, time: nil), RateStep(iops: 2, time: nil)],
        [RateStep(iops: 1, time: .seconds(-1))],
    ])
    func rateStepsWithoutARateOrAnEndAreRefused(steps: [RateStep]) {
        #expect(refused { $0.rateSteps = steps } == "rateSteps")
    }
    @Test func rateStepsBesideARateAreRefused() {
        #expect(
            refused {
                $0.rateSteps = [RateStep(iops: 1, time: nil)]; $0.iops = 1000
            } == "rateSteps")
    }
    @Test func countOfZeroIsRefused() { #expect(refused { $0.ioCount = 0 } == "ioCount") }
    @Test func zeroIopsAreRefused() { #expect(refused { $0.iops = 0 } == "iops") }
    @Test(arguments: [1, 63]) func rateBelowTheQueueDepthIsRefused(rate: Int) {
        #expect(
            throws: WorkloadError(
                parameter: "iops", value: "\(rate)", limit: "it is at least the queue depth, 64",
                fix: "use a depth in 1...\(rate), or a higher rate")
        ) {
            try check {
                $0.iops = rate; $0.queueDepth = 64
            }
        }
    }
    @Test(arguments: [(64, 64), (1, 1)]) func rateThatItsQueueFitsIsUsed(depth: Int, rate: Int) {
        #expect(
            refused {
                $0.iops = rate; $0.queueDepth = depth
            } == nil)
    }
    @Test func replayedCommandAboveTheDevicesTransferLimitIsRefused() {
        #expect(
            refused {
                $0.sequence = [TimedCommand(time: .zero, operation: .read, startingLBA: 0, blocks: 257)]
            } == "sequence")
    }
    @Test(arguments: [NVMeWorkload.Operation.writeZeroes, .deallocate, .verify, .flush])
    func replayedCommandWithoutDataMayAddressMoreThanATransfer(operation: NVMeWorkload.Operation) {
        #expect(
            refused {
                $0.sequence = [TimedCommand(time: .zero, operation: operation, startingLBA: 0, blocks: 65_536)]
            } == nil)
    }
    @Test(arguments: [(NVMeWorkload.Operation.writeZeroes, 65_537), (.deallocate, 1 << 32), (.read, -1)])
    func replayedCommandThatNoEntryCanHoldIsRefused(operation: NVMeWorkload.Operation, blocks: Int) {
        #expect(
            refused {
                $0.sequence = [TimedCommand(time: .zero, operation: operation, startingLBA: 0, blocks: blocks)]
            } == "sequence")
    }
    @Test func throttledSequenceIsRefused() {
        #expect(
            refused {
                $0.iops = 5; $0.sequence = []
            } == "iops")
    }
    @Test func burstOfZeroIsRefused() { #expect(refused { $0.burst = 0 } == "burst") }
    @Test func endlessRandomWorkloadIsRefused() { #expect(refused { $0.time = nil } == "time") }

    @Test func equalSizesOfAListAreOne() {
        #expect(IOSize.range([8, 1, 8]).choices.map(\.blocks) == [1, 8])
        #expect(IOSize.range([8, 1, 8]).choices.map(\.weight) == [1, 1])
    }

    /// Cut, it would measure something else than was asked for.
    @Test func regionThatReachesBeyondTheNamespaceIsRefusedWithItsLimit() {
        #expect(
            throws: WorkloadError(
                parameter: "region", value: "999000..<1000001", limit: "the namespace has only 1000000 blocks",
                fix: "end it at 1000000 or before")
        ) { try check { $0.region = 999_000..<1_000_001 } }
    }

    @Test func regionStartIsRaisedToTheLargestAlignment() throws {
        #expect(
            try check {
                $0.region = 1..<1000; $0.lbaAlignment = [64]
            }.region == 64..<1000)
    }

    @Test func sequentialPassWithoutAnEndFillsTheRegionOnce() throws {
        let workload = try check {
            $0.time = nil
            $0.lbaRandom = false
            $0.region = 0..<41
            $0.ioSize = 8
        }
        #expect(workload.ioCount == 6)
        #expect(workload.isPass)
    }

    @Test func randomPassHasAsManyCommandsAsFillTheRegion() throws {
        let workload = try check {
            $0.time = nil
            $0.region = 0..<41
            $0.ioSize = 8
        }
        #expect(workload.ioCount == 5)
    }

    @Test func passOfSeveralSizesHasTheRegionsSizeOnAverage() throws {
        let workload = try check {
            $0.time = nil
            $0.region = 0..<7200
            $0.ioSize = [8: 1, 64: 1]
        }
        #expect(workload.ioCount == 200)
    }

    @Test func regionWithATimeHasNoCount() throws {
        #expect(try check { $0.region = 0..<41 }.ioCount == nil)
    }

    @Test func passThatIsValidatedAgainStaysOne() throws {
        let pass = try check {
            $0.time = nil; $0.region = 0..<41
        }
        #expect(try pass.validated(for: Self.target) == pass)
    }

    @Test func passWithAnotherCountIsNone() throws {
        var pass = try check {
            $0.time = nil; $0.region = 0..<41
        }
        pass.ioCount = 4
        #expect(try !pass.validated(for: Self.target).isPass)
    }

    @Test func alignmentInForceIsTheSizeUnlessOneIsGiven() throws {
        #expect(try check { $0.ioSize = [8, 16] }.randomAlignment == [8, 16])
        #expect(
            try check {
                $0.ioSize = [8, 16]; $0.lbaAlignment = [1]
            }.randomAlignment == [1, 1])
    }

    @Test func queueIsNoDeeperThanTheCommandsNeed() throws {
        #expect(
            try check {
                $0.ioCount = 3; $0.queueDepth = 64
            }.queueDepth == 3)
    }
}
