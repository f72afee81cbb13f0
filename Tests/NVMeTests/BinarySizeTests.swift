import NVMe
import Testing

@Suite struct BinarySizeTests {
    @Test(arguments: [
        ("0", 0), ("512", 512), ("4k", 4096), ("4K", 4096), ("3m", 3 << 20), ("64G", 64 << 30), ("2T", 2 << 40),
        ("0x1000", 4096), ("0x10k", 16384), ("18446744073709551615", UInt64.max),
    ])
    func sizeIsRead(text: String, expected: UInt64) {
        #expect(BinarySize(parsing: text)?.count == expected)
    }

    @Test(arguments: ["", "k", "-1", "+1", "1.5G", "1GB", "1 k", "0x", "16777216T", "18446744073709551616", "4P"])
    func whatIsNoSizeIsRefused(text: String) {
        #expect(BinarySize(parsing: text) == nil)
    }

    @Test(arguments: [
        (0, "0"), (4097, "4097"), (4096, "4k"), (1536 << 20, "1536M"), (1 << 40, "1T"), (1 << 50, "1024T"),
    ])
    func sizeIsWrittenExactly(count: UInt64, text: String) {
        #expect(BinarySize(count).description == text)
    }
}
