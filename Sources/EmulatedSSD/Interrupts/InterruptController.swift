import CNVMeHost

/// Message-signalled interrupts of the function: MSI-X table and pending bits, MSI, masking.
///
/// A message is a write of four bytes through the DMA map, as on the bus; one that is aimed elsewhere is lost.
final class InterruptController {
    let vectorCount: Int
    /// MSI-X table: address low, address high, data, vector control of each vector (PCIe Base 5.0 §7.7.2).
    let table: UnsafeMutablePointer<UInt32>
    /// Pending bits, one byte each.
    let pending: UnsafeMutablePointer<Bool>
    private let map: DMAMap

    var isMSIXEnabled = false { didSet { deliverPending() } }
    var isFunctionMasked = false { didSet { deliverPending() } }
    /// The function may write to memory: bus master enable is set and it is in D0.
    var canMaster = false
    var msi = MSIState()
    /// INTMS/INTMC, which mask MSI vectors only.
    var registerMask: UInt32 = 0 { didSet { deliverPending() } }

    init(vectorCount: Int, map: DMAMap) {
        self.vectorCount = vectorCount
        self.map = map
        table = .allocate(capacity: vectorCount * 4)
        pending = .allocate(capacity: vectorCount)
        table.initialize(repeating: 0, count: vectorCount * 4)
        pending.initialize(repeating: false, count: vectorCount)
        resetTable()
    }

    deinit {
        table.deallocate()
        pending.deallocate()
    }

    /// Every vector masked, with no address: what a reset of the function leaves.
    func resetTable() {
        for vector in 0..<vectorCount {
            for word in 0..<3 { table[4 * vector + word] = 0 }
            table[4 * vector + 3] = 1
        }
        clearPending()
    }

    func clearPending() { pending.update(repeating: false, count: vectorCount) }

    /// Sends the vector's message, or remembers it while it is masked.
    func signal(_ vector: Int) {
        guard vector < vectorCount else { return }
        if isMSIXEnabled {
            if isFunctionMasked || table[4 &* vector &+ 3] & 1 != 0 {
                pending[vector] = true
            } else {
                sendMSIX(vector)
            }
        } else if msi.isEnabled {
            let message = msi.message(of: vector)
            if (msi.mask | registerMask) >> UInt32(message) & 1 != 0 {
                pending[message] = true
            } else {
                send(msi.address, msi.data(of: message))
            }
        }
    }

    /// Writes a dword of the MSI-X table; `index` is its place.
    func writeTable(_ index: Int, _ value: UInt32) {
        guard index >= 0, index < vectorCount * 4 else { return }
        switch index & 3 {
        case 0: table[index] = value & ~0b11
        case 3:
            table[index] = value & 1
            deliverPending()
        default: table[index] = value
        }
    }

    /// Eight bytes of the pending bit array.
    func pendingBits(_ group: Int) -> UInt64 {
        var bits: UInt64 = 0
        for bit in 0..<64 where group * 64 + bit < vectorCount && pending[group * 64 + bit] {
            bits |= 1 << UInt64(bit)
        }
        return bits
    }

    /// Sends what has become free to go.
    func deliverPending() {
        guard isMSIXEnabled || msi.isEnabled else { return }
        guard canMaster else { return }
        for vector in 0..<vectorCount where pending[vector] {
            pending[vector] = false
            signal(vector)
        }
    }

    private func sendMSIX(_ vector: Int) {
        let entry = table + 4 &* vector
        send(UInt64(entry[1]) << 32 | UInt64(entry[0]), entry[2])
    }

    private func send(_ address: UInt64, _ data: UInt32) {
        guard canMaster, address & 3 == 0, let target = map.translate(address, byteCount: 4) else { return }
        nvme_store_release32(target, data)
    }
}

/// The MSI capability (PCIe Base 5.0 §7.7.1).
struct MSIState {
    /// Log2 of the messages on offer (Multiple Message Capable).
    static let capable: UInt8 = 5
    var isEnabled = false
    /// Log2 of the messages granted (Multiple Message Enable).
    var granted: UInt8 = 0
    var address: UInt64 = 0
    var data: UInt16 = 0
    var mask: UInt32 = 0

    /// Vectors beyond the grant share the last message.
    func message(of vector: Int) -> Int { min(vector, 1 << Int(min(granted, Self.capable)) - 1) }

    func data(of message: Int) -> UInt32 {
        let low = UInt32(1) << UInt32(min(granted, Self.capable)) - 1
        return UInt32(data) & ~low | UInt32(message) & low
    }
}
