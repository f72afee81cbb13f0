import NVMeSpec

/// Identify Controller and what goes with it (NVMe Base 2.0 figure "Identify Controller Data Structure").
enum ControllerPage {
    static var vendorID: UInt16 { UInt16(FunctionConfiguration.vendorID) }
    static let controllerID: UInt16 = 1

    static func make(_ controller: EmulatedController) -> [UInt8] {
        var data = IdentifyController()
        describeIdentity(in: &data, controller)
        describeAdminCapabilities(in: &data, controller)
        describeIOCapabilities(in: &data, controller)
        data.powerStateDescriptors = FieldArray(PowerStates.descriptors)
        describeNVMCommandSet(
            in: &data, formats: controller.profile.formats, maximumTransfer: controller.maximumTransfer)
        data.volatileWriteCache.present = controller.profile.writeCache
        return data.bytes
    }

    private static func describeIdentity(in data: inout IdentifyController, _ controller: EmulatedController) {
        let profile = controller.profile
        data.pciVendorID = vendorID
        data.pciSubsystemVendorID = vendorID
        data.serialNumber = ASCIIText(profile.serialNumber)
        data.modelNumber = ASCIIText(profile.modelNumber)
        data.firmwareRevision = ASCIIText(controller.firmware.activeRevision)
        data.recommendedArbitrationBurst = 3
        // A locally administered one, least significant byte first.
        data.ieeeOUI = [0x00, 0x54, 0x52]
        data.maximumDataTransferSize = UInt8((profile.maximumTransfer >> 12).trailingZeroBitCount)
        data.controllerID = controllerID
        data.version = SpecificationVersion(rawValue: ControllerRegisters.version)
        data.rtd3ResumeLatency = 100_000
        data.rtd3EntryLatency = 100_000
        data.optionalAsynchronousEvents.firmwareActivationNotices = true
        data.controllerAttributes.hostIdentifier128Bit = true
        // I/O controller.
        data.controllerType = 1
        data.nvmSubsystemNQN = QualifiedName("nqn.2014-08.org.nvmexpress:swift-nvme:\(profile.serialNumber)")
    }

    private static func describeAdminCapabilities(in data: inout IdentifyController, _ controller: EmulatedController) {
        let profile = controller.profile
        data.optionalAdminCommands = OptionalAdminCommands(\.formatNVM, \.firmware, \.deviceSelfTest)
        data.abortCommandLimit = 3
        data.asynchronousEventRequestLimit = UInt8(profile.asynchronousEventRequests - 1)
        data.firmwareUpdates.slots = UInt8(profile.firmwareSlots)
        data.firmwareUpdates.activationWithoutReset = true
        data.logPageAttributes = LogPageAttributes(\.commandsSupportedAndEffects, \.extendedData)
        data.errorLogPageEntries = UInt8(ErrorLog.capacity - 1)
        data.numberOfPowerStates = UInt8(PowerStates.count - 1)
        data.warningCompositeTemperatureThreshold = 343
        data.criticalCompositeTemperatureThreshold = 353
        data.totalNVMCapacity = UInt128(controller.namespaces.reduce(0 as UInt64) { $0 &+ $1.byteCapacity })
        let minutes = max(1, profile.latency.extendedSelfTest / 60_000_000_000)
        data.extendedDeviceSelfTestTime = UInt16(min(minutes, 0xFFFF))
        // One self-test at a time for the subsystem.
        data.deviceSelfTestOptions = 1
        data.firmwareUpdateGranularity = UInt8(FirmwareImage.granularity / 4096)
        data.sanitizeCapabilities.cryptoErase = true
        data.sanitizeCapabilities.blockErase = true
        data.sanitizeCapabilities.overwrite = true
        // No-deallocate is not inhibited, and never modifies media.
        data.sanitizeCapabilities.noDeallocateModifiesMedia = 0b01
    }

    private static func describeIOCapabilities(in data: inout IdentifyController, _ controller: EmulatedController) {
        data.submissionQueueEntrySize = EmulatedController.only(EmulatedController.submissionEntryShift)
        data.completionQueueEntrySize = EmulatedController.only(EmulatedController.completionEntryShift)
        data.numberOfNamespaces = UInt32(controller.namespaces.count)
        // Format and erase are per namespace.
        data.formatNVMAttributes.cryptographicErase = true
        // No alignment.
        data.sglSupport.supported = 0b01
        data.sglSupport.bitBucket = true
    }

    /// Identify Controller of the NVM command set: size limits of Verify, Write Zeroes and DSM, all unlimited (0).
    static func commandSet(_ controller: EmulatedController) -> [UInt8] { identifyNVMControllerSpecific() }

    /// The one controller, when the list begins at or below it.
    static func controllerList(from request: Request) -> [UInt8] {
        var list = ControllerList()
        guard request.sqe.cdw10[as: IdentifyDword10.self].controllerID <= controllerID else { return list.bytes }
        list.count = 1
        list.entries = [controllerID]
        return list.bytes
    }
}

extension EmulatedController {
    /// One size of queue entries, which is the least and the most.
    fileprivate static func only(_ shift: UInt8) -> QueueEntrySizes {
        var sizes = QueueEntrySizes()
        sizes.minimum = shift
        sizes.maximum = shift
        return sizes
    }
}
