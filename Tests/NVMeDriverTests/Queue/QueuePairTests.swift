import NVMe
import Testing

@Suite("Making and deleting queue pairs", .serialized)
struct QueuePairTests {
    @Test(arguments: TestDevice.allCases)
    func identifiersStartAtOneAndTheLowestFreeOneIsUsed(device: TestDevice) throws {
        try device.run { (controller) throws in
            let queues = try (0..<3).map { _ in try controller.makeQueuePair(depth: 4) }
            #expect(queues.map(\.id) == [1, 2, 3])
            try queues[1].delete()
            #expect(try controller.makeQueuePair(depth: 4).id == 2)
            withExtendedLifetime(queues) {}
        }
    }

    @Test(arguments: TestDevice.allCases, [0, 1, -5, 1 << 20])
    func impossibleDepthIsRefused(device: TestDevice, depth: Int) throws {
        try device.run { (controller) throws in
            let error = #expect(throws: NVMeError.self) { try controller.makeQueuePair(depth: depth) }
            guard case .invalidArgument(name: "queue depth", _, _, _) = error else { throw try #require(error) }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func priorityNeedsWeightedRoundRobin(device: TestDevice) throws {
        try device.run { (controller) throws in
            let error = #expect(throws: NVMeError.self) { try controller.makeQueuePair(depth: 4, priority: .low) }
            guard case .queueCreation(queue: 1, _, completion: nil) = error else { throw try #require(error) }
            #expect(try controller.makeQueuePair(depth: 4).id == 1)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func deletedPairIsStaleAndDeletingItAgainDoesNothing(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            try bench.queue.delete()
            try bench.queue.delete()
            #expect(throws: NVMeError.staleQueue(queue: 1)) { try bench.queue.wait() }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func outstandingCommandsVanishWithTheirQueue(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            var calls = 0
            for _ in 0..<15 { try bench.namespace.read(bench.queue, bench.first, lba: 0) { _ in calls += 1 } }
            try bench.queue.delete()
            #expect(calls == 0)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func deletionInsideAClosureHappensWhenTheWaitEnds(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            try bench.namespace.read(bench.queue, bench.first, lba: 0) { _ in try bench.queue.delete() }
            try bench.queue.wait()
            #expect(!bench.queue.isAlive)
            #expect(try bench.controller.makeQueuePair(depth: 4).id == 1)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func droppedPairIsDeletedBeforeTheNextIsMade(device: TestDevice) throws {
        try device.run { (controller) throws in
            do { _ = try controller.makeQueuePair(depth: 4) }
            #expect(try controller.makeQueuePair(depth: 4).id == 1)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func identifierThatTheScriptOccupiesIsRefusedByTheDevice(device: TestDevice) throws {
        try device.run { (controller) throws in
            try IOCompletionQueue(controller, id: 1, entries: 4).create()
            let error = #expect(throws: NVMeError.self) { try controller.makeQueuePair(depth: 4) }
            guard case .queueCreation(queue: 1, _, let completion?) = error else { throw try #require(error) }
            #expect(completion.code == .invalidQueueIdentifier)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func moreQueuesThanGrantedAreRefused(device: TestDevice) throws {
        try device.run { (controller) throws in
            controller.setUpQueues(granted: 0x0001_0001)
            let queues = [try controller.makeQueuePair(depth: 2), try controller.makeQueuePair(depth: 2)]
            let error = #expect(throws: NVMeError.self) { try controller.makeQueuePair(depth: 2) }
            guard case .queueCreation(queue: 3, _, completion: nil) = error else { throw try #require(error) }
            #expect(queues.count == 2)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func completionSetsItsVectorUntilItIsCleared(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            let interrupt = bench.queue.interrupt
            try interrupt.clear()
            #expect(try interrupt.isSet == false)
            try bench.namespace.read(bench.queue, bench.first, lba: 0).wait()
            try eventually { try interrupt.isSet }
            try interrupt.clear()
            #expect(try interrupt.isSet == false)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func maskedVectorArrivesWhenItIsUnmasked(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            let interrupt = bench.queue.interrupt
            try interrupt.clear()
            try interrupt.mask()
            try bench.namespace.read(bench.queue, bench.first, lba: 0).wait()
            try eventually { try interrupt.isPending }
            #expect(try interrupt.isSet == false)
            try interrupt.unmask()
            try eventually { try interrupt.isSet }
        }
    }
}

/// Waits for something that the device does in its own time; fails after a second.
func eventually(_ condition: () throws -> Bool) throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(1)
    while clock.now < deadline {
        if try condition() { return }
    }
    Issue.record("did not happen within a second")
}
