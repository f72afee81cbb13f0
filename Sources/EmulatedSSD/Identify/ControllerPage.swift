import NVMeSpec

/// Identify Controller and what goes with it (NVMe Base 2.0 figure "Identify Controller Data Structure").
enum ControllerPage {
    static var vendorID: UInt16 { UInt16(FunctionConfiguration.vendorID) }
    static let controllerID: UInt16 = 1

    static func make(_ controller: EmulatedController) -> [UInt8] {
        var page = ByteLayout(count: 4096)
        putIdentity(&page, controller)
        putAdminCapabilities(&page, controller)
        putIOCapabilities(&page, controller)
        PowerStates.put(into: &page, at: 2048)
        var data = IdentifyController(bytes: page.bytes)
        describeNVMCommandSet(
            in: &data, formats: controller.profile.formats, maximumTransfer: controller.maximumTransfer)
        data.volatileWriteCache.present = controller.profile.writeCache
        return data.bytes
    }

    private static func putIdentity(_ page: inout ByteLayout, _ controller: EmulatedController) {
        let profile = controller.profile
        page.put(vendorID, at: 0)
        page.put(vendorID, at: 2)
        page.put(text: profile.serialNumber, at: 4, bytes: 20)
        page.put(text: profile.modelNumber, at: 24, bytes: 40)
        page.put(text: controller.firmware.activeRevision, at: 64, bytes: 8)
        // RAB: 2^3 commands. IEEE OUI: a locally administered one, least significant byte first.
        page.put(UInt8(3), at: 72)
        page.put([0x00, 0x54, 0x52], at: 73)
        let pages = profile.maximumTransfer >> 12
        page.put(UInt8(pages.trailingZeroBitCount), at: 77)
        page.put(controllerID, at: 78)
        page.put(ControllerRegisters.version, at: 80)
        // RTD3R and RTD3E in microseconds.
        page.put(UInt32(100_000), at: 84)
        page.put(UInt32(100_000), at: 88)
        // OAES: Firmware Activation Notices (bit 9).
        page.put(UInt32(1 << 9), at: 92)
        // CTRATT: host identifiers of 128 bits (HIDS, 0).
        page.put(UInt32(1), at: 96)
        // CNTRLTYPE: I/O controller.
        page.put(UInt8(1), at: 111)
        let name = Array("nqn.2014-08.org.nvmexpress:swift-nvme:\(profile.serialNumber)".utf8.prefix(223))
        page.put(name, at: 768)
    }

    private static func putAdminCapabilities(_ page: inout ByteLayout, _ controller: EmulatedController) {
        let profile = controller.profile
        // OACS: Format NVM (1), Firmware (2), Device Self-test (4).
        page.put(UInt16(1 << 1 | 1 << 2 | 1 << 4), at: 256)
        // ACL and AERL, 0's based.
        page.put(UInt8(3), at: 258)
        page.put(UInt8(profile.asynchronousEventRequests - 1), at: 259)
        // FRMW: slots (3:1), activation without reset (4).
        page.put(UInt8(profile.firmwareSlots << 1 | 1 << 4), at: 260)
        // LPA: Commands Supported and Effects (1), extended data (2).
        page.put(UInt8(1 << 1 | 1 << 2), at: 261)
        page.put(UInt8(ErrorLog.capacity - 1), at: 262)
        page.put(UInt8(PowerStates.count - 1), at: 263)
        // WCTEMP and CCTEMP in Kelvin.
        page.put(UInt16(343), at: 266)
        page.put(UInt16(353), at: 268)
        let capacity = controller.namespaces.reduce(0 as UInt64) { $0 &+ $1.byteCapacity }
        page.put(capacity, at: 280)
        // EDSTT in minutes; DSTO: one self-test at a time for the subsystem.
        let minutes = max(1, profile.latency.extendedSelfTest / 60_000_000_000)
        page.put(UInt16(min(minutes, 0xFFFF)), at: 316)
        page.put(UInt8(1), at: 318)
        // FWUG in units of 4 KiB.
        page.put(UInt8(FirmwareImage.granularity / 4096), at: 319)
        // SANICAP: crypto erase, block erase, overwrite; no-deallocate is not inhibited, and never modifies media (NODMMAS 01b).
        page.put(UInt32(0b111 | 0b01 << 30), at: 328)
    }

    private static func putIOCapabilities(_ page: inout ByteLayout, _ controller: EmulatedController) {
        page.put(UInt8(0x66), at: 512)
        page.put(UInt8(0x44), at: 513)
        page.put(UInt32(controller.namespaces.count), at: 516)
        // FNA: cryptographic erase (2); format and erase are per namespace.
        page.put(UInt8(1 << 2), at: 524)
        // SGLS: no alignment (1:0), bit bucket (16).
        page.put(UInt32(0b01 | 1 << 16), at: 536)
    }

    /// Identify Controller of the NVM command set: size limits of Verify, Write Zeroes and DSM, all unlimited (0).
    static func commandSet(_ controller: EmulatedController) -> [UInt8] { identifyNVMControllerSpecific() }

    /// The one controller, when the list begins at or below it.
    static func controllerList(from request: Request) -> [UInt8] {
        var page = ByteLayout(count: 4096)
        guard request.sqe.cdw10 >> 16 <= UInt32(controllerID) else { return page.bytes }
        page.put(UInt16(1), at: 0)
        page.put(controllerID, at: 2)
        return page.bytes
    }
}
