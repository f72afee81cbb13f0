/// The NVM command set: one row per command.
let nvmCommandTable: [NVMCommandRow] = []
