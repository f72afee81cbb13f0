import NVMeSpec

/// What a workload's commands do, as an opcode of the NVM command set or a vendor's.
public struct Operation: RawRepresentable, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static var flush: Operation { Operation(rawValue: 0x00) }
    public static var write: Operation { Operation(rawValue: 0x01) }
    public static var read: Operation { Operation(rawValue: 0x02) }
    public static var writeUncorrectable: Operation { Operation(rawValue: 0x04) }
    public static var compare: Operation { Operation(rawValue: 0x05) }
    public static var writeZeroes: Operation { Operation(rawValue: 0x08) }
    /// Dataset Management with the Deallocate attribute and one range, that of the command.
    public static var deallocate: Operation { Operation(rawValue: 0x09) }
    public static var verify: Operation { Operation(rawValue: 0x0C) }

    /// Opcodes whose two low bits are 00b move no data (NVMe Base 2.0 §3.3.3.1, "Opcode").
    public var movesData: Bool { rawValue & 0b11 != 0 }

    /// Whether the blocks that the command addresses are its data: Dataset Management moves a list of ranges instead.
    package var movesBlocks: Bool { movesData && self != .deallocate }
}

/// One command of a replayed sequence.
public struct TimedCommand: Sendable, Hashable {
    /// Due time after the start of the worker.
    public var time: Duration
    public var operation: Operation
    public var startingLBA: UInt64
    /// Logical blocks, 0 for commands without an address.
    public var blocks: Int

    public init(time: Duration, operation: Operation, startingLBA: UInt64, blocks: Int) {
        self.time = time
        self.operation = operation
        self.startingLBA = startingLBA
        self.blocks = blocks
    }
}

extension Operation {
    private static var names: [Operation: String] {
        [
            .flush: "flush", .write: "write", .read: "read", .writeUncorrectable: "writeUncorrectable",
            .compare: "compare", .writeZeroes: "writeZeroes", .deallocate: "deallocate", .verify: "verify",
        ]
    }

    /// The operation's Swift name; `opcode0x82` for what has none.
    public var name: String { Self.names[self] ?? "opcode0x" + String(rawValue, radix: 16) }
}
