import Glibc
import PCIExpress
import Testing

/// QEMU's controller as a PCIe function: configuration space, registers, resets and disappearance.
@Suite(.needsQEMU, .serialized) struct QEMUFunctionTests {
    let function: QEMUFunction

    init() throws {
        function = try QEMUFunction()
    }

    @Test func identityIsQEMUsNVMeController() throws {
        let identity = try function.requireNVMe()
        #expect(identity.vendorID == 0x1B36)
        #expect(identity.deviceID == 0x0010)
    }

    @Test func bytesOfClassCodeCanBeReadOneByOne() throws {
        #expect(try (9..<12).map { try function.configuration8(at: $0) } == [2, 8, 1])
    }

    @Test func capabilityWalkFindsPCIExpressPowerManagementAndMSIX() throws {
        let found = Set(try function.capabilities().map(\.id))
        #expect(found.isSuperset(of: [.pciExpress, .powerManagement, .msix]))
    }

    @Test func extendedConfigurationSpaceCanBeRead() throws {
        #expect(throws: Never.self) { try function.extendedCapabilities() }
        #expect(throws: Never.self) { try function.configuration32(at: 0xFFC) }
    }

    @Test func capAndVersionRegistersAreRead() throws {
        let capabilities = try function.register64(at: 0)
        #expect(capabilities & 0xFFFF == 0x7FF)
        #expect(capabilities >> 37 & 1 == 1, "NVM command set")
        #expect(try function.register32(at: 8) == 0x0001_0400)
    }

    @Test func registerKeepsWhatIsWritten() throws {
        try function.setRegister64(0x1234_5678_9ABC_D000, at: 0x28)
        #expect(try function.register64(at: 0x28) == 0x1234_5678_9ABC_D000)
    }

    @Test func accessBeyondTheBARThrows() throws {
        let size = function.size(ofBAR: 0)
        #expect(throws: PCIeError.self) { try function.register32(at: size) }
        #expect(throws: PCIeError.self) { try function.doorbell(at: size) }
        #expect(throws: PCIeError.self) { try function.readRegister(bar: 7, at: 0, width: .dword) }
    }

    @Test func registersReadAsAllOnesWhileMemorySpaceIsDisabled() throws {
        let command = try function.configuration16(at: 4)
        try function.setConfiguration16(command & ~2, at: 4)
        #expect(try function.register32(at: 8) == .max)
        try function.setConfiguration16(command, at: 4)
        #expect(try function.register32(at: 8) == 0x0001_0400)
    }

    @Test func powerStateIsKept() throws {
        try function.setPowerState(.d3hot)
        #expect(try function.powerState() == .d3hot)
        try function.setPowerState(.d0)
        #expect(try function.powerState() == .d0)
    }

    @Test func linkIsUp() throws {
        let link = try function.linkStatus()
        #expect(link.generation >= 1 && link.width >= 1)
    }

    @Test func memoryOutsideOfTheArenaCannotBeMapped() throws {
        let page = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
        defer { page.deallocate() }
        #expect(throws: PCIeError.self) { try function.map(page, byteCount: 4096) }
    }

    @Test func manyThreadsReadTheRightRegisters() async throws {
        let function = function
        await withTaskGroup(of: Bool.self) { group in
            for offset in [0x00, 0x08] {
                group.addTask {
                    guard let expected = try? function.register32(at: offset) else { return false }
                    return (0..<200).allSatisfy { _ in (try? function.register32(at: offset)) == expected }
                }
            }
            for await sound in group { #expect(sound) }
        }
    }

    // MARK: Disappearance

    @Test func closeEndsTheProcess() throws {
        let process = try #require(function.processIdentifier)
        function.close()
        #expect(kill(process, 0) != 0)
    }

    @Test func closedFunctionSaysSo() throws {
        function.close()
        function.close()
        #expect(throws: PCIeError.closed(address: "qemu")) { try function.register32(at: 0) }
        #expect(!function.isPresent)
    }

    @Test func lastReferenceEndsTheProcess() throws {
        var second: QEMUFunction? = try QEMUFunction()
        let process = try #require(second?.processIdentifier)
        second = nil
        #expect(kill(process, 0) != 0)
    }

    @Test func removedFunctionReadsAsAllOnesAndIgnoresWrites() throws {
        function.remove()
        #expect(!function.isPresent)
        #expect(try function.configuration16(at: 0) == 0xFFFF)
        #expect(try function.register32(at: 0x1C) == .max)
        #expect(try function.register64(at: 0) == .max)
        #expect(throws: Never.self) { try function.setRegister32(1, at: 0x14) }
        #expect(throws: Never.self) { try function.doorbell(at: 0x1000).ring(1) }
        #expect(throws: Never.self) { try function.reset(.hot) }
    }

    @Test func killedProcessReadsAsAllOnes() throws {
        let process = try #require(function.processIdentifier)
        kill(process, SIGKILL)
        try wait("the process to end") { try function.register32(at: 8) == .max }
        #expect(!function.isPresent)
        #expect(try function.configuration32(at: 0) == .max)
    }

    @Test func removedFunctionIsNotFoundAsNVMe() throws {
        function.remove()
        #expect(throws: PCIeError.self) { try function.requireNVMe() }
    }
}
