/// What the blocks of a namespace are kept on.
public enum MediaKind: Sendable, Hashable {
    /// Memory that is committed as it is written.
    case sparse
    /// Nothing is kept: writes vanish, reads return whatever is quickest. For measuring everything else.
    case null
}

/// Placeholder: the blocks of one namespace, behind a volatile write cache.
final class Media {
    init(byteCapacity: UInt64, kind: MediaKind, seed: UInt64) {}

    /// Drops all data; from now on blocks have this size.
    func format(lbaByteCount: Int, metadataByteCount: Int) {}

    /// Makes everything written durable.
    func flush() {}

    /// Feature 06h (VWC). Disabling makes everything durable.
    func setWriteCache(enabled: Bool) {}

    /// Power was cut: what was not durable may be lost, as the seed decides.
    func powerLoss(seed: UInt64) {}

    /// Sanitize: everything is gone, also from the cache. Overwrite leaves the (possibly inverted) pattern; others leave
    /// deallocated blocks.
    func sanitize(overwritePattern: UInt32?) {}
}
