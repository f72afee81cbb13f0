import CNVMeHost
import NVMeSpec

extension HostData {
    /// Walks PRP entries (NVMe Base 2.0 §4.1.1).
    ///
    /// The walk ends with the transfer: it reads as many list entries as the length needs, so a list that points at itself
    /// is no danger. PRP 1 may start inside a page (dword aligned), no other entry may.
    mutating func mapPRP(
        _ prp1: UInt64, _ prp2: UInt64, byteCount: Int, pages: MemoryPage, map: DMAMap
    ) -> StatusCode {
        removeAll()
        guard byteCount > 0 else { return .success }
        guard prp1 & 3 == 0 else { return .prpOffsetInvalid }
        let offset = Int(truncatingIfNeeded: prp1 & pages.mask)
        let first = min(byteCount, pages.byteCount &- offset)
        guard let pointer = map.translate(prp1, byteCount: first) else { return .dataTransferError }
        _ = append(pointer, first)
        let rest = byteCount &- first
        if rest == 0 { return .success }
        if rest <= pages.byteCount {
            guard prp2 & pages.mask == 0 else { return .prpOffsetInvalid }
            guard let pointer = map.translate(prp2, byteCount: rest) else { return .dataTransferError }
            _ = append(pointer, rest)
            return .success
        }
        return mapList(prp2, rest, pages, map)
    }

    /// A list may start inside its page (qword aligned); the last entry of a page leads to the next list page when more
    /// than one page of data is left.
    private mutating func mapList(_ list: UInt64, _ byteCount: Int, _ pages: MemoryPage, _ map: DMAMap) -> StatusCode {
        guard list & 7 == 0 else { return .prpOffsetInvalid }
        var rest = byteCount
        var entry = list
        while rest > 0 {
            let isLastOfPage = entry & pages.mask == pages.mask &- 7
            guard let cell = map.translate(entry, byteCount: 8) else { return .dataTransferError }
            let address = nvme_load64(cell)
            guard address & pages.mask == 0 else { return .prpOffsetInvalid }
            if isLastOfPage, rest > pages.byteCount {
                entry = address
                continue
            }
            let length = min(rest, pages.byteCount)
            guard let pointer = map.translate(address, byteCount: length) else { return .dataTransferError }
            guard append(pointer, length) else { return .dataTransferError }
            rest &-= length
            entry &+= 8
        }
        return .success
    }
}
