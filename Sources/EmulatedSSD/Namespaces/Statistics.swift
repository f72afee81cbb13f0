/// What the controller counts for the SMART / Health Information log page (NVMe Base 2.0 §5.16.1.3).
///
/// Lives in raw memory, because every command touches it.
struct Statistics {
    /// Bytes that Read commands (and Compare, Verify, where the standard counts them) moved.
    var bytesRead: UInt64 = 0
    var bytesWritten: UInt64 = 0
    var readCommands: UInt64 = 0
    var writeCommands: UInt64 = 0
    /// Changes to user data by commands that are no Host Write Commands, or that failed half way.
    var otherChanges: UInt64 = 0
    var userDataChanges: UInt64 { writeCommands &+ otherChanges }
    /// Unrecovered data integrity errors.
    var mediaErrors: UInt64 = 0
    var errorLogEntries: UInt64 = 0
    var powerCycles: UInt64 = 0
    var unsafeShutdowns: UInt64 = 0
    /// Nanoseconds of the device's clock with commands outstanding in an I/O queue.
    var busyNanoseconds: UInt64 = 0
    /// Commands completed since the device was made, all queues.
    var commands: UInt64 = 0
}
