/// Where the entries of a queue lie in host memory: one pointer per memory page, looked up in the DMA map.
///
/// The pointers are a copy of what the map says; `resolve` renews them whenever the map shrinks.
struct QueueMemory {
    private let addresses: UnsafeMutablePointer<UInt64>
    private let pages: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    private let pageCount: Int
    private let entryShift: Int
    private let entriesPerPageShift: Int
    private let byteCount: Int
    private let pageByteCount: Int

    /// - Parameters:
    ///   - pageAddresses: I/O virtual address of each memory page of the queue.
    ///   - entryShift: log2 of the size of an entry.
    init(pageAddresses: [UInt64], entryCount: Int, entryShift: Int, page: MemoryPage) {
        pageCount = pageAddresses.count
        addresses = .allocate(capacity: max(1, pageCount))
        pages = .allocate(capacity: max(1, pageCount))
        for (index, address) in pageAddresses.enumerated() {
            (addresses + index).initialize(to: address)
            (pages + index).initialize(to: nil)
        }
        self.entryShift = entryShift
        entriesPerPageShift = page.shift - entryShift
        byteCount = entryCount << entryShift
        pageByteCount = page.byteCount
    }

    func deallocate() {
        addresses.deallocate()
        pages.deallocate()
    }

    /// Pages that a queue takes.
    static func pageCount(entryCount: Int, entryShift: Int, page: MemoryPage) -> Int {
        ((entryCount << entryShift) + page.byteCount - 1) >> page.shift
    }

    /// Looks all pages up; false when one is not mapped as far as the queue reaches.
    @discardableResult
    func resolve(in map: DMAMap) -> Bool {
        var complete = true
        for index in 0..<pageCount {
            let length = min(pageByteCount, byteCount - index * pageByteCount)
            pages[index] = map.translate(addresses[index], byteCount: length)
            complete = complete && pages[index] != nil
        }
        return complete
    }

    /// The entry, nil where memory has been unmapped. `index` is less than the queue's entry count.
    @inline(__always)
    func entry(_ index: UInt32) -> UnsafeMutableRawPointer? {
        guard let page = pages[Int(index) >> entriesPerPageShift] else { return nil }
        return page + (Int(index) & ((1 << entriesPerPageShift) &- 1)) << entryShift
    }
}
