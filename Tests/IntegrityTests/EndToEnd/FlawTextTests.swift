import EmulatedSSD
import PCIExpress
import Testing

@Suite("Flaws in an address")
struct FlawTextTests {
    private func flaws(_ text: String) throws -> [Flaw] {
        try SSDProfile(address: "emu:default?flaws=\(text)").flaws
    }

    @Test func nameAloneStrikesAlways() throws {
        #expect(try flaws("lose-write") == [Flaw(.loseWrite)])
    }

    @Test func keysSayWhatAndWhen() throws {
        let expected = [
            Flaw(.flipBit(byte: 77, bit: 2), blocks: 8..<16, nth: 3), Flaw(.stall(nanoseconds: 5_000_000), opcode: 1),
            Flaw(.tornBlock(sectors: 1), probability: 0.5),
        ]
        #expect(try flaws("flip-bit:byte=77:bit=2:lba=8-15:nth=3,stall:ms=5:op=1,torn-block:p=0.5") == expected)
    }

    @Test func codesMayBeHexadecimal() throws {
        #expect(try flaws("status:code=0x281:op=0x02") == [Flaw(.status(0x281), opcode: 2)])
        #expect(
            try flaws("zeros:lba=0x10,ones:lba=8-0x0F") == [Flaw(.zeros, blocks: 16..<17), Flaw(.ones, blocks: 8..<16)])
    }

    /// Texts, and the word that the error points at.
    @Test(arguments: [
        ("nonsense", "'nonsense': no flaw has this name"), ("lose-write:x=1", "'x=1' in 'lose-write:x=1'"),
        ("flip-bit:bit=x", "'bit=x' in 'flip-bit:bit=x': it must be a number from 0 to 7"),
        ("lose-write,zeros:lba=9-8", "'lba=9-8' in 'zeros:lba=9-8': the first block lies behind the last"),
        ("zeros:nth=0", "'nth=0'"), ("zeros:p=2", "'p=2'"), ("zeros:lba=1:lba=2", "'lba=2'"), ("zeros:lba", "'lba'"),
        ("shift:bytes=9223372036854775807", "from -65535 to 65535"),
        ("torn-write:blocks=9223372036854775807", "from 0 to 65536"),
        ("torn-block:sectors=9223372036854775807", "from 0 to 128"), ("torn-block:sectors=-1", "from 0 to 128"),
        ("stall:ms=9223372036854775807", "from 0 to 3600000"), ("status:code=2048", "from 0 to 2047"),
        // A flaw of the media does not see the opcode, a flush has no blocks.
        ("lose-write:op=1", "'op=1'"), ("ignore-flush:lba=8", "'lba=8'"), ("lose-write,", "''"),
    ])
    func nonsenseIsRefusedAndTheWrongWordNamed(text: String, words: String) {
        let error = #expect(throws: PCIeError.self) { try flaws(text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    /// A test that waits for a flaw which cannot show would look blind.
    @Test(arguments: [
        ("zeros:lba=2048", "beyond the last of a namespace, 2047"), ("status:lba=4096", "beyond the last"),
        ("flip-bit:byte=4096", "4096 bytes at most"), ("shift:bytes=4096", "whole blocks"), ("shift:bytes=0", "whole"),
        ("torn-block:sectors=8", "8 sectors at most"), ("torn-write:blocks=16", "16 blocks at most"),
        ("misdirected-write:by=0", "the same block"), ("misdirected-read:by=-4096", "the same block"),
        ("lose-write,ignore-flush&cache=off", "no volatile write cache"), ("zeros&media=null", "media=null"),
        ("status:code=0", "success"), ("wrong-cid:by=0", "is the same"), ("stall:ms=0", "0 ms"),
        ("zeros:p=0", "chance"), ("status:op=0:lba=0", "name no blocks"),
    ])
    func flawWithoutEffectIsRefusedWhenTheDeviceIsOpened(text: String, words: String) {
        let address = "emu:small?capacity=1M&mdts=8k&memory=16M&clock=virtual&flaws=\(text)"
        let error = #expect(throws: PCIeError.self) { try EmulatedSSD(address: address) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    /// With blocks of the other size on offer they have one.
    @Test(arguments: [
        "zeros:lba=2047", "flip-bit:byte=4095", "shift:bytes=512", "torn-block:sectors=7", "torn-write:blocks=15",
        "misdirected-write:by=256", "forget&cache=off", "no-answer:op=2:lba=2047", "zeros:p=0.001",
    ])
    func flawWithAnEffectIsNot(text: String) throws {
        try EmulatedSSD(address: "emu:small?capacity=1M&mdts=8k&memory=16M&clock=virtual&flaws=\(text)").close()
    }
}
