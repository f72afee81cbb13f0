import NVMeSpec
import PCIExpress

/// Called with a command's completion, inside the `wait` that reaps it. May throw and submit; may not wait.
public typealias CompletionHandler = (Completion) throws -> Void

/// Keeps DMA memory that a command tells the device of.
protocol DMAHolder: AnyObject {
    /// Has the lease keep the memory too.
    func lend(to lease: DMALease)
}

/// The outstanding commands of a queue, indexed by command identifier.
///
/// A command's memory is held until its completion. What is still held when the slots go, or when their commands are forgotten, is
/// the lease's from then on: the device may still be using it.
///
/// Unsafe inside: all arrays have `count` elements; identifiers from outside pass `isSent` before they index anything. What `held`
/// refers to is a `DMAHolder`, because `occupy` takes nothing else.
struct CommandSlots: ~Copyable {
    struct Flags: OptionSet {
        let rawValue: UInt64
        static let busy = Flags(rawValue: 1)
        static let hasHandler = Flags(rawValue: 2)
        /// The script has been told that it timed out; the true completion is still to come.
        static let timedOut = Flags(rawValue: 4)
        /// An Asynchronous Event Request: no time-out, not counted by waits.
        static let event = Flags(rawValue: 8)
        /// Its completion concerns data integrity.
        static let watched = Flags(rawValue: 16)
        /// Kept back until earlier commands for the same blocks have completed: the device does not know it yet.
        static let parked = Flags(rawValue: 32)
    }

    struct Slot {
        var submitted: UInt64 = 0
        var logSequence: UInt64 = 0
        var held: Unmanaged<AnyObject>?
        var flags: Flags = []
    }

    let count: Int
    let lease: DMALease
    private let slots: UnsafeMutablePointer<Slot>
    /// The commands as they were sent; valid until the identifier is used again.
    private let commands: UnsafeMutablePointer<SubmissionQueueEntry>
    private let handlers: UnsafeMutablePointer<CompletionHandler?>
    private let free: UnsafeMutablePointer<UInt16>
    private var freeCount: Int

    /// - Parameter count: 1 ... 65,535.
    init(count: Int, lease: DMALease) {
        self.count = count
        self.lease = lease
        slots = .allocate(capacity: count)
        slots.initialize(repeating: Slot(), count: count)
        commands = .allocate(capacity: count)
        commands.initialize(repeating: SubmissionQueueEntry(), count: count)
        handlers = .allocate(capacity: count)
        handlers.initialize(repeating: nil, count: count)
        free = .allocate(capacity: count)
        // The last freed identifier is reused first, and a fresh queue starts from the highest.
        for index in 0..<count { free[index] = UInt16(truncatingIfNeeded: index) }
        freeCount = count
    }

    deinit {
        for index in 0..<count { Self.lend(slots[index].held, to: lease) }
        slots.deallocate()
        commands.deallocate()
        handlers.deinitialize(count: count)
        handlers.deallocate()
        free.deallocate()
    }

    var outstanding: Int { count - freeCount }

    @inline(__always)
    mutating func take() -> UInt16? {
        guard freeCount > 0 else { return nil }
        freeCount -= 1
        return free[freeCount]
    }

    /// Gives back an identifier that was taken but never occupied.
    mutating func giveBack(_ id: UInt16) {
        free[freeCount] = id
        freeCount += 1
    }

    @inline(__always)
    mutating func occupy(
        _ id: UInt16, _ command: SubmissionQueueEntry, submitted: UInt64, logSequence: UInt64,
        held: (any DMAHolder)?, handler: CompletionHandler?, flags: Flags
    ) {
        commands[Int(id)] = command
        var slot = Slot(submitted: submitted, logSequence: logSequence, flags: flags.union(.busy))
        if let held { slot.held = Unmanaged.passRetained(held as AnyObject) }
        if let handler {
            slot.flags.insert(.hasHandler)
            handlers[Int(id)] = handler
        }
        slots[Int(id)] = slot
    }

    /// True for a command that the device may complete: one that was kept back it cannot know.
    @inline(__always)
    func isSent(_ id: UInt16) -> Bool {
        Int(id) < count && slots[Int(id)].flags.intersection([.busy, .parked]) == .busy
    }

