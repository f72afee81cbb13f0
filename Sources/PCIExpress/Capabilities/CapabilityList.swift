/// One entry of the capability list.
public struct Capability: Sendable, Equatable {
    public var id: CapabilityID
    /// Offset of its header in configuration space, 0x40...0xFC.
    public var offset: Int
}

/// One entry of the extended capability list.
public struct ExtendedCapability: Sendable, Equatable {
    public var id: ExtendedCapabilityID
    public var version: UInt8
    /// Offset of its header in configuration space, 0x100...0xFFC.
    public var offset: Int
}

extension FunctionAccess {
    /// Every capability, in the order of the list (PCIe Base 5.0 §7.5.1.1.11).
    ///
    /// - Throws: `transport` when the list leaves its area or runs in a circle.
    public func capabilities() throws(PCIeError) -> [Capability] {
        var found: [Capability] = []
        try walkCapabilities { capability in
            found.append(capability)
            return true
        }
        return found
    }

    /// Offset of the first capability of a kind; nil when there is none.
    public func offset(of id: CapabilityID) throws(PCIeError) -> Int? {
        var offset: Int?
        try walkCapabilities { capability in
            guard capability.id == id else { return true }
            offset = capability.offset
            return false
        }
        return offset
    }

    /// Every extended capability, in the order of the list (PCIe Base 5.0 §7.6).
    ///
    /// - Throws: `transport` when the list leaves its area or runs in a circle.
    public func extendedCapabilities() throws(PCIeError) -> [ExtendedCapability] {
        var found: [ExtendedCapability] = []
        try walkExtendedCapabilities { capability in
            found.append(capability)
            return true
        }
        return found
    }

    /// Offset of the first extended capability of a kind; nil when there is none.
    public func offset(of id: ExtendedCapabilityID) throws(PCIeError) -> Int? {
        var offset: Int?
        try walkExtendedCapabilities { capability in
            guard capability.id == id else { return true }
            offset = capability.offset
            return false
        }
        return offset
    }

    /// Calls `visit` for each capability until it returns false.
    private func walkCapabilities(_ visit: (Capability) -> Bool) throws(PCIeError) {
        let status = try configuration16(at: 0x06)
        // Without this bit there is no list; a vanished function reads as all ones.
        guard status & 1 << 4 != 0, status != 0xFFFF else { return }
        var visited: Set<Int> = []
        var offset = Int(try configuration8(at: 0x34)) & ~3
        while offset != 0 {
            guard offset >= 0x40 else { throw brokenList("points to 0x\(String(offset, radix: 16))") }
            guard visited.insert(offset).inserted else { throw brokenList("runs in a circle") }
            let header = try configuration16(at: offset)
            guard header != 0xFFFF else { throw brokenList("reads as all ones") }
            let id = CapabilityID(rawValue: UInt8(truncatingIfNeeded: header))
            guard visit(Capability(id: id, offset: offset)) else { return }
            offset = Int(header >> 8) & ~3
        }
    }

    private func walkExtendedCapabilities(_ visit: (ExtendedCapability) -> Bool) throws(PCIeError) {
        var visited: Set<Int> = []
        var offset = 0x100
        while offset != 0 {
            guard offset >= 0x100 else { throw brokenList("points to 0x\(String(offset, radix: 16))") }
            guard visited.insert(offset).inserted else { throw brokenList("runs in a circle") }
            let header = try configuration32(at: offset)
            // A function without extended capabilities has zeros here; one without extended space, all ones.
            if offset == 0x100, header == 0 || header == .max { return }
            guard header != .max else { throw brokenList("reads as all ones") }
            let capability = ExtendedCapability(
                id: ExtendedCapabilityID(rawValue: UInt16(truncatingIfNeeded: header)),
                version: UInt8(header >> 16 & 0xF), offset: offset)
            guard visit(capability) else { return }
            offset = Int(header >> 20) & ~3
        }
    }

    private func brokenList(_ problem: String) -> PCIeError {
        .transport(address: address, problem: "its list of capabilities \(problem)")
    }
}
