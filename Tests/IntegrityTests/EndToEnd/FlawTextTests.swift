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

    @Test(arguments: ["nonsense", "lose-write:x=1", "flip-bit:bit=x", "zeros:lba=9-8", "zeros:nth=0", "zeros:p=2"])
    func nonsenseIsRefused(text: String) {
        #expect(throws: PCIeError.self) { try flaws(text) }
    }
}
