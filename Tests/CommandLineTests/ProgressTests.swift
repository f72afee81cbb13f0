import Foundation
import Testing

/// Live progress, on a terminal and elsewhere.
@Suite struct ProgressTests {
    private let load = ["perf", "--dut", "emu", "--region", "0+4M", "--iops", "1000", "--time", "1.3"]

    @Test func terminalHasOneLineThatIsReplaced() throws {
        let shown = try PseudoTerminal(columns: 40).run(load)
        let looks = shown.components(separatedBy: "\r\u{1B}[K")
        #expect(looks.count >= 3)
        #expect(looks.first?.isEmpty == true)
        // The terminal itself puts a carriage return before a line feed.
        #expect(looks.last?.hasSuffix("\r\n") == true)
        #expect(shown.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
        let lines = looks.dropFirst().map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        for line in lines { #expect(line.contains(" left, ") && line.count == 39, "\(line)") }
    }

    @Test(arguments: ["dumb", ""]) func terminalThatCannotMoveItsCursorGetsLines(kind: String) throws {
        let shown = try PseudoTerminal(columns: 40).run(load, terminal: kind)
        #expect(!shown.contains("\u{1B}"))
        #expect(shown.hasSuffix("errors\r\n"), "\(shown)")
    }

    @Test func terminalOfOneColumnIsNotOverflown() throws {
        let looks = try PseudoTerminal(columns: 1).run(load).components(separatedBy: "\r\u{1B}[K").dropFirst()
        for look in looks { #expect(look.trimmingCharacters(in: .whitespacesAndNewlines).count <= 1, "\(look)") }
    }

    @Test func elsewhereEachLookIsALine() throws {
        let errors = try Tool.run(load).errors
        #expect(errors.hasSuffix("errors\n"))
        #expect(!errors.contains { "\r\u{1B}".contains($0) })
        for line in errors.split(separator: "\n") { #expect(line.contains(" left, "), "\(line)") }
    }

    @Test func runThatIsOverAtOnceShowsNone() throws {
        let shown = try PseudoTerminal(columns: 40).run([
            "perf", "--dut", "emu", "--region", "0+4M", "--count", "10",
        ])
        #expect(shown.isEmpty)
    }

    @Test func interruptionBeginsOnALineOfItsOwn() throws {
        let terminal = try PseudoTerminal(columns: 60)
        let shown = try terminal.run(
            ["perf", "--dut", "emu", "--region", "0+4M", "--time", "1h"], signal: SIGINT, after: "IOPS")
        #expect(terminal.status == 130)
        #expect(
            shown.hasSuffix("\r\nnvmetest: interrupted; disabling the controller and closing the device\r\n"),
            "\(shown)")
    }
}
