/// What is known about the content of one block, in 64 bits.
///
/// | bits | a written block | a special |
/// |---|---|---|
/// | 63:62 | 1 old or new, 2 written, 3 written and durable at once | 0 |
/// | 61 | the block need not carry its own LBA: a raw write, a copy, or one of those until now | Write Uncorrectable: durable at once |
/// | 60:31 | low 30 bits of the token that is the block's stamp; of the order where it has none (61) | Write Uncorrectable: of its order |
/// | 30:0 | checksum: bits 31:1 of the CRC-32C, 1 for 0; 0 means that nobody computed it | which special |
///
/// Old or new: the write is in flight, has failed, or a power loss may have taken it.
struct IntegrityEntry: RawRepresentable, Hashable, BitwiseCopyable {
    let rawValue: UInt64

    @inline(__always)
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Nothing to check but the LBA stamp.
    static var unmapped: Self { Self(rawValue: 0) }
    /// Nothing to check at all: the block may hold somebody else's stamp.
    static var unknown: Self { Self(rawValue: 2) }
    /// Was uncorrectable, until a power loss that may have taken the mark back.
    static var perhapsUncorrectable: Self { Self(rawValue: 3) }

    static var tokenMask: UInt64 { 1 << 30 - 1 }

    /// To be read successfully is an error.
    init(uncorrectable order: UInt64, isDurable: Bool) {
        rawValue = (isDurable ? 1 << 61 : 0) | (order & Self.tokenMask) << 31 | 1
    }

    /// A write on its way to the device.
    ///
    /// - Parameter crc: the CRC-32C of the data; nil at levels that do not compute it.
    @inline(__always)
    init(inFlight token: UInt64, crc: UInt32?, isForeign: Bool) {
        let checksum = crc.map(Self.checksum) ?? 0
        rawValue =
            1 << 62 | (isForeign ? 1 << 61 : 0) | (token & Self.tokenMask) << 31 | UInt64(checksum)
    }

    /// The 31 bits that are kept of a CRC-32C.
    @inline(__always)
    static func checksum(_ crc: UInt32) -> UInt32 { max(1, crc >> 1) }

    @inline(__always) var isWritten: Bool { rawValue >> 63 != 0 }

    /// Whether the block was written with this token and, where a checksum is given and known, this data; raw writes aside.
    @inline(__always)
    func isWritten(_ token: UInt64, crc: UInt32?) -> Bool {
        let expected = 1 << 63 | (token & Self.tokenMask) << 31 | UInt64(crc.map(Self.checksum) ?? 0)
        // Whether the write was forced to the media makes no difference.
        let compared: UInt64 = crc == nil ? ~(1 << 62 | 0x7FFF_FFFF) : ~(1 << 62)
        return (rawValue ^ expected) & compared == 0
    }

    @inline(__always) var isOldOrNew: Bool { rawValue >> 62 == 1 }
    @inline(__always) var isForcedToMedia: Bool { rawValue >> 62 == 3 }
    @inline(__always) var isForeign: Bool { rawValue & 1 << 61 != 0 }
    @inline(__always) var tokenBits: UInt64 { rawValue >> 31 & Self.tokenMask }
    /// 0 when it was not computed.
    @inline(__always) var checksum: UInt32 { UInt32(truncatingIfNeeded: rawValue) & 0x7FFF_FFFF }
    var isUncorrectable: Bool { rawValue >> 62 == 0 && checksum == 1 }

    /// Whether a checksum fits; one that is not known fits none.
    func has(_ crc: UInt32) -> Bool { checksum == Self.checksum(crc) }

    /// The write has completed.
    @inline(__always)
    func landed(forced: Bool, isForeign: Bool) -> Self {
        Self(rawValue: rawValue & ~(7 << 61) | (forced ? 3 : 2) << 62 | (isForeign ? 1 << 61 : 0))
    }

    /// The block may hold a stamp that is not its own.
    @inline(__always) var mayBeForeign: Bool { rawValue >> 62 != 0 ? isForeign : self == .unknown }

    /// What is known once the block was deallocated, which a device may do or leave.
    @inline(__always) var forgotten: Self { mayBeForeign ? .unknown : .unmapped }

    /// The same content under another LBA, written at another time.
    func copied(order: UInt64, forced: Bool) -> Self {
        guard isWritten, checksum != 0 else { return .unknown }
        return Self(inFlight: order, crc: nil, isForeign: true).with(checksum).landed(forced: forced, isForeign: true)
    }

    private func with(_ checksum: UInt32) -> Self { Self(rawValue: rawValue & ~0x7FFF_FFFF | UInt64(checksum)) }

    /// What is known after the power was lost.
    ///
    /// - Parameters:
    ///   - durable: what was written before these numbers was covered by a flush.
    ///   - next: the numbers that are given next.
    func afterPowerLoss(durable: WriteNumbers, next: WriteNumbers) -> Self {
        if isUncorrectable {
            return isForeign || token(before: next.order) < durable.order ? self : .perhapsUncorrectable
        }
        guard isWritten, !isForcedToMedia else { return self }
        let isDurable =
            isForeign ? token(before: next.order) < durable.order : token(before: next.token) < durable.token
        return isDurable ? self : perhaps
    }

    /// The same write, of which nobody knows whether it is there.
    var perhaps: Self { Self(rawValue: rawValue & ~(3 << 62) | 1 << 62) }

    /// The version that a stamped write takes the place of: its token bits and one; 0 when nobody knows it to the bit.
    @inline(__always) var asPrevious: UInt32 {
        rawValue >> 62 == 0 || isForeign || checksum == 0 ? 0 : UInt32(truncatingIfNeeded: tokenBits &+ 1)
    }

    /// The token, whole again: the latest below `next` with these low bits.
    func token(before next: UInt64) -> UInt64 {
        let candidate = (next &- 1) & ~Self.tokenMask | tokenBits
        return candidate >= next && candidate > Self.tokenMask ? candidate &- (1 << 30) : candidate
    }
}

/// Where in the sequence of all writes of a namespace something lies.
///
/// Writes that the driver stamps are told apart by their tokens. Those that it does not stamp (raw writes, Copy, Write Uncorrectable)
/// take no token, which scripts count: they have a sequence of their own.
struct WriteNumbers: Equatable {
    var token: UInt64
    var order: UInt64
}
