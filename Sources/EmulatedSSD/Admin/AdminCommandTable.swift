import NVMeSpec

/// The admin command set: one row per command.
let adminCommandTable: [AdminCommandRow] = [
    row(.deleteIOSubmissionQueue, QueueCommands.deleteSubmission),
    row(.createIOSubmissionQueue, QueueCommands.createSubmission),
    row(.getLogPage, LogPageCommand.run),
    row(.deleteIOCompletionQueue, QueueCommands.deleteCompletion),
    row(.createIOCompletionQueue, QueueCommands.createCompletion),
    row(.identify, IdentifyCommand.run),
    row(.abort, AbortCommand.run),
    row(.setFeatures, effects: [.supported, .changesControllerCapabilities], FeatureCommands.set),
    row(.getFeatures, FeatureCommands.get),
    row(.asynchronousEventRequest, AsynchronousEventCommand.run),
    row(.firmwareCommit, duringSanitize: false, FirmwareCommands.commit),
    row(.firmwareImageDownload, duringSanitize: false, FirmwareCommands.download),
    row(.deviceSelfTest, duringSanitize: false, SelfTestCommand.run),
    row(
        .formatNVM, effects: [.supported, .changesLogicalBlocks, .changesNamespaceCapabilities, .exclusive],
        duringSanitize: false, FormatCommand.run),
    row(.sanitize, effects: [.supported, .changesLogicalBlocks, .exclusive], SanitizeCommand.run),
]

private func row(
    _ opcode: AdminOpcode, effects: CommandEffects = [.supported], duringSanitize: Bool = true,
    _ handler: @escaping AdminCommandRow.Handler
) -> AdminCommandRow {
    AdminCommandRow(opcode.rawValue, effects: effects, allowedDuringSanitize: duringSanitize, handler: handler)
}
