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
}
