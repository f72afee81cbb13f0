import CNVMeHost
import Glibc
import PCIExpress
import Synchronization

/// How much memory the integrity tables of a process may take together.
public final class IntegrityBudget: Sendable {
    /// Holds the budget of the process in bytes, with K, M, G or T (powers of 1024) behind it: `4G`.
    public static var environmentVariable: String { "NVME_INTEGRITY_MEMORY" }

    /// Bytes, in pages of 4 KiB.
    let byteLimit: Int
    /// Those that exist now.
    let tables = Mutex<[IntegrityMap]>([])

    /// A budget of its own, for tests.
    init(byteLimit: Int) { self.byteLimit = byteLimit }

    /// The budget of the process: what the environment variable says, a quarter of the machine's memory otherwise.
    ///
    /// Throws `environment` when the variable holds something else.
    static var shared: IntegrityBudget { get throws(PCIeError) { try ofProcess.get() } }

    private static let ofProcess: Result<IntegrityBudget, PCIeError> = {
        guard let text = getenv(environmentVariable).map({ String(cString: $0) }), !text.isEmpty else {
            return .success(IntegrityBudget(byteLimit: quarterOfMemory))
        }
        guard let bytes = byteCount(text) else {
            return .failure(
                .environment(
                    problem: "\(environmentVariable) is '\(text)', which is no amount of memory from 4K on",
                    fix: "write a number with K, M, G or T behind it, e.g. 4G, or leave it out"))
        }
        return .success(IntegrityBudget(byteLimit: bytes))
    }()

    /// In whole MiB, so that it reads well.
    private static var quarterOfMemory: Int {
        let bytes = nvme_physical_memory()
        return bytes == 0 ? 1 << 30 : Int(truncatingIfNeeded: max(1 << 20, bytes / 4 & ~0xF_FFFF))
    }

    /// `64M`; nil for anything else, and for less than a page.
    static func byteCount(_ text: String) -> Int? {
        BinarySize(parsing: text).flatMap { Int(exactly: $0.count) }.flatMap { $0 >= SharedMemory.pageSize ? $0 : nil }
    }

    func add(_ table: IntegrityMap) { tables.withLock { $0.append(table) } }

    func remove(_ table: IntegrityMap) { tables.withLock { $0.removeAll { $0.header == table.header } } }
}
