import NVMeSpec
import Testing

@Suite struct NamespaceIdentificationTests {
    private let nguid = (1...16).map { UInt8($0) }

    @Test func aListReadsBackAsItWasWritten() {
        let descriptors: [NamespaceIdentificationDescriptor] = [.nguid(nguid), .uuid(nguid), .commandSet(.nvm)]
        let list = NamespaceIdentificationDescriptor.encode(descriptors)
        #expect(list.count == 4096)
        #expect(NamespaceIdentificationDescriptor.list(in: list) == descriptors)
    }

    @Test func aDescriptorBeyondTheEndOfTheDataIsDropped() {
        let list = NamespaceIdentificationDescriptor.encode([.commandSet(.zoned), .nguid(nguid)])
        #expect(NamespaceIdentificationDescriptor.list(in: list.prefix(20)) == [.commandSet(.zoned)])
    }

    @Test func aLengthOfZeroEndsTheList() {
        let list = NamespaceIdentificationDescriptor.encode([.commandSet(.nvm)])
        #expect(NamespaceIdentificationDescriptor.list(in: list).count == 1)
    }

    @Test func anEmptyTransferIsAnEmptyList() {
        #expect(NamespaceIdentificationDescriptor.list(in: [UInt8]()).isEmpty)
    }

    @Test func descriptorsThatDoNotFitAreLeftOut() {
        let long = NamespaceIdentificationDescriptor(.nguid, [UInt8](repeating: 1, count: 255))
        let list = NamespaceIdentificationDescriptor.encode(Array(repeating: long, count: 20))
        #expect(NamespaceIdentificationDescriptor.list(in: list).count == 4096 / 259)
    }
}

@Suite struct IdentifierListTests {
    @Test func namespaceIdentifiersEndAtTheFirstZero() {
        #expect(NamespaceList([1, 2, 9]).identifiers == [1, 2, 9])
    }

    @Test func aFullNamespaceListHas1024Identifiers() {
        #expect(NamespaceList(1...5000).identifiers.count == 1024)
    }

    @Test func aControllerListThatClaimsTooManyIsBounded() {
        var list = ControllerList([3, 4])
        list.count = .max
        #expect(list.identifiers.count == 2047)
    }
}

@Suite struct DataPointerTests {
    @Test func anSGLDescriptorLiesInTheCommandAsTheStandardDrawsIt() {
        var entry = SubmissionQueueEntry()
        entry.sgl1 = SGLDescriptor(.lastSegment, address: 0x1000, length: 32)
        #expect(entry.prp1 == 0x1000)
        #expect(entry.prp2 == 0x3000_0000_0000_0020)
        #expect(entry.sgl1.type == .lastSegment)
    }

    @Test func aKeyedDescriptorHasAShorterLengthAndAKey() {
        let descriptor = SGLDescriptor(
            keyedAddress: 0x2000, length: 0x123456, key: 0xDEAD_BEEF, subtype: .invalidateKey)
        #expect(descriptor.length == 0x123456)
        #expect(descriptor.key == 0xDEAD_BEEF)
        #expect(descriptor.type == .keyedDataBlock)
        #expect(descriptor.subtype == .invalidateKey)
    }

    @Test func reservedBytesOfADescriptorAreSeen() {
        #expect(SGLDescriptor(.dataBlock, address: 0, length: .max).reservedBytesAreZero)
        #expect(!SGLDescriptor(lower: 0, upper: 1 << 40).reservedBytesAreZero)
    }

    @Test func aPRPEntrySplitsIntoPageAndOffset() {
        let entry = PRPEntry(rawValue: 0x1_2345)
        #expect(entry.page(pageSize: 4096) == 0x1_2000)
        #expect(entry.offset(pageSize: 4096) == 0x345)
        #expect(!entry.isDwordAligned)
    }
}
