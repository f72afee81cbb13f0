import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// CC.EN: every order of initialisation, right and wrong.
@Suite struct EnablingTests {
    @Test func controllerWithAdminQueueBecomesReady() throws {
        let host = try RawHost()
        #expect(try host.status.ready)
    }

    @Test func clearingEnableClearsReady() throws {
        let host = try RawHost()
        try host.disable()
        #expect(try host.status.rawValue == 0)
    }

    @Test func identifyControllerNamesTheProfile() throws {
        let host = try RawHost(RawHost.profile { $0.serialNumber = "SERIAL42" })
        let buffer = try host.buffer()
        var command = SubmissionQueueEntry(.identify)
        command.cdw10 = 1
        command.prp1 = buffer.ioVirtualAddress
        #expect(try host.code(command) == .success)
        #expect(buffer.text(4..<24) == "SERIAL42            ")
    }

    @Test func adminQueuesKeepTheirAddressesOverADisable() throws {
        let host = try RawHost()
        let before = [try host.read64(RegisterOffset.asq), try host.read64(RegisterOffset.acq)]
        try host.disable()
        #expect([try host.read64(RegisterOffset.asq), try host.read64(RegisterOffset.acq)] == before)
    }

    @Test(
        arguments: [
            // CSS 001b and 111b, MPS 15, AMS 111b and 010b, IOSQES 7, IOCQES 5.
            0x0046_0011, 0x0046_0071, 0x0046_0781, 0x0046_3801, 0x0046_1001, 0x0047_0001, 0x0056_0001,
        ] as [UInt32])
    func unsupportedConfigurationIsFatal(_ configuration: UInt32) throws {
        let host = try RawHost(enable: false)
        try host.enable(configuration)
        #expect(try host.status.controllerFatal)
        #expect(try !host.status.ready)
    }

    /// Reference: NVMe Base 2.0 §3.1.3.5: CRIME is read-only and 0 where CAP.CRMS is not 11b, so that it cannot spoil enabling.
    @Test func readyIndependentOfMediaIsReadOnlyWhereItIsNotOffered() throws {
        let host = try RawHost(enable: false)
        try host.enable(RawHost.enabled | 1 << 24)
        #expect(try host.status.rawValue == 1)
        #expect(try host.read32(RegisterOffset.cc) == RawHost.enabled)
    }

    /// Reference: NVMe Base 2.0 §3.1.3.5: bits 31:25 and 3:1 of CC are reserved, read-only, 0.
    @Test(arguments: [0xFE00_0000, 0x0000_000E] as [UInt32])
    func reservedBitsOfConfigurationReadZero(_ bits: UInt32) throws {
        let host = try RawHost(enable: false)
        try host.enable(RawHost.enabled | bits)
        #expect(try host.status.rawValue == 1)
        #expect(try host.read32(RegisterOffset.cc) == RawHost.enabled)
    }

    @Test func fatalControllerRecoversByDisable() throws {
        let host = try RawHost(enable: false)
        try host.enable(0x0046_0011)
        try host.disable()
        try host.enable()
        #expect(try host.status.rawValue == 1)
    }

    @Test(arguments: [0, 0x1F, 0x1F_0000] as [UInt32])
    func queueOfOneEntryIsFatal(_ attributes: UInt32) throws {
        let host = try RawHost(enable: false)
        try host.programAdminQueue()
        try host.write32(RegisterOffset.aqa, attributes)
        try host.write32(RegisterOffset.cc, RawHost.enabled)
        #expect(try host.status.controllerFatal)
    }

    @Test(arguments: [RegisterOffset.asq, RegisterOffset.acq])
    func queueThatTheDeviceCannotReachIsFatal(_ register: Int) throws {
        let host = try RawHost(enable: false)
        try host.programAdminQueue()
        try host.write64(register, 0xDEAD_0000_0000)
        try host.write32(RegisterOffset.cc, RawHost.enabled)
        #expect(try host.status.controllerFatal)
    }

    @Test func queueUnalignedToTheSelectedPageIsFatal() throws {
        let host = try RawHost(enable: false)
        try host.programAdminQueue()
        let address = try host.read64(RegisterOffset.asq)
        let unaligned = address & 0x1FFF == 0 ? address + 4096 : address
        try host.write64(RegisterOffset.asq, unaligned)
        // MPS 1: pages of 8 KiB.
        try host.write32(RegisterOffset.cc, RawHost.enabled | 1 << 7)
        #expect(try host.status.controllerFatal)
    }

    @Test func queueAddressesDropTheirOffsetInAPage() throws {
        let host = try RawHost(enable: false)
        try host.write64(RegisterOffset.asq, 0x12345)
        #expect(try host.read64(RegisterOffset.asq) == 0x12000)
    }

    @Test func pageSizeCannotChangeWhileEnabled() throws {
        let host = try RawHost()
        try host.write32(RegisterOffset.cc, RawHost.enabled | 1 << 7)
        #expect(try host.read32(RegisterOffset.cc) == RawHost.enabled)
    }

    @Test(arguments: [RegisterOffset.cap, RegisterOffset.vs, RegisterOffset.crto, 0x38, 0xE00])
    func readOnlyRegisterIgnoresWrites(_ offset: Int) throws {
        let host = try RawHost(enable: false)
        let before = try host.read32(offset)
        try host.write32(offset, ~before)
        #expect(try host.read32(offset) == before)
    }

    @Test func sixtyFourBitRegisterTakesTwoHalves() throws {
        let host = try RawHost(enable: false)
        try host.write32(RegisterOffset.asq, 0x5000)
        try host.write32(RegisterOffset.asq + 4, 0x7)
        #expect(try host.read64(RegisterOffset.asq) == 0x7_0000_5000)
    }

    @Test func doorbellBeforeReadyIsForgotten() throws {
        let host = try RawHost(enable: false)
        try host.write32(RegisterOffset.submissionTail(queue: 0), 5)
        try host.enable()
        host.settle()
        #expect(try host.completion() == nil)
        #expect(try host.status.rawValue == 1)
    }

    @Test func unmappedMemoryUnderALiveQueueIsFatal() throws {
        let host = try RawHost(enable: false)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
        defer { memory.deallocate() }
        let address = try host.ssd.map(memory, byteCount: 4096)
        try host.programAdminQueue()
        try host.write64(RegisterOffset.asq, address)
        try host.write32(RegisterOffset.cc, RawHost.enabled)
        try host.ssd.unmap(ioVirtualAddress: address)
        try host.write32(RegisterOffset.submissionTail(queue: 0), 1)
        host.settle()
        #expect(try host.status.rawValue == 0b11)
    }
}