    /// A command waits for others, although it was to be sent.
    mutating func park(_ id: UInt16) { slots[Int(id)].flags.insert(.parked) }

    /// A parked command is sent now.
    mutating func unpark(_ id: UInt16) { slots[Int(id)].flags.remove(.parked) }

    /// True for an outstanding command that nobody wants to hear of one by one.
    @inline(__always)
    func isPlain(_ id: UInt16) -> Bool { Int(id) < count && slots[Int(id)].flags == .busy }

    /// The slot of an identifier that `isSent`.
    @inline(__always)
    subscript(id: UInt16) -> Slot { slots[Int(id)] }

    /// The command of an identifier that `isSent`, or was and has not been used since.
    @inline(__always)
    func command(_ id: UInt16) -> SubmissionQueueEntry { commands[Int(id)] }

    /// Ends a plain command.
    @inline(__always)
    mutating func releasePlain(_ id: UInt16) {
        slots[Int(id)].held?.release()
        slots[Int(id)] = Slot()
        giveBack(id)
    }

    /// Ends a command and hands over what it held.
    mutating func release(_ id: UInt16) -> (held: AnyObject?, handler: CompletionHandler?) {
        let held = slots[Int(id)].held?.takeRetainedValue()
        let handler = handlers[Int(id)]
        handlers[Int(id)] = nil
        slots[Int(id)] = Slot()
        giveBack(id)
        return (held, handler)
    }

    /// Marks a command as timed out and hands over its handler; the buffer stays held for the device.
    mutating func expire(_ id: UInt16) -> CompletionHandler? {
        slots[Int(id)].flags.insert(.timedOut)
        slots[Int(id)].flags.remove(.hasHandler)
        let handler = handlers[Int(id)]
        handlers[Int(id)] = nil
        return handler
    }

    /// The first outstanding command, from `start` on, that was submitted before `stamp` and may time out.
    func firstExpired(from start: Int, submittedBefore stamp: UInt64) -> UInt16? {
        var id = start
        while id < count {
            let slot = slots[id]
            let mayExpire = slot.flags.contains(.busy) && slot.flags.isDisjoint(with: [.timedOut, .event])
            if mayExpire, slot.submitted < stamp { return UInt16(truncatingIfNeeded: id) }
            id += 1
        }
        return nil
    }

    /// Outstanding commands for which a wait makes sense; event requests are answered when something happens.
    ///
    /// - Parameter inTime: leaves out those that have timed out.
    func awaited(inTime: Bool = false, where isWanted: (UInt16) -> Bool = { _ in true }) -> [UInt16] {
        let unwanted: Flags = inTime ? [.event, .timedOut] : .event
        return (0..<count).lazy.map { UInt16(truncatingIfNeeded: $0) }.filter { id in
            self[id].flags.contains(.busy) && self[id].flags.isDisjoint(with: unwanted) && isWanted(id)
        }
    }

    /// Outstanding commands of a namespace whose completions do not concern data integrity.
    func unwatched(nsid: UInt32) -> [UInt16] {
        (0..<count).filter { slots[$0].flags.intersection([.busy, .watched]) == .busy && commands[$0].nsid == nsid }
            .map { UInt16(truncatingIfNeeded: $0) }
    }

    /// From now on the completion concerns data integrity.
    mutating func watch(_ id: UInt16) { slots[Int(id)].flags.insert(.watched) }

    /// Outstanding event requests.
    var eventCount: Int { (0..<count).count { slots[$0].flags.contains([.busy, .event]) } }

    /// Ends every outstanding command without a completion: its memory is the lease's from now on. Hands over the closures.
    mutating func takeAll() -> [CompletionHandler?] {
        (0..<count).filter { slots[$0].flags.contains(.busy) }.map { index in
            Self.lend(slots[index].held, to: lease)
            slots[index].held = nil
            return release(UInt16(truncatingIfNeeded: index)).handler
        }
    }

    private static func lend(_ held: Unmanaged<AnyObject>?, to lease: DMALease) {
        guard let held = held?.takeRetainedValue() else { return }
        (held as? any DMAHolder)?.lend(to: lease)
    }
}
