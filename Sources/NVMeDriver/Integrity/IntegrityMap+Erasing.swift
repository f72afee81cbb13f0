import CNVMeHost

/// Format NVM and Sanitize. From their submission on until their completion is collected nobody knows whether the controller has got to
/// them: a block holds what it held, or nothing, or what was written meanwhile.
///
/// The header has an epoch at 272 and the number of such commands that are outstanding at 276, 32 bits each; 64 bits each: the
/// first token that an erase may have left at 280, the first token and the first order that were given after it at 288 and 296.
extension IntegrityMap {
    /// No epoch: a command that erases is outstanding.
    private static let unsettled = UInt32.max

    /// Changes with each such command that is sent, and with each that is collected.
    var epoch: UInt32 {
        let epoch = nvme_load_acquire32(header + 272)
        return nvme_load32(header + 276) == 0 ? epoch & ~(1 << 31) : Self.unsettled
    }

    /// Whether nothing was erased since the epoch, and nothing is about to be.
    func isSettled(since epoch: UInt32) -> Bool { epoch != Self.unsettled && epoch == self.epoch }

    func eraseBegins() {
        _ = nvme_fetch_add32(header + 276, 1)
        _ = nvme_fetch_add32(header + 272, 1)
    }

    func eraseEnds() {
        _ = nvme_fetch_add32(header + 276, .max)
        _ = nvme_fetch_add32(header + 272, 1)
    }

    /// Versions with an older token are gone for good.
    var erasedToken: UInt64 {
        get { nvme_load64(header + 280) }
        nonmutating set { nvme_store64(header + 280, newValue) }
    }

    /// Writes before these numbers may have been erased when they complete, whatever made them durable.
    var afterErase: WriteNumbers { WriteNumbers(token: nvme_load64(header + 288), order: nvme_load64(header + 296)) }

    /// The namespace was erased some time after the writes before `floor` and before those from `next` on: what was sent
    /// meanwhile is there or gone.
    func erase(since floor: WriteNumbers, next: WriteNumbers) {
        // A completion from before that is reaped behind this proves nothing.
        nvme_store64(header + 24, max(lossToken, next.token))
        nvme_store64(header + 32, max(lossOrder, next.order))
        nvme_store64(header + 288, next.token)
        nvme_store64(header + 296, next.order)
        let hasForeign = next.order != floor.order
        transform { $0.afterErase(since: floor, next: next, keepsUnknown: hasForeign) }
        guard !hasForeign else { return }
        hadForeignBlocks = false
        marksMayBeWritten = false
    }
}

extension IntegrityEntry {
    /// What is known after everything was erased that was written before `floor`, and perhaps what was written before `next`.
    fileprivate func afterErase(since floor: WriteNumbers, next: WriteNumbers, keepsUnknown: Bool) -> Self {
        // Numbers that others take at this moment lie a little behind `next`.
        let margin: UInt64 = 1 << 20
        if isUncorrectable {
            let order = token(before: next.order &+ margin)
            return order < floor.order ? .unmapped : order < next.order ? .perhapsUncorrectable : self
        }
        guard isWritten || isOldOrNew else { return keepsUnknown ? self : .unmapped }
        // Whether a block that need not carry its own stamp got its number by token or by order is not told.
        guard isWritten || !isForeign else { return self }
        let (number, first, last) =
            isForeign
            ? (token(before: next.order &+ margin), floor.order, next.order)
            : (token(before: next.token &+ margin), floor.token, next.token)
        return number < first ? .unmapped : number < last ? perhaps : self
    }
}
