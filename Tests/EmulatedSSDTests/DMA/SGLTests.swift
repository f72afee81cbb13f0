import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// SGLs through Write and Read (NVMe Base 2.0 §4.1.2).
@Suite struct SGLTests {
    let host: RawHost
    let queue: RawQueue
    let data: DMARegion
    let list: DMARegion

    init() throws {
        host = try RawHost()
        queue = try host.makeQueue(1)
        data = try host.buffer(8192)
        list = try host.buffer(8192)
    }

    private func descriptor(_ type: UInt64, _ address: UInt64, _ length: UInt64) -> (UInt64, UInt64) {
        (address, length | type << 60)
    }

    private func put(_ index: Int, _ descriptor: (UInt64, UInt64)) {
        list.store(descriptor.0, at: index * 16)
        list.store(descriptor.1, at: index * 16 + 8)
    }

    /// Reads (or writes) two blocks with this descriptor in the command.
    private func code(_ first: (UInt64, UInt64), _ opcode: NVMOpcode = .read) throws -> StatusCode {
        var command = SubmissionQueueEntry(opcode, nsid: 1)
        command.cdw0 |= 1 << 14
        command.cdw12 = 1
        (command.prp1, command.prp2) = first
        return try host.code(command, on: queue)
    }

    private var dataAddress: UInt64 { data.ioVirtualAddress }
    private var listAddress: UInt64 { list.ioVirtualAddress }

    @Test func dataBlockInTheCommandMovesEverything() throws {
        data.store(0x1122_3344 as UInt32, at: 1020)
        #expect(try code(descriptor(0, dataAddress, 1024), .write) == .success)
        #expect(try code(descriptor(0, dataAddress + 4096 + 3, 1024)) == .success)
        #expect(data.load(4096 + 3 + 1020, as: UInt32.self) == 0x1122_3344)
    }

    @Test func segmentsGatherPieces() throws {
        put(0, descriptor(0, dataAddress, 100))
        put(1, descriptor(2, listAddress + 4096, 32))
        list.store(dataAddress + 100, at: 4096)
        list.store(100 as UInt64, at: 4104)
        list.store(listAddress + 256, at: 4112)
        list.store(16 | 3 << 60 as UInt64, at: 4120)
        put(16, descriptor(0, dataAddress + 200, 824))
        #expect(try code(descriptor(2, listAddress, 32)) == .success)
    }

    @Test func bitBucketSwallowsBytesOfARead() throws {
        data.store(0x77 as UInt8, at: 600)
        #expect(try code(descriptor(0, dataAddress, 1024), .write) == .success)
        put(0, descriptor(1, 0, 512))
        put(1, descriptor(0, dataAddress + 4096, 512))
        #expect(try code(descriptor(3, listAddress, 32)) == .success)
        #expect(data.load(4096 + 88, as: UInt8.self) == 0x77)
    }

    @Test(arguments: [1023, 1025] as [UInt64])
    func lengthThatIsNotTheTransfersIsRefused(_ length: UInt64) throws {
        #expect(try code(descriptor(0, dataAddress, length)) == .dataSGLLengthInvalid)
    }

    @Test(arguments: [4, 5, 15] as [UInt64])
    func unknownDescriptorTypeIsRefused(_ type: UInt64) throws {
        #expect(try code(descriptor(type, dataAddress, 1024)) == .sglDescriptorTypeInvalid)
    }

    @Test(arguments: [0, 8, 24] as [UInt64])
    func segmentOfBrokenDescriptorsIsRefused(_ length: UInt64) throws {
        #expect(try code(descriptor(3, listAddress, length)) == .invalidSGLSegmentDescriptor)
    }

    @Test func lastSegmentLeadsNowhere() throws {
        put(0, descriptor(0, dataAddress, 512))
        put(1, descriptor(2, listAddress, 32))
        #expect(try code(descriptor(3, listAddress, 32)) == .invalidSGLSegmentDescriptor)
    }

    @Test func segmentInTheMiddleIsRefused() throws {
        put(0, descriptor(3, listAddress + 64, 16))
        put(1, descriptor(0, dataAddress, 1024))
        #expect(try code(descriptor(2, listAddress, 32)) == .invalidSGLDescriptorCount)
    }

    @Test func segmentsThatChaseEachOtherEnd() throws {
        put(0, descriptor(2, listAddress, 16))
        #expect(try code(descriptor(2, listAddress, 16)) == .invalidSGLDescriptorCount)
    }

    @Test func wildAddressesAreTransferErrors() throws {
        #expect(try code(descriptor(0, 0xDEAD_0000_0000, 1024)) == .dataTransferError)
        #expect(try code(descriptor(3, 0xDEAD_0000_0000, 32)) == .dataTransferError)
        #expect(try code(descriptor(3, UInt64.max - 15, 32)) == .dataTransferError)
    }

    @Test func reservedPSDTIsRefused() throws {
        var command = host.transfer(.read, lba: 0, blocks: 1, data)
        command.cdw0 |= 0xC000
        #expect(try host.code(command, on: queue) == .invalidField)
    }
}
