import NVMe

extension Controller {
    /// Asks again and again until the answer is yes; false when it is still no after `limit` of the device's time.
    ///
    /// A device on a virtual clock is stepped between two questions: for it no time passes by itself.
    ///
    /// ```swift
    /// let isOver = try nvme0.poll(within: .seconds(60)) { try sanitizeStatus(nvme0).state != .inProgress }
    /// ```
    public func poll(within limit: Duration = .seconds(10), until condition: () throws -> Bool) throws -> Bool {
        let start = function.nanoseconds
        // No limit that a script may name is too long to be a number of nanoseconds.
        let nanoseconds = UInt64(min(max(0, limit / .nanoseconds(1)), 9e18))
        while function.nanoseconds &- start < nanoseconds {
            if try condition() { return true }
            if let stepper = function.stepper, !advance(stepper) { break }
        }
        return try condition()
    }

    /// Steps until the device's clock has moved; false when nothing is left that could move it.
    private func advance(_ stepper: any DeviceStepper) -> Bool {
        let before = function.nanoseconds
        while function.nanoseconds == before {
            if !stepper.step() { return function.nanoseconds != before }
        }
        return true
    }
}
