/// Something that the device does wrong, and when. For testing tests: a flaw that nobody notices is a hole in them.
///
/// ```swift
/// profile.flaws = [Flaw(.loseWrite, blocks: 100..<200, nth: 3)]
/// ```
public struct Flaw: Sendable, Hashable {
    /// What goes wrong.
    public enum Effect: Sendable, Hashable {
        /// A bit of a block is wrong when it is read; the media keeps it right.
        case flipBit(byte: Int, bit: Int)
        /// Blocks read as they were before their latest write.
        case staleRead
        /// Blocks read as those that lie so many further on.
        case misdirectedRead(blocks: Int)
        /// A block reads as zeros.
        case zeros
        /// A block reads as ones.
        case ones
        /// The data of a block is moved by so many bytes, towards its end when positive; what leaves it comes in at the other end.
        case shift(bytes: Int)
        /// Uncorrectable blocks are read as if nothing were wrong with them.
        case hideUncorrectable
        /// A write succeeds and leaves blocks as they were.
        case loseWrite
        /// A write's blocks go to places that lie so many further on.
        case misdirectedWrite(blocks: Int)
        /// Of a block only so many sectors of 512 bytes are written.
        case tornBlock(sectors: Int)
        /// Of a write only so many blocks are written, counted from its first.
        case tornWrite(blocks: Int)
        /// A flush succeeds and makes nothing durable.
        case ignoreFlush
        /// A power loss takes the blocks, durable or not.
        case forgetAtPowerLoss

        /// A command is executed but answered with this status (SCT in 10:8, SC in 7:0).
        case status(UInt16)
        /// A command is executed and never answered.
        case noAnswer
        case answerTwice
        /// The answer carries the command's identifier plus so many.
        case wrongCommandIdentifier(offset: Int)
        /// The answer does not invert the phase tag: the host cannot see it.
        case wrongPhase
        /// The answer comes so many nanoseconds late.
        case stall(nanoseconds: UInt64)
    }

    public var effect: Effect
    /// Blocks that are damaged, whatever the size of the access that touches them: all of these that it touches, and no
    /// other. For what goes wrong with an answer: blocks that the command has to touch.
    ///
    /// Nil: the first block of each access for `flipBit`, `zeros`, `ones`, `shift` and `tornBlock`, all its blocks for others.
    public var blocks: Range<UInt64>?
    /// Opcode of the I/O command; nil: any. Flaws of the media follow from the access and do not look at it.
    public var opcode: UInt8?
    /// Strikes at the nth access that fits, counted from 1, and not again; nil: at each.
    public var nth: Int?
    /// Strikes at an access that fits with this chance, 0 to 1, by the profile's seed: at all its blocks or at none.
    public var probability: Double

    public init(
        _ effect: Effect, blocks: Range<UInt64>? = nil, opcode: UInt8? = nil, nth: Int? = nil, probability: Double = 1
    ) {
        self.effect = effect
        self.blocks = blocks
        self.opcode = opcode
        self.nth = nth
        self.probability = probability
    }
}

extension Flaw.Effect {
    /// What has to happen for a flaw to strike.
    enum Occasion {
        case read, write, flush, powerLoss, completion
    }

    var occasion: Occasion {
        switch self {
        case .flipBit, .staleRead, .misdirectedRead, .zeros, .ones, .shift, .hideUncorrectable: .read
        case .loseWrite, .misdirectedWrite, .tornBlock, .tornWrite: .write
        case .ignoreFlush: .flush
        case .forgetAtPowerLoss: .powerLoss
        case .status, .noAnswer, .answerTwice, .wrongCommandIdentifier, .wrongPhase, .stall: .completion
        }
    }
}
