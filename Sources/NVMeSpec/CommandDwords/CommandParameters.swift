/// A command dword, or two of them as one, whose bits have names.
public struct CommandParameter: Sendable {
    /// The first dword: 10 to 15.
    public let dword: Int
    /// What it says.
    public let value: any BitStructure
}

extension SubmissionQueueEntry {
    /// Dwords 10 to 15 as far as the standard names their bits for this opcode, lowest first; those of Set Features by the feature.
    ///
    /// - Parameter isAdmin: which command set the opcode belongs to.
    public func parameters(isAdmin: Bool) -> [CommandParameter] {
        var types = isAdmin ? CommandDwords.admin[adminOpcode] : CommandDwords.io[nvmOpcode]
        let feature = cdw10[as: SetFeaturesDword10.self].feature
        if isAdmin, adminOpcode == .setFeatures, let row = feature.dword { types?[row.number] = row.type }
        return (types ?? [:]).sorted { $0.key < $1.key }.map { number, type in
            CommandParameter(dword: number, value: type.init(dwords: dwords[number...]))
        }
    }
}

extension BitStructure {
    /// From one dword, or two.
    fileprivate init(dwords: ArraySlice<UInt32>) {
        self.init(
            littleEndianBytes: ArraySlice(
                dwords.prefix(RawValue.bitWidth / 32).flatMap { $0.littleEndianBytes(count: 4) }))
    }
}

/// Which type each command dword has.
enum CommandDwords {
    typealias Types = [Int: any BitStructure.Type]

    static let admin: [AdminOpcode: Types] = [
        .deleteIOSubmissionQueue: [10: DeleteQueueDword10.self],
        .createIOSubmissionQueue: [
            10: CreateQueueDword10.self, 11: CreateSubmissionQueueDword11.self, 12: CreateSubmissionQueueDword12.self,
        ],
        .getLogPage: [
            10: GetLogPageDword10.self, 11: GetLogPageDword11.self, 12: LogPageOffsetDwords.self,
            14: GetLogPageDword14.self,
        ],
        .deleteIOCompletionQueue: [10: DeleteQueueDword10.self],
        .createIOCompletionQueue: [10: CreateQueueDword10.self, 11: CreateCompletionQueueDword11.self],
        .identify: [10: IdentifyDword10.self, 11: IdentifyDword11.self, 14: UUIDIndexDword14.self],
        .abort: [10: AbortDword10.self],
        .setFeatures: [10: SetFeaturesDword10.self, 14: UUIDIndexDword14.self],
        .getFeatures: [10: GetFeaturesDword10.self, 14: UUIDIndexDword14.self],
        .namespaceManagement: [10: NamespaceManagementDword10.self, 11: NamespaceManagementDword11.self],
        .firmwareCommit: [10: FirmwareCommitDword10.self],
        .firmwareImageDownload: [10: NumberOfDwords.self, 11: FirmwareDownloadDword11.self],
        .deviceSelfTest: [10: DeviceSelfTestDword10.self],
        .namespaceAttachment: [10: NamespaceAttachmentDword10.self],
        .directiveSend: [10: NumberOfDwords.self, 11: DirectiveDword11.self],
        .directiveReceive: [10: NumberOfDwords.self, 11: DirectiveDword11.self],
        .virtualizationManagement: [
            10: VirtualizationManagementDword10.self, 11: VirtualizationManagementDword11.self,
        ],
        .nvmeMISend: [10: ManagementInterfaceDword10.self],
        .nvmeMIReceive: [10: ManagementInterfaceDword10.self],
        .lockdown: [10: LockdownDword10.self, 14: UUIDIndexDword14.self],
        .formatNVM: [10: FormatNVMDword10.self],
        .securitySend: [10: SecurityDword10.self, 11: SecurityDword11.self],
        .securityReceive: [10: SecurityDword10.self, 11: SecurityDword11.self],
        .sanitize: [10: SanitizeDword10.self, 11: SanitizeDword11.self],
        .getLBAStatus: [10: StartingLBADwords.self, 12: NumberOfDwords.self, 13: GetLBAStatusDword13.self],
    ]

    static let io: [NVMOpcode: Types] = [
        .read: readOrWrite, .write: readOrWrite, .compare: blocks, .verify: blocks, .writeZeroes: blocks,
        .writeUncorrectable: [10: StartingLBADwords.self, 12: ReadWriteDword12.self],
        .datasetManagement: [10: DatasetManagementDword10.self, 11: DatasetManagementAttributes.self],
        .copy: [10: StartingLBADwords.self, 12: CopyDword12.self, 15: ReadWriteDword15.self],
        .reservationRegister: [10: ReservationRegisterDword10.self],
        .reservationAcquire: [10: ReservationAcquireDword10.self],
        .reservationRelease: [10: ReservationReleaseDword10.self],
        .reservationReport: [10: NumberOfDwords.self, 11: ReservationReportDword11.self],
        .ioManagementReceive: [11: NumberOfDwords.self],
        .zoneManagementSend: [10: StartingLBADwords.self, 13: ZoneManagementSendDword13.self],
        .zoneManagementReceive: [
            10: StartingLBADwords.self, 12: NumberOfDwords.self, 13: ZoneManagementReceiveDword13.self,
        ],
    ]

    private static let blocks: Types = [
        10: StartingLBADwords.self, 12: ReadWriteDword12.self, 15: ReadWriteDword15.self,
    ]
    private static let readOrWrite: Types = blocks.merging([13: ReadWriteDword13.self]) { first, _ in first }
}
