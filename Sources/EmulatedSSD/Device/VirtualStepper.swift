import PCIExpress

/// Advances a device that has no thread: one command or one event at a time, on a virtual clock.
final class VirtualStepper: DeviceStepper, @unchecked Sendable {
    /// What fetching a command costs, so that time stamps move.
    private static let nanosecondsPerCommand: UInt64 = 100
    private let function: FunctionModel
    private let lock: DeviceLock

    init(function: FunctionModel, lock: DeviceLock) {
        self.function = function
        self.lock = lock
    }

    @discardableResult
    func step() -> Bool {
        lock.withHostAccess { function.controller.step(costOfCommand: Self.nanosecondsPerCommand) }
    }
}

extension EmulatedController {
    /// Does the next thing: what doorbells ask for now, else the next event that time brings.
    func step(costOfCommand: UInt64) -> Bool {
        let done = runBatch()
        if done > 0 {
            clock.advance(to: clock.now &+ costOfCommand &* UInt64(done))
            return true
        }
        if scanDoorbells() { return true }
        let due = nextDue
        guard due != .max else { return false }
        clock.advance(to: due)
        return runBatch() > 0
    }

    /// When the next event is due that can happen; never while the function may not act.
    var nextDue: UInt64 { canMaster ? timedEvents.nextDue : .max }
}
