import NVMeSpec

extension AdminCommands {
    /// Identify (NVMe Base 2.0 §5.17) into a buffer of at least 4096 bytes.
    ///
    /// - Parameters:
    ///   - nsid: namespace the structure is about, where it is about one.
    ///   - controllerID: CNTID; used by some structures.
    ///   - commandSet: CSI, I/O command set identifier; used by some structures.
    ///   - specific: CNS specific identifier (NVM set, endurance group ...).
    @discardableResult
    public func identify(
        _ buffer: Buffer, _ structure: IdentifyCNS = .controller, nsid: UInt32 = 0, controllerID: UInt16 = 0,
        commandSet: UInt8 = 0, specific: UInt16 = 0, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        guard buffer.count >= 4096 else {
            throw .invalidArgument(
                name: "identify buffer", value: "\(buffer.count)", limit: "4096 bytes or more",
                fix: "makeBuffer(4096)")
        }
        var command = SubmissionQueueEntry(AdminOpcode.identify, nsid: nsid)
        command.cdw10[as: IdentifyDword10.self].cns = structure
        command.cdw10[as: IdentifyDword10.self].controllerID = controllerID
        command.cdw11[as: IdentifyDword11.self].commandSet = CommandSetIdentifier(rawValue: commandSet)
        command.cdw11[as: IdentifyDword11.self].cnsSpecificIdentifier = specific
        return try send(command, buffer, completion: handler)
    }
}
