/// The PCI Express hierarchy inside QEMU, set up the way firmware would do it: root complex, one root port, the controller below.
///
/// Not for several threads: `QEMUMachine` holds its lock around every call.
struct QEMUBus {
    let qtest: QTest
    /// Size of each memory BAR, found once.
    private(set) var barSizes = [Int](repeating: 0, count: 6)
    /// Where each memory BAR answers now; nil where it does not, because it is absent or memory accesses are disabled.
    private(set) var barAddresses = [UInt64?](repeating: nil, count: 6)
    private var isWideBAR = [Bool](repeating: false, count: 6)

    private enum Place {
        /// Extended configuration access: 4 KiB for each function, chosen by us.
        static let configuration: UInt64 = 0xB000_0000
        /// Window of the root port for the controller's BARs.
        static let window: ClosedRange<UInt64> = 0xC000_0000...0xFEAF_FFFF
        static let rootPort: UInt64 = configuration + 1 << 15
        static let function: UInt64 = configuration + 1 << 20
    }

    /// Opens the configuration space and gives everything an address.
    init(_ qtest: QTest) throws(QTest.Failure) {
        self.qtest = qtest
        // PCIEXBAR of the root complex (device 0, offset 0x60), through the I/O ports that need no set-up.
        for (register, value) in [(0x64, 0), (0x60, UInt32(Place.configuration) | 1)] as [(UInt32, UInt32)] {
            try qtest.output(port: 0xCF8, 0x8000_0000 | register)
            try qtest.output(port: 0xCFC, value)
        }
        try setUpRootPort()
        try measureBARs()
        try setUpFunction()
    }

    private func setUpRootPort() throws(QTest.Failure) {
        let windowBits =
            UInt64(Place.window.upperBound >> 20) << 20 | UInt64(Place.window.lowerBound >> 20) << 4
        let registers: [(UInt64, UInt64)] = [
            (0x18, 0x0001_0100),  // Subordinate, secondary and primary bus number.
            (0x1C, 0x0000_00F0),  // No I/O window: its base lies above its limit.
            (0x20, windowBits),
            (0x24, 0x0000_FFF0),  // No prefetchable window.
            (0x04, 0x0000_0006),  // Memory space and bus master.
        ]
        for (offset, value) in registers { try qtest.write(Place.rootPort + offset, value, .dword) }
    }

    private mutating func measureBARs() throws(QTest.Failure) {
        var bar = 0
        while bar < 6 {
            let register = UInt64(0x10 + bar * 4)
            try writeRaw(register, .max, .dword)
            let low = try readRaw(register, .dword)
            let isMemory = low != 0 && low & 1 == 0
            let isWide = isMemory && low >> 1 & 3 == 2
            isWideBAR[bar] = isWide
            // All BARs lie below 4 GiB, so the lower half tells the size.
            if isMemory { barSizes[bar] = Int(~(low & 0xFFFF_FFF0) & 0xFFFF_FFFF) + 1 }
            bar += isWide ? 2 : 1
        }
    }

    /// Programs BARs and command register as they are after power-on; also after a reset has forgotten them.
    mutating func setUpFunction() throws(QTest.Failure) {
        var next = Place.window.lowerBound
        for bar in (0..<6).sorted(by: { barSizes[$0] > barSizes[$1] }) where barSizes[bar] > 0 {
            // Largest first: each size is a power of two, so every address comes out aligned.
            try writeRaw(UInt64(0x10 + bar * 4), next, .dword)
            if isWideBAR[bar] { try writeRaw(UInt64(0x14 + bar * 4), 0, .dword) }
            next += UInt64(barSizes[bar])
        }
        // Memory space, bus master; legacy interrupts off.
        try writeRaw(0x04, 0x0406, .word)
        try readDecoding()
    }

    /// Learns where the BARs answer, after somebody wrote to configuration space.
    private mutating func readDecoding() throws(QTest.Failure) {
        let command = try readRaw(0x04, .word)
        for bar in 0..<6 where barSizes[bar] > 0 {
            let isEnabled = command & 2 != 0 && command != 0xFFFF
            let low = isEnabled ? try readRaw(UInt64(0x10 + bar * 4), .dword) & 0xFFFF_FFF0 : 0
            let high = isEnabled && isWideBAR[bar] ? try readRaw(UInt64(0x14 + bar * 4), .dword) : 0
            let address = high << 32 | low
            let end = address &+ UInt64(barSizes[bar] - 1)
            let isForwarded = isEnabled && Place.window.contains(address) && Place.window.contains(end)
            barAddresses[bar] = isForwarded ? address : nil
        }
    }

    func readConfiguration(_ offset: Int, _ width: AccessWidth) throws(QTest.Failure) -> UInt32 {
        UInt32(truncatingIfNeeded: try readRaw(UInt64(offset), width))
    }

    mutating func writeConfiguration(_ offset: Int, _ value: UInt32, _ width: AccessWidth) throws(QTest.Failure) {
        try writeRaw(UInt64(offset), UInt64(value), width)
        // Any register may change what decodes: command, BARs, or a function level reset.
        try readDecoding()
    }

    /// A pulse of the root port's Secondary Bus Reset (PCIe Base 5.0 §7.5.1.3.13), then all set up again.
    mutating func resetBus() throws(QTest.Failure) {
        let control = try qtest.read(Place.rootPort + 0x3E, .word)
        try qtest.write(Place.rootPort + 0x3E, control | 1 << 6, .word)
        try qtest.write(Place.rootPort + 0x3E, control & ~(1 << 6), .word)
        try setUpFunction()
    }

    private func readRaw(_ offset: UInt64, _ width: AccessWidth) throws(QTest.Failure) -> UInt64 {
        try qtest.read(Place.function + offset, width)
    }

    private func writeRaw(_ offset: UInt64, _ value: UInt64, _ width: AccessWidth) throws(QTest.Failure) {
        try qtest.write(Place.function + offset, value, width)
    }
}
