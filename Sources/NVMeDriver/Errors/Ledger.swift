import Synchronization

/// What went wrong and was not looked at yet: whoever looks at it strikes it out.
///
/// A test's fixture opens a book, and fails the test for what is left in it at the end. Nothing is written while nothing goes wrong,
/// and nothing at all where no book is open.
public final class Ledger: Sendable {
    /// The book of the running task: controllers that are made here write into it.
    @TaskLocal public static var current: Ledger?

    private struct State {
        var entries: [LedgerEntry] = []
        /// Size at which struck entries are thrown away next.
        var pruneAt = 64
        /// Entries beyond `limit`: known by their number only.
        var lost = 0
        var looseEnds: [WeakLooseEnd] = []
    }

    /// More than a script can hold back by chance: every command of the deepest queue, and once more.
    private static let limit = 131_072

    private let state = Mutex(State())
    let verification = VerificationRecord()

    public init() {}

    /// What nobody has looked at, in the order in which it happened.
    public var open: [LedgerEntry] { state.withLock { $0.entries.filter(\.isOpen) } }

    /// How much went wrong unseen beyond what the book holds.
    public var lost: Int { state.withLock(\.lost) }

    /// Strikes everything out.
    public func acknowledge() {
        let entries = state.withLock { state in
            defer {
                state.entries = []
                state.lost = 0
            }
            return state.entries
        }
        for entry in entries { entry.acknowledge() }
    }

    /// Asks this at the end, if it is still there.
    package func watch(_ end: some LooseEnd) {
        let living = state.withLock { state -> [any LooseEnd] in
            var living: [any LooseEnd] = []
            if state.looseEnds.count >= 64, state.looseEnds.count.nonzeroBitCount == 1 {
                living = state.looseEnds.compactMap(\.end)
                state.looseEnds = living.map { WeakLooseEnd(end: $0) }
            }
            state.looseEnds.append(WeakLooseEnd(end: end))
            return living
        }
        // Outside of the lock: one that ends here writes into the book.
        withExtendedLifetime(living) {}
    }

    var looseEnds: [any LooseEnd] { state.withLock { state in state.looseEnds.compactMap(\.end) } }

    /// Writes something down.
    ///
    /// - Parameter place: where the script was, if known.
    package func note(_ trouble: Trouble, at place: ScriptLine? = nil) -> LedgerEntry? {
        state.withLock { state in
            if state.entries.count >= state.pruneAt {
                state.entries.removeAll { !$0.isOpen }
                state.pruneAt = max(64, 2 * state.entries.count)
            }
            guard state.entries.count < Self.limit else {
                state.lost += 1
                return nil
            }
            let entry = LedgerEntry(trouble, at: place)
            state.entries.append(entry)
            return entry
        }
    }
}

/// One thing that went wrong.
public final class LedgerEntry: Sendable {
    /// What it was.
    public let trouble: Trouble
    /// Where the script was when it was told, if known.
    public let place: ScriptLine?
    private let isSeen = Atomic<Bool>(false)

    init(_ trouble: Trouble, at place: ScriptLine?) {
        self.trouble = trouble
        self.place = place
    }

    /// True until somebody has looked.
    public var isOpen: Bool { !isSeen.load(ordering: .relaxed) }

    /// Somebody has looked.
    public func acknowledge() { isSeen.store(true, ordering: .relaxed) }
}

/// What can go wrong without an error being thrown.
public enum Trouble: Sendable, CustomStringConvertible {
    /// A command that ended with an error status, and was handed over unjudged.
    case completion(Completion)
    /// Something that happened beside the commands waited for.
    case warning(DriverWarning)
    /// A load generator that ended otherwise than it should; the text says how.
    case worker(String)
    /// Something that was begun, and that nobody waited for; the text says what.
    case unwaited(String)
    /// Verification was on, blocks were read, and not one was checked; the text says why.
    case unverified(String)

    public var description: String {
        switch self {
        case .completion(let completion): "a command failed, and nobody looked at its status: \(completion)"
        case .warning(let warning): "a warning that nobody read: \(warning)"
        case .worker(let text): "a worker whose outcome nobody read: \(text)"
        case .unwaited(let text), .unverified(let text): text
        }
    }
}

/// Something whose troubles a script can say it knows of.
public protocol Acknowledgeable {
    /// Says so: the test does not fail for them.
    func acknowledge()
}

extension Ledger: Acknowledgeable {}
