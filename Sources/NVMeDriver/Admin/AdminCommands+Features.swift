import NVMeSpec

extension AdminCommands {
    /// Get Features (NVMe Base 2.0 §5.15); the value is the completion's dword 0, or in the buffer.
    ///
    /// - Parameter select: SEL: 0 current, 1 default, 2 saved, 3 supported capabilities; 0...7.
    @discardableResult
    public func getFeatures(
        _ feature: FeatureIdentifier, select: UInt8 = 0, nsid: UInt32 = 1, buffer: Buffer? = nil,
        cdw11: UInt32 = 0, cdw12: UInt32 = 0, cdw13: UInt32 = 0, cdw14: UInt32 = 0, cdw15: UInt32 = 0,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        try require("select", select, in: 0...7)
        var command = SubmissionQueueEntry(AdminOpcode.getFeatures, nsid: nsid)
        command.cdw10[as: GetFeaturesDword10.self].feature = feature
        command.cdw10[as: GetFeaturesDword10.self].select = FeatureSelect(rawValue: select)
        command.setParameters(cdw11, cdw12, cdw13, cdw14, cdw15)
        return try send(command, buffer, completion: handler)
    }

    /// Set Features (NVMe Base 2.0 §5.27).
    ///
    /// - Parameter save: SV: the value also survives power cycles and resets.
    @discardableResult
    public func setFeatures(
        _ feature: FeatureIdentifier, _ cdw11: UInt32 = 0, save: Bool = false, nsid: UInt32 = .max,
        buffer: Buffer? = nil, cdw12: UInt32 = 0, cdw13: UInt32 = 0, cdw14: UInt32 = 0, cdw15: UInt32 = 0,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        var command = SubmissionQueueEntry(AdminOpcode.setFeatures, nsid: nsid)
        command.cdw10[as: SetFeaturesDword10.self].feature = feature
        command.cdw10[as: SetFeaturesDword10.self].save = save
        command.setParameters(cdw11, cdw12, cdw13, cdw14, cdw15)
        return try send(command, buffer, completion: handler)
    }
}

extension SubmissionQueueEntry {
    fileprivate mutating func setParameters(
        _ cdw11: UInt32, _ cdw12: UInt32, _ cdw13: UInt32, _ cdw14: UInt32, _ cdw15: UInt32
    ) {
        self.cdw11 = cdw11
        self.cdw12 = cdw12
        self.cdw13 = cdw13
        self.cdw14 = cdw14
        self.cdw15 = cdw15
    }
}
