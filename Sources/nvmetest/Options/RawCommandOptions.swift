import ArgumentParser
import NVMe

/// A number on the command line: decimal, hexadecimal after `0x`, with an optional binary suffix.
struct Number: ExpressibleByArgument {
    let value: UInt64

    init?(argument: String) {
        guard let size = BinarySize(parsing: argument) else { return nil }
        value = size.count
    }
}

/// The fields of one command.
struct RawCommandOptions: ParsableArguments {
    @Option(help: "Opcode (OPC), 0 to 0xff.") var opcode: Number
    @Option(help: "Namespace identifier; 0xffffffff is all of them.") var nsid: Number?
    @Option(help: "Command dword 2.") var cdw2: Number?
    @Option(help: "Command dword 3.") var cdw3: Number?
    @Option(help: "Command dword 10.") var cdw10: Number?
    @Option(help: "Command dword 11.") var cdw11: Number?
    @Option(help: "Command dword 12.") var cdw12: Number?
    @Option(help: "Command dword 13.") var cdw13: Number?
    @Option(help: "Command dword 14.") var cdw14: Number?
    @Option(help: "Command dword 15.") var cdw15: Number?

    @Option(
        help: ArgumentHelp("Bytes of the data buffer. Default: the size of --input-file, or none.", valueName: "size"))
    var dataLength: Number?
    @Option(help: ArgumentHelp("Data for the device.", valueName: "file")) var inputFile: String?
    @Option(help: ArgumentHelp("Write the device's data to this file.", valueName: "file")) var outputFile: String?

    @Flag(help: "Data go to the device. Default: what the opcode's bits 1:0 say.") var write = false
    @Flag(help: "Data come from the device. Default: what the opcode's bits 1:0 say.") var read = false
    @Flag(
        help: "Send the command although it moves more bytes than the buffer has; the device reaches what lies behind.")
    var moveBeyondBuffer = false
    @Flag(help: "Print the 64 bytes and what they mean; send nothing.") var dryRun = false

    func validate() throws {
        if read, write { throw ValidationError("--read and --write exclude each other") }
        if outputFile != nil, write { throw ValidationError("--output-file needs data from the device, not --write") }
    }
}
