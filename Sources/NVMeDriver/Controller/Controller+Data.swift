import NVMeSpec
import Synchronization

/// Common data, fetched at once: each call sends its command on a channel of its own, waits, and throws an error status.
extension Controller {
    /// Identify Controller (CNS 01h). Never cached.
    public func identifyController(fileID: String = #fileID, line: Int = #line) throws -> IdentifyController {
        let data = IdentifyController(bytes: try identifyData(.controller, fileID: fileID, line: line))
        let latency = data.rtd3EntryLatency
        let hasCache = data.volatileWriteCache.present
        integrity.formatAttributes = data.formatNVMAttributes
        state.withLock { state in
            state.shutdownMicroseconds = latency
            state.hasVolatileWriteCache = hasCache
        }
        return data
    }

    /// Identify Namespace of the NVM command set (CNS 00h); all zeros for an inactive namespace.
    public func identifyNamespace(_ id: UInt32, fileID: String = #fileID, line: Int = #line) throws -> IdentifyNamespace
    {
        IdentifyNamespace(bytes: try identifyData(.namespace, nsid: id, fileID: fileID, line: line))
    }

    /// Any Identify structure as it comes.
    public func identifyData(
        _ structure: IdentifyCNS, nsid: UInt32 = 0, controllerID: UInt16 = 0, commandSet: UInt8 = 0,
        specific: UInt16 = 0, fileID: String = #fileID, line: Int = #line
    ) throws -> [UInt8] {
        let buffer = try makeBuffer(4096, name: "identify")
        try makeAdminChannel().identify(
            buffer, structure, nsid: nsid, controllerID: controllerID, commandSet: commandSet, specific: specific
        ).wait(fileID: fileID, line: line)
        return buffer[...].bytes
    }

    /// Identifiers of the active namespaces, ascending (CNS 02h, asked for again until the list is complete).
    public func activeNamespaces(fileID: String = #fileID, line: Int = #line) throws -> [UInt32] {
        var active: [UInt32] = []
        while true {
            let page = NamespaceList(
                bytes: try identifyData(.activeNamespaceList, nsid: active.last ?? 0, fileID: fileID, line: line))
            // Ascending by the standard; anything else would make this loop endless.
            let new = page.entries.prefix { $0 != 0 }
            guard zip([active.last ?? 0] + new, new).allSatisfy(<) else {
                throw NVMeError.invalidDeviceData(
                    what: "active namespace list", value: UInt64(new.first ?? 0), limit: "ascending identifiers")
            }
            active += new
            if new.count < page.entries.count || (active.last ?? .max) >= 0xFFFF_FFFD { return active }
        }
    }

    /// A log page, or part of it, as it comes.
    public func logPage(
        _ page: LogPageIdentifier, size: Int, offset: UInt64 = 0, nsid: UInt32 = .max, fileID: String = #fileID,
        line: Int = #line
    ) throws -> [UInt8] {
        let buffer = try makeBuffer(size, name: "log page")
        try makeAdminChannel().getLogPage(page, buffer, offset: offset, nsid: nsid).wait(fileID: fileID, line: line)
        return buffer[...].bytes
    }

    /// SMART / Health Information (log page 02h).
    public func smartLog(nsid: UInt32 = .max, fileID: String = #fileID, line: Int = #line) throws -> SMARTLog {
        SMARTLog(bytes: try logPage(.smart, size: SMARTLog.byteCount, nsid: nsid, fileID: fileID, line: line))
    }

    /// Error Information (log page 01h), newest first, without unused entries.
    ///
    /// - Parameter count: entries to ask for; nil for all that the controller keeps (ELPE + 1).
    public func errorLog(_ count: Int? = nil, fileID: String = #fileID, line: Int = #line) throws
        -> [ErrorInformationEntry]
    {
        let kept = Int(try identifyController(fileID: fileID, line: line).errorLogPageEntries) + 1
        let size = ErrorInformationEntry.byteCount
        let bytes = try logPage(
            .errorInformation, size: min(max(count ?? kept, 1), kept) * size, fileID: fileID, line: line)
        return stride(from: 0, to: bytes.count, by: size)
            .map { ErrorInformationEntry(bytes: bytes[$0..<$0 + size]) }
            .filter { $0.errorCount != 0 }
    }

    /// Firmware Slot Information (log page 03h).
    public func firmwareSlotLog(fileID: String = #fileID, line: Int = #line) throws -> FirmwareSlotLog {
        FirmwareSlotLog(bytes: try logPage(.firmwareSlot, size: FirmwareSlotLog.byteCount, fileID: fileID, line: line))
    }

    /// Commands Supported and Effects (log page 05h).
    public func commandsSupported(fileID: String = #fileID, line: Int = #line) throws -> CommandsSupportedAndEffectsLog
    {
        CommandsSupportedAndEffectsLog(
            bytes: try logPage(
                .commandsSupportedAndEffects, size: CommandsSupportedAndEffectsLog.byteCount, fileID: fileID, line: line
            ))
    }

    /// Whether the controller says that it supports an admin command (log page 05h).
    public func supports(_ opcode: AdminOpcode, fileID: String = #fileID, line: Int = #line) throws -> Bool {
        try commandsSupported(fileID: fileID, line: line).admin.element(at: Int(opcode.rawValue))?.supported ?? false
    }

    /// Whether the controller says that it supports an I/O command (log page 05h).
    public func supports(_ opcode: NVMOpcode, fileID: String = #fileID, line: Int = #line) throws -> Bool {
        try commandsSupported(fileID: fileID, line: line).io.element(at: Int(opcode.rawValue))?.supported ?? false
    }

    /// Most bytes that one command may move: MDTS in units of CAP.MPSMIN; nil when there is no limit.
    public func maximumTransferSize(fileID: String = #fileID, line: Int = #line) throws -> Int? {
        let exponent = Int(try identifyController(fileID: fileID, line: line).maximumDataTransferSize)
        guard exponent > 0 else { return nil }
        let shift = 12 + Int(try capabilities.memoryPageSizeMinimum) + exponent
        return shift < 62 ? 1 << shift : nil
    }
}
