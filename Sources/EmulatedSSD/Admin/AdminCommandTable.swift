import NVMeSpec

/// The admin command set: one row per command.
let adminCommandTable: [AdminCommandRow] = [
    row(.deleteIOSubmissionQueue, QueueCommands.deleteSubmission),
    row(.createIOSubmissionQueue, QueueCommands.createSubmission),
    row(.getLogPage, usesNamespace: true, LogPageCommand.run),
    row(.deleteIOCompletionQueue, QueueCommands.deleteCompletion),
    row(.createIOCompletionQueue, QueueCommands.createCompletion),
    row(.identify, usesNamespace: true, IdentifyCommand.run),
    row(.abort, AbortCommand.run),
    row(
        .setFeatures, effects: [.supported, .changesControllerCapabilities], usesNamespace: true, FeatureCommands.set),
    row(.getFeatures, usesNamespace: true, FeatureCommands.get),
    row(.asynchronousEventRequest, AsynchronousEventCommand.run),
    row(.firmwareCommit, duringSanitize: false, FirmwareCommands.commit),
    row(.firmwareImageDownload, duringSanitize: false, FirmwareCommands.download),
    row(.deviceSelfTest, duringSanitize: false, usesNamespace: true, SelfTestCommand.run),
    row(
        .formatNVM, effects: [.supported, .changesLogicalBlocks, .changesNamespaceCapabilities, .exclusive],
        duringSanitize: false, usesNamespace: true, FormatCommand.run),
    row(.sanitize, effects: [.supported, .changesLogicalBlocks, .exclusive], SanitizeCommand.run),
]

private func row(
    _ opcode: AdminOpcode, effects: CommandEffects = [.supported], duringSanitize: Bool = true,
    usesNamespace: Bool = false, _ handler: @escaping AdminCommandRow.Handler
) -> AdminCommandRow {
    AdminCommandRow(
        opcode.rawValue, effects: effects, allowedDuringSanitize: duringSanitize,
        usesNamespaceIdentifier: usesNamespace,
        handler: handler)
}
