import NVMeSpec
import Testing

@Suite struct BitFieldTests {
    @Test(arguments: [0...0, 0...31, 3...7, 16...31, 31...31])
    func whatIsSetReadsBackAndNothingElseChanges(range: ClosedRange<Int>) {
        for background in [UInt32.zero, .max] {
            var word = background
            word.setBits(range, to: 0x5555_5555)
            #expect(word.bits(range) == UInt32(0x5555_5555).bits(0...range.count - 1))
            word.setBits(range, to: background)
            #expect(word == background)
        }
    }

    @Test func bitFieldTablesAreInOrderAndDoNotOverlap() {
        for register in RegisterDescription.table {
            var end = 0
            for field in register.fields {
                #expect(field.bits.lowerBound >= end, "\(register.name).\(field.shortName)")
                end = field.bits.upperBound + 1
            }
            #expect(end <= register.byteCount * 8, "\(register.name)")
        }
    }

    @Test func registersAreSortedAndDoNotOverlap() {
        var end = 0
        for register in RegisterDescription.table {
            #expect(register.offset >= end, "\(register.name)")
            end = register.offset + register.byteCount
        }
    }

    @Test func aRegisterIsFoundByNameInEitherCase() {
        #expect(RegisterDescription.named("csts")?.offset == 0x1C)
        #expect(RegisterDescription.named("nonsense") == nil)
    }

    @Test func propertiesAgreeWithTheTableOfTheirBits() throws {
        var feature = TemperatureThresholdFeature()
        feature.temperature = 0xFFFF
        feature.sensor = 0xF
        feature.hysteresis = 0b101
        let values = Dictionary(uniqueKeysWithValues: feature.namedBits.map { ($0.field.shortName, $0.value) })
        #expect(values == ["TMPTH": 0xFFFF, "TMPSEL": 0xF, "THSEL": 0, "TMPTHH": 0b101])
    }

    @Test func anOversizedValueIsCutToItsBits() {
        var dword = FirmwareCommitDword10()
        dword.slot = 0xFF
        #expect(dword.rawValue == 0b111)
    }

    @Test func typedBitsKeepTheirNames() {
        var dword = FirmwareCommitDword10()
        dword.action = .replaceAndActivateImmediately
        dword.bootPartitionID = true
        #expect(dword.rawValue == 0x8000_0018)
        #expect(
            dword.action.knownName == "Replace the image of the slot, if there is a downloaded one, and activate it now"
        )
    }

    @Test func aFormatIndexAbove15UsesTheUpperBits() {
        var flbas = FormattedLBASize()
        flbas.formatIndex = 0x2A
        #expect(flbas.rawValue == 0b100_1010)
        var dword = FormatNVMDword10()
        dword.formatIndex = 0x2A
        #expect(dword.rawValue == 0x200A)
    }

    @Test func versionsReadAsPeopleWriteThem() {
        #expect(SpecificationVersion(major: 2, minor: 0).description == "2.0")
        #expect(SpecificationVersion(rawValue: 0x0001_0201).description == "1.2.1")
        #expect(SpecificationVersion(major: 1, minor: 4) < SpecificationVersion(major: 2, minor: 0))
    }

    @Test func asynchronousEventsHaveTheirDwords() {
        #expect(AsynchronousEvent.invalidDoorbellRegister.rawValue == 0x01_00_00)
        #expect(AsynchronousEvent.invalidDoorbellValue.rawValue == 0x01_01_00)
        #expect(AsynchronousEvent.sanitizeCompleted.rawValue == 0x81_01_06)
    }

    @Test func keyPathsReachFieldsAndBits() {
        var data = IdentifyNamespace()
        data.lbaFormats = [LBAFormat(dataSizeExponent: 9), LBAFormat(dataSizeExponent: 12)]
        #expect(data.lbaFormats.prefix(2).map(\.dataSize) == [9, 12])
        #expect([CreateQueueDword10(rawValue: 0x0007_0001)].map(\.queueSize) == [7])
    }
}
