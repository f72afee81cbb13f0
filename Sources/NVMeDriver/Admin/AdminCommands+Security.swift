import NVMeSpec

extension AdminCommands {
    /// Security Send (NVMe Base 2.0 §5.26).
    ///
    /// - Parameter size: transfer length in bytes; nil for the whole buffer.
    @discardableResult
    public func securitySend(
        _ buffer: Buffer, protocolID: UInt8 = 1, specific: UInt16, nssf: UInt8 = 0, size: Int? = nil,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        let command = try securityCommand(.securitySend, buffer, protocolID, specific, nssf, size)
        return try send(command, buffer, completion: handler)
    }

    /// Security Receive (NVMe Base 2.0 §5.25).
    @discardableResult
    public func securityReceive(
        _ buffer: Buffer, protocolID: UInt8 = 1, specific: UInt16, nssf: UInt8 = 0, size: Int? = nil,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        let command = try securityCommand(.securityReceive, buffer, protocolID, specific, nssf, size)
        return try send(command, buffer, completion: handler)
    }

    private func securityCommand(
        _ opcode: AdminOpcode, _ buffer: Buffer, _ protocolID: UInt8, _ specific: UInt16, _ nssf: UInt8, _ size: Int?
    ) throws(NVMeError) -> SubmissionQueueEntry {
        let size = size ?? buffer.count
        try require("transfer length", size, in: 0...Int(UInt32.max))
        var command = SubmissionQueueEntry(opcode)
        command.cdw10[as: SecurityDword10.self].securityProtocol = protocolID
        command.cdw10[as: SecurityDword10.self].protocolSpecific = specific
        command.cdw10[as: SecurityDword10.self].nvmeSecuritySpecificField = nssf
        command.cdw11[as: SecurityDword11.self].transferLength = UInt32(size)
        return command
    }

    /// NVMe-MI Send (NVMe Base 2.0 §5.20): tunnels a management command.
    @discardableResult
    public func managementSend(
        opcode: UInt32, dword0: UInt32 = 0, dword1: UInt32 = 0, buffer: Buffer? = nil, messageType: UInt8 = 1,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        let command = managementCommand(.nvmeMISend, opcode, dword0, dword1, messageType)
        return try send(command, buffer, completion: handler)
    }

    /// NVMe-MI Receive (NVMe Base 2.0 §5.19): tunnels a management command.
    @discardableResult
    public func managementReceive(
        opcode: UInt32, dword0: UInt32 = 0, dword1: UInt32 = 0, buffer: Buffer? = nil, messageType: UInt8 = 1,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        let command = managementCommand(.nvmeMIReceive, opcode, dword0, dword1, messageType)
        return try send(command, buffer, completion: handler)
    }

    private func managementCommand(
        _ opcode: AdminOpcode, _ operation: UInt32, _ dword0: UInt32, _ dword1: UInt32, _ messageType: UInt8
    ) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode)
        // An NVMe Management Message.
        command.cdw10[as: ManagementInterfaceDword10.self].messageType = 4
        command.cdw10[as: ManagementInterfaceDword10.self].managementMessageType = messageType
        command.cdw11 = operation
        command.cdw12 = dword0
        command.cdw13 = dword1
        return command
    }
}
