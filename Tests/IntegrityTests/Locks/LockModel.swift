/// The obvious lock table: a list of commands in order of arrival, each of which waits for all earlier ones in its way.
struct LockModel {
    struct Command {
        let slot: UInt16
        let space: UInt32
        let blocks: Range<UInt64>
        let writes: Bool
        var isRunning: Bool
    }

    private(set) var commands: [Command] = []

    private func mayRun(_ index: Int) -> Bool {
        let command = commands[index]
        return !commands[..<index].contains {
            $0.space == command.space && $0.blocks.overlaps(command.blocks) && ($0.writes || command.writes)
        }
    }

    mutating func acquire(_ slot: UInt16, space: UInt32, blocks: Range<UInt64>, writes: Bool) -> Bool {
        commands.append(Command(slot: slot, space: space, blocks: blocks, writes: writes, isRunning: false))
        commands[commands.count - 1].isRunning = mayRun(commands.count - 1)
        return commands[commands.count - 1].isRunning
    }

    /// Returns the commands that may run now, in order of arrival.
    mutating func release(_ slot: UInt16) -> [UInt16] {
        commands.removeAll { $0.slot == slot }
        var freed: [UInt16] = []
        for index in commands.indices where !commands[index].isRunning && mayRun(index) {
            commands[index].isRunning = true
            freed.append(commands[index].slot)
        }
        return freed
    }

    var running: [UInt16] { commands.filter(\.isRunning).map(\.slot) }
}
