/// What seems to have happened to a block that did not read as it was written.
public enum MismatchKind: Sendable, Hashable {
    /// The block carries the stamp of another LBA: a write or a read went astray.
    case otherBlock(lba: UInt64)
    /// The block has an older write of its own: stale data, or a write that was lost.
    case stale(token: UInt64)
    /// Only some sectors of the latest write are there: those from `sector` on differ in age from those before.
    case torn(sector: Int, newerFirst: Bool)
    /// Of a write of several blocks only some are there; this one is old, its neighbour is new.
    case tornBetweenBlocks
    /// The data is moved by some bytes: positive towards the end of the block.
    case shifted(bytes: Int)
    case allZeros
    case allOnes
    /// One bit is wrong.
    case bitFlip(byte: Int, bit: Int)
    /// The read succeeded without moving the block's data: the buffer holds what the driver had put there before.
    case notTransferred
    /// Write Uncorrectable had marked the block, yet it was read successfully.
    case uncorrectable
    /// Stamps are right, the data between them is not.
    case corrupted
    /// Neither stamps nor data can be recognised.
    case unrecognised
}

extension MismatchKind: CustomStringConvertible {
    public var description: String {
        switch self {
        case .otherBlock(let lba): "data of another block, LBA \(hex(lba)): misdirected"
        case .stale(let token): "data of an older write, token \(hex(token)): stale, or a write was lost"
        case .torn(let sector, true): "torn at sector \(sector): new data before it, old data from it on"
        case .torn(let sector, false): "torn at sector \(sector): old data before it, new data from it on"
        case .tornBetweenBlocks: "torn between blocks: this one is old, a neighbour of the same write is new"
        case .shifted(let bytes): "shifted by \(bytes) bytes"
        case .allZeros: "all zeros"
        case .allOnes: "all ones"
        case .bitFlip(let byte, let bit): "bit \(bit) of byte \(byte) is flipped"
        case .notTransferred: "not transferred: the read has not touched the buffer"
        case .uncorrectable: "marked uncorrectable, yet read successfully"
        case .corrupted: "corrupted between right stamps"
        case .unrecognised: "not recognisable"
        }
    }
}
