extension QueuePair {
    /// Lends the rings and the log to a loop of the caller's, which then is the only user of the queue pair.
    ///
    /// The loop uses no slots of the driver's: identifiers, data pointers and outstanding commands are its own business. It must
    /// return soon after `isAlive` has become false, because a reset waits for it.
    ///
    /// Throws `queueInUse` when another thread is inside, `staleQueue` after a reset or `delete()`.
    package func operate<Result>(
        _ loop: (inout CommandQueue) throws(NVMeError) -> Result
    ) throws(NVMeError) -> Result {
        try enter()
        defer { gate.leave() }
        return try loop(&core.pointee)
    }
}
