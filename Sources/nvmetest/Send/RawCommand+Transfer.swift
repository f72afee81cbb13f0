import NVMe

extension RawCommand {
    /// Refuses a command that moves more than the buffer holds: the device would read or write what lies behind it.
    func checkTransfer(_ controller: Controller) throws {
        guard !mayMoveBeyondBuffer else { return }
        let blockByteCount =
            !isAdmin && entry.movesLogicalBlocks ? try Self.blockByteCount(entry.nsid, controller) : 512
        // What the standard does not say, or no namespace, is the device's to judge.
        guard let blockByteCount,
            let moved = entry.transferLength(isAdmin: isAdmin, blockByteCount: blockByteCount), moved > dataLength
        else { return }
        let buffer = dataLength == 0 ? "there is no buffer" : "the buffer has \(dataLength) bytes"
        throw UsageError(
            "\(name) moves \(moved) bytes with these dwords, and \(buffer): change --data-length to \(moved) or the dwords, "
                + "or add --move-beyond-buffer to send it all the same")
    }

    /// Bytes of a block as it is transferred; nil without such a namespace.
    private static func blockByteCount(_ nsid: UInt32, _ controller: Controller) throws -> UInt64? {
        guard try controller.activeNamespaces().contains(nsid) else { return nil }
        let data = IdentifyNamespace(bytes: try controller.identifyData(.namespace, nsid: nsid))
        let size = data.formattedLBASize
        let index = Int(size.formatIndexLow | size.formatIndexHigh << 4)
        guard let format = data.lbaFormats.element(at: index), let bytes = format.bytesPerBlock else { return nil }
        return UInt64(bytes) + (size.metadataInline ? UInt64(format.metadataSize) : 0)
    }
}
