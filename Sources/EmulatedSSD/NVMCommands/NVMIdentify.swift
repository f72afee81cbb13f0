import NVMeSpec

/// Identify Namespace (CNS 00h) of an NVM namespace (NVM Command Set 1.0 §4.1.5.1).
///
/// NUSE is counted, and thin provisioning is claimed for it, except on media that keep nothing.
///
/// - Parameters:
///   - formats: the LBA formats of the device, 1 to 64.
///   - maximumTransfer: bytes that one command may move (MDTS), which is also what is written atomically.
func identifyNVMNamespace(
    _ namespace: EmulatedNamespace, formats: [NamespaceFormat], maximumTransfer: Int
) -> IdentifyNamespace {
    let geometry = namespace.geometry
    let media = namespace.media
    let used = min(media.allocatedBytes >> UInt64(geometry.lbaShift), geometry.lbaCount)
    var data = IdentifyNamespace()
    data.namespaceSize = geometry.lbaCount
    data.namespaceCapacity = geometry.lbaCount
    data.namespaceUtilization = media.kind == .null ? geometry.lbaCount : used
    data.nvmCapacity = UInt128(geometry.lbaCount) << UInt128(geometry.lbaShift)
    data.features = NamespaceFeatures(
        \.atomicBoundaries, \.deallocatedBlockError, \.uniqueIdentifiersNotReused, \.optimalPerformance)
    data.features.thinProvisioning = media.kind == .sparse
    describeFormats(formats, geometry, in: &data)
    describeSizes(geometry, maximumTransfer, in: &data)
    var holes = DeallocateFeatures()
    holes.readBehavior = media.deallocatedValue == 0 ? 1 : media.deallocatedValue == 0xFF ? 2 : 0
    holes.writeZeroesDeallocates = media.deallocatedValue == 0
    data.deallocateFeatures = holes
    data.attributes.writeProtected = namespace.isWriteProtected
    data.globallyUniqueIdentifier = bigEndianBytes(namespace.nguid.high) + bigEndianBytes(namespace.nguid.low)
    data.extendedUniqueIdentifier = bigEndianBytes(namespace.eui64)
    return data
}

private func describeFormats(
    _ formats: [NamespaceFormat], _ geometry: NamespaceGeometry, in data: inout IdentifyNamespace
) {
    data.numberOfLBAFormats = UInt8(truncatingIfNeeded: max(1, min(formats.count, 64)) - 1)
    data.formattedLBASize.formatIndex = geometry.formatIndex
    data.lbaFormats = FieldArray(
        (0..<64).map { index in
            var entry = LBAFormat()
            guard index < formats.count else { return entry }
            entry.dataSize = UInt8(truncatingIfNeeded: formats[index].dataBytes.trailingZeroBitCount)
            entry.relativePerformance = formats[index].relativePerformance
            return entry
        })
}

/// Atomic, preferred and copy sizes, in blocks. A command is executed in one step, so that all it may move is atomic; a power
/// loss leaves whole blocks only.
private func describeSizes(_ geometry: NamespaceGeometry, _ maximumTransfer: Int, in data: inout IdentifyNamespace) {
    let transfer = zeroBasedBlocks(maximumTransfer, geometry.lbaByteCount)
    let page = zeroBasedBlocks(PageArena.pageSize, geometry.lbaByteCount)
    data.atomicWriteUnitNormal = transfer
    data.atomicWriteUnitPowerFail = 0
    data.atomicCompareAndWriteUnit = transfer
    data.preferredWriteGranularity = page
    data.preferredWriteAlignment = page
    data.preferredDeallocateGranularity = page
    data.preferredDeallocateAlignment = page
    data.optimalWriteSize = transfer
    data.maximumSingleSourceRangeLength = UInt16(truncatingIfNeeded: CopyLimits.singleRange)
    data.maximumCopyLength = UInt32(truncatingIfNeeded: CopyLimits.total)
    data.maximumSourceRangeCount = UInt8(truncatingIfNeeded: CopyLimits.rangeCount - 1)
}

/// The fields of Identify Controller (CNS 01h) that speak of the NVM command set (NVM Command Set 1.0 §4.1.5.2).
///
/// - Parameter formats: the atomic sizes hold for the largest block of these.
func describeNVMCommandSet(
    in data: inout IdentifyController, formats: [NamespaceFormat], maximumTransfer: Int
) {
    data.optionalNVMCommands = OptionalNVMCommands(
        \.compare, \.writeUncorrectable, \.datasetManagement, \.writeZeroes, \.saveAndSelectFeatures, \.timestamp,
        \.verify, \.copy)
    data.fusedOperations.compareAndWrite = true
    var cache = VolatileWriteCacheSupport()
    cache.present = true
    // Flush with NSID FFFFFFFFh flushes all namespaces.
    cache.flushBehavior = 0b11
    data.volatileWriteCache = cache
    let largest = formats.map(\.dataBytes).max() ?? 512
    data.atomicWriteUnitNormal = zeroBasedBlocks(maximumTransfer, largest)
    data.atomicWriteUnitPowerFail = 0
    data.atomicCompareAndWriteUnit = zeroBasedBlocks(maximumTransfer, largest)
    // Copy descriptor format 0h.
    data.copyDescriptorFormats = 1
}

/// Identify CNS 05h for CSI 00h: no storage tags and no protection information formats (NVM Command Set 1.0 §4.1.5.3).
func identifyNVMNamespaceSpecific() -> [UInt8] { [UInt8](repeating: 0, count: 4096) }

/// Identify CNS 06h for CSI 00h: VSL, WZSL, WUSL, DMRL, DMRSL and DMSL report no limits (NVM Command Set 1.0 §4.1.5.4).
func identifyNVMControllerSpecific() -> [UInt8] { [UInt8](repeating: 0, count: 4096) }

private func zeroBasedBlocks(_ byteCount: Int, _ blockByteCount: Int) -> UInt16 {
    UInt16(clamping: max(1, byteCount / max(1, blockByteCount)) - 1)
}

func bigEndianBytes(_ value: UInt64) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}
