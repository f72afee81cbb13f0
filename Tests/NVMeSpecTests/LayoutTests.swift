import NVMeSpec
import Testing

/// What every structure must be, whatever it describes.
@Suite struct LayoutTests {
    @Test(arguments: LibnvmeStructure.all.map(\.name))
    func fieldsAreInOrderAndDoNotOverlap(structure name: String) throws {
        let structure = try #require(LibnvmeStructure.all.first { $0.name == name }).ours
        var end = 0
        for (name, field) in structure.fields {
            #expect(field.offset >= end, "\(structure).\(name)")
            end = field.offset + field.byteCount
        }
        #expect(end <= structure.byteCount, "\(structure) ends before its last field")
    }

    @Test(arguments: LibnvmeStructure.all.map(\.name))
    func everyStoredPropertyOfALayoutIsAField(structure name: String) throws {
        let structure = try #require(LibnvmeStructure.all.first { $0.name == name }).ours
        #expect(!structure.fields.isEmpty)
        #expect(structure.fields.allSatisfy { !$0.field.shortName.isEmpty && !$0.field.title.isEmpty })
        #expect(Set(structure.fields.map(\.field.shortName)).count == structure.fields.count)
    }

    @Test func structuresHaveTheSizesOfTheStandard() {
        #expect(SubmissionQueueEntry.byteCount == 64)
        #expect(MemoryLayout<SubmissionQueueEntry>.stride == 64)
        #expect(CompletionQueueEntry.byteCount == 16)
        #expect(MemoryLayout<CompletionQueueEntry>.stride == 16)
        #expect(MemoryLayout<SGLDescriptor>.stride == 16)
        #expect(MemoryLayout<PRPEntry>.stride == 8)
        #expect(IdentifyController.byteCount == 4096)
        #expect(SMARTLog.byteCount == 512)
        #expect(ErrorInformationEntry.byteCount == 64)
    }

    @Test func aNewStructureIsZeroAndComplete() {
        #expect(IdentifyController().bytes == [UInt8](repeating: 0, count: 4096))
    }

    @Test func aShortTransferReadsAsZeroBeyondItsEnd() {
        let log = SMARTLog(bytes: [0x04, 0x2C, 0x01])
        #expect(log.compositeTemperature == 300)
        #expect(log.powerCycles == 0)
        #expect(log.bytes.count == 512)
    }

    @Test func bytesCutShortByTheirUserStillReadAndWrite() {
        var log = SMARTLog()
        log.bytes = []
        #expect(log.powerCycles == 0)
        log.powerCycles = 7
        #expect(log.powerCycles == 7)
    }

    @Test func aLongTransferIsCutToTheStructure() {
        #expect(LBAFormat(bytes: [UInt8](repeating: 1, count: 100)).bytes.count == 4)
    }
}

@Suite struct FieldTests {
    @Test func integersAreLittleEndian() {
        var controller = IdentifyController()
        controller.pciVendorID = 0x1234
        #expect(Array(controller.bytes[0...1]) == [0x34, 0x12])
    }

    @Test func countersOf128BitsKeepEveryByte() {
        var log = SMARTLog()
        let value: UInt128 = 0x0F0E_0D0C_0B0A_0908_0706_0504_0302_0100
        log.dataUnitsRead = value
        #expect(Array(log.bytes[32..<48]) == (0..<16).map { UInt8($0) })
        #expect(log.dataUnitsRead == value)
    }

    @Test func textIsPaddedWithSpaces() {
        var controller = IdentifyController()
        controller.serialNumber = "SN1"
        #expect(Array(controller.bytes[4..<24]) == Array("SN1".utf8) + [UInt8](repeating: 0x20, count: 17))
        #expect(controller.serialNumber.description == "SN1")
    }

    @Test func textTooLongForItsFieldIsCut() {
        var controller = IdentifyController()
        controller.firmwareRevision = "123456789"
        #expect(controller.firmwareRevision.description == "12345678")
        #expect(controller.bytes[72] == 0)
    }

    @Test func textWithUnprintableBytesShowsQuestionMarks() {
        var controller = IdentifyController()
        controller.bytes.replaceSubrange(4..<7, with: [0x41, 0xFF, 0x42])
        #expect(controller.serialNumber.description == "A?B")
    }

    @Test func arraysOfStructuresAreReadInPlace() {
        var data = IdentifyNamespace()
        data.lbaFormats = [LBAFormat(dataSizeExponent: 9), LBAFormat(dataSizeExponent: 12, metadataSize: 8)]
        #expect(Array(data.bytes[128..<136]) == [0, 0, 9, 0, 8, 0, 12, 0])
        #expect(data.lbaFormats.count == 64)
        #expect(data.lbaFormats[1].bytesPerBlock == 4096)
    }

    @Test func anElementBeyondAnArrayIsNil() {
        #expect(IdentifyNamespace().lbaFormats.element(at: 64) == nil)
    }

    @Test(arguments: [UInt8(0), 8, 63, 255])
    func anUnusableBlockSizeIsNil(exponent: UInt8) {
        #expect(LBAFormat(dataSizeExponent: exponent).bytesPerBlock == nil)
    }

    @Test func anEmptyFirmwareSlotIsAllZero() {
        var log = FirmwareSlotLog()
        log.revisions = ["1.0", ""]
        #expect(Array(log.bytes[8..<24]) == Array("1.0     ".utf8) + [UInt8](repeating: 0, count: 8))
    }

    @Test func aTimestampTakesSixBytes() {
        var data = TimestampData()
        data.milliseconds = 0xFFFF_0102_0304_0506
        #expect(data.bytes == [6, 5, 4, 3, 2, 1, 0, 0])
        #expect(data.milliseconds == 0x0102_0304_0506)
    }

    @Test func aDecodedStructureNamesItsFields() throws {
        var data = IdentifyController()
        data.optionalAdminCommands.formatNVM = true
        let field = try #require(data.decodedFields.first { $0.field.shortName == "oacs" })
        #expect(field.name == "optionalAdminCommands")
        #expect(field.value.number == 2)
    }
}
