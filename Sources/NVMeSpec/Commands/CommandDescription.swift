/// Commands and completions as one line of text each, for logs and test reports.
public enum CommandDescription {
    /// `"IDENTIFY (06) sqid:0 cid:95 nsid:1 cdw10:00000001 cdw11:00000000"`; dwords 12 to 15 follow where not zero.
    ///
    /// - Parameter isAdmin: which table names the opcode; queue 0 is the admin queue.
    public static func line(of entry: SubmissionQueueEntry, queueID: UInt16, isAdmin: Bool) -> String {
        let words = [
            "\(name(ofOpcode: entry.opcode, isAdmin: isAdmin).uppercased()) (\(hexadecimal(entry.opcode)))",
            "sqid:\(queueID)", "cid:\(entry.commandID)", "nsid:\(namespace(entry.nsid))",
        ]
        return (words + dwords(of: entry)).joined(separator: " ")
    }

    /// `"SUCCESS (00/00) sqid:0 cid:95 cdw0:0 sqhd:0142 p:1 m:0 dnr:0"`.
    ///
    /// - Parameter scope: whose meaning a status has that command sets share.
    public static func line(of entry: CompletionQueueEntry, scope: StatusCodeScope = .nvm) -> String {
        let status = entry.status
        return [
            "\(status.code.logName(in: scope)) (\(status.code.pair))",
            "sqid:\(entry.sqID)", "cid:\(entry.commandID)",
            "cdw0:\(String(entry.dw0, radix: 16))", "sqhd:\(hexadecimal(entry.sqHead))",
            "p:\(bit(entry.phase))", "m:\(bit(status.more))", "dnr:\(bit(status.doNotRetry))",
        ].joined(separator: " ")
    }

    /// The English name of an opcode in the admin or an I/O command set.
    public static func name(ofOpcode opcode: UInt8, isAdmin: Bool) -> String {
        isAdmin ? AdminOpcode(rawValue: opcode).name : NVMOpcode(rawValue: opcode).name
    }

    private static func namespace(_ nsid: UInt32) -> String { nsid == .max ? "all" : "\(nsid)" }

    private static func dwords(of entry: SubmissionQueueEntry) -> [String] {
        let values = [entry.cdw10, entry.cdw11, entry.cdw12, entry.cdw13, entry.cdw14, entry.cdw15]
        return zip(10..., values).compactMap { index, value in
            index < 12 || value != 0 ? "cdw\(index):\(hexadecimal(value))" : nil
        }
    }

    private static func bit(_ flag: Bool) -> Int { flag ? 1 : 0 }
}
