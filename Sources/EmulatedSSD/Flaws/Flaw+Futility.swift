import NVMeSpec
import PCIExpress

/// Flaws that cannot show on a device, whatever is done to it: a test that waits for one would look blind.
extension Flaw {
    /// Why the flaw has no effect on such a device; nil where it may have one.
    ///
    /// What Format NVM can change is taken as it suits the flaw best: the smallest blocks for numbers of blocks, the largest for numbers
    /// of bytes.
    func futility(on profile: SSDProfile) -> String? {
        if probability <= 0 { return "its chance p is 0" }
        if let reason = effect.futility(on: profile) { return reason }
        if let blocks, blocks.lowerBound >= profile.mostBlocks {
            return
                "its first block, \(blocks.lowerBound), lies beyond the last of a namespace, \(profile.mostBlocks - 1)"
        }
        if effect.occasion != .completion, effect.occasion != .powerLoss, profile.media == .null {
            return "the media keeps nothing (media=null)"
        }
        guard blocks != nil, let opcode, !EmulatedController.namesBlocks(opcode) else { return nil }
        return "commands with the opcode \(opcode) name no blocks that lba could be compared with"
    }
}

extension Flaw.Effect {
    fileprivate func futility(on profile: SSDProfile) -> String? {
        let size = profile.largestBlock
        switch self {
        case .flipBit(let byte, _) where byte >= size:
            return "blocks have \(size) bytes at most, so there is no byte \(byte)"
        case .shift(let bytes) where profile.formats.allSatisfy { bytes % $0.dataBytes == 0 }:
            return "it shifts by \(bytes) bytes, which is whole blocks"
        case .tornBlock(let sectors) where sectors >= size / 512:
            return "blocks have \(size / 512) sectors at most, and it writes \(sectors)"
        case .tornWrite(let blocks) where blocks >= profile.longestTransfer:
            return "a command moves \(profile.longestTransfer) blocks at most, and it writes \(blocks)"
        case .misdirectedRead(let distance) where profile.returns(after: distance),
            .misdirectedWrite(let distance) where profile.returns(after: distance):
            return "\(distance) blocks further on lies the same block"
        case .ignoreFlush where !profile.writeCache: return "there is no volatile write cache (cache=off)"
        case .status(0): return "status 0 is success"
        case .wrongCommandIdentifier(let offset) where offset & 0xFFFF == 0:
            return "the identifier plus \(offset) is the same"
        case .stall(0): return "it waits for 0 ms"
        default: return nil
        }
    }
}

extension SSDProfile {
    /// Throws `invalidParameter` for the first flaw that can have no effect.
    func checkFlaws() throws(PCIeError) {
        for flaw in flaws {
            guard let reason = flaw.futility(on: self) else { continue }
            throw .invalidParameter(
                name: "flaws", problem: "has \(flaw.effect), which can have no effect on this device: \(reason)")
        }
    }

    private var byteCountOfNamespace: UInt64 { capacity / UInt64(namespaces) }

    fileprivate var largestBlock: Int { formats.map(\.dataBytes).max() ?? 512 }
    fileprivate var smallestBlock: Int { formats.map(\.dataBytes).min() ?? 512 }
    fileprivate var mostBlocks: UInt64 { byteCountOfNamespace / UInt64(smallestBlock) }
    fileprivate var longestTransfer: Int { min(65536, maximumTransfer / smallestBlock) }

    /// Whether so many blocks further on lies the block itself, at every size of block.
    fileprivate func returns(after distance: Int) -> Bool {
        formats.allSatisfy { distance % Int(clamping: byteCountOfNamespace / UInt64($0.dataBytes)) == 0 }
    }
}
