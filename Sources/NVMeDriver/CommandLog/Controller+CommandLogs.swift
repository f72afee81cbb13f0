import Glibc
import PCIExpress
import Synchronization

extension Controller {
    /// Names the folder that all controllers of the process keep their command logs in, each in a folder of its own.
    public static var commandLogsVariable: String { "NVME_COMMAND_LOGS" }

    /// Keeps the command logs of queues that are made from now on in files, which can be read after a crash of the process.
    ///
    /// The files are `queue-0.nvmelog` (admin), `queue-1.nvmelog` and so on; those of an earlier run are replaced. Each takes
    /// 256 KiB, more for queues deeper than 1024. Recording costs what it costs in memory. Call it before `initialise`; each
    /// controller needs a folder of its own. See `CommandLog(reading:)` and `nvmetest log commands --file`.
    ///
    /// Throws `pcie(.environment)` when the folder cannot be made.
    public func keepCommandLogs(in folder: String) throws(NVMeError) {
        try Self.makeFolders(folder)
        logFolder.withLock { $0 = folder }
    }

    /// The admin queue's latest commands; empty before the first initialisation.
    public var commandLog: CommandLog? { commandLog(queue: 0) }

    /// The latest commands of a queue, also of one that is gone; nil when there never was one.
    public func commandLog(queue: UInt16) -> CommandLog? { logs.withLock { $0[queue] } }

    /// The logs of all queues there have been, by queue identifier.
    public var commandLogs: [CommandLog] { logs.withLock { $0.values.sorted { $0.queueID < $1.queueID } } }

    /// The log of a queue identifier: the one it had before, unless that is too small to hold all outstanding commands.
    func log(for id: UInt16, entries: Int) throws(NVMeError) -> CommandLog {
        if let known = commandLog(queue: id), known.capacity >= 2 * entries { return known }
        let path = try folderOfLogs().map { "\($0)/queue-\(id).nvmelog" }
        let log = try CommandLog(queueID: id, capacity: 2 * entries, clock: clock, path: path)
        logs.withLock { $0[id] = log }
        return log
    }

    private static let controllers = Mutex(0)

    private func folderOfLogs() throws(NVMeError) -> String? {
        if let folder = logFolder.withLock({ $0 }) { return folder }
        guard let root = getenv(Self.commandLogsVariable).map({ String(cString: $0) }), !root.isEmpty else {
            return nil
        }
        let number = Self.controllers.withLock { count in
            count += 1
            return count
        }
        let folder = "\(root)/\(getpid())-\(number)"
        try keepCommandLogs(in: folder)
        return folder
    }

    private static func makeFolders(_ path: String) throws(NVMeError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard mkdir(made, 0o700) == 0 || errno == EEXIST else {
                throw .pcie(
                    .environment(
                        problem: "cannot make the folder \(made): \(String(cString: strerror(errno)))",
                        fix: "name a folder for command logs that this user may make"))
            }
        }
    }
}
