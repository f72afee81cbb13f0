import NVMeSpec

/// The NVM command set: one row per command.
let nvmCommandTable: [NVMCommandRow] = [
    row(.flush, acceptsBroadcast: true, allowedDuringSanitize: true, executeFlush),
    row(.write, changesBlocks: true, executeWrite),
    row(.read, executeRead),
    row(.writeUncorrectable, changesBlocks: true, executeWriteUncorrectable),
    row(.compare, executeCompare),
    row(.writeZeroes, changesBlocks: true, executeWriteZeroes),
    row(.datasetManagement, changesBlocks: true, executeDatasetManagement),
    row(.verify, executeVerify),
    row(.copy, changesBlocks: true, executeCopy),
]

private func row(
    _ opcode: NVMOpcode, changesBlocks: Bool = false, acceptsBroadcast: Bool = false,
    allowedDuringSanitize: Bool = false, _ handler: @escaping NVMCommandRow.Handler
) -> NVMCommandRow {
    NVMCommandRow(
        opcode.rawValue, effects: changesBlocks ? [.supported, .changesLogicalBlocks] : [.supported],
        acceptsBroadcast: acceptsBroadcast, allowedDuringSanitize: allowedDuringSanitize, handler: handler)
}
