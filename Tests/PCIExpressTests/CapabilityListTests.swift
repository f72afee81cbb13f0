import PCIExpress
import Testing

@Suite struct CapabilityListTests {
    @Test func standardListIsReadInItsOrder() throws {
        let function = FakeFunction {
            $0.setCapabilityPointer(0x40)
            $0.set([0x01, 0x80], at: 0x40)
            $0.set([0x11, 0x60], at: 0x80)
            $0.set([0x10, 0x00], at: 0x60)
        }
        #expect(try function.capabilities().map(\.id) == [.powerManagement, .msix, .pciExpress])
        #expect(try function.capabilities().map(\.offset) == [0x40, 0x80, 0x60])
    }

    @Test func capabilityIsFoundByItsKind() throws {
        let function = FakeFunction {
            $0.setCapabilityPointer(0x40)
            $0.set([0x01, 0x80], at: 0x40)
            $0.set([0x10, 0x00], at: 0x80)
        }
        #expect(try function.offset(of: CapabilityID.pciExpress) == 0x80)
    }

    @Test func absentCapabilityIsNil() throws {
        let function = FakeFunction {
            $0.setCapabilityPointer(0x40)
            $0.set([0x01, 0x00], at: 0x40)
        }
        #expect(try function.offset(of: CapabilityID.msi) == nil)
    }

    @Test func pointerIsIgnoredWithoutCapabilitiesListBit() throws {
        let function = FakeFunction {
            $0.set([0x40], at: 0x34)
            $0.set([0x01, 0x00], at: 0x40)
        }
        #expect(try function.capabilities().isEmpty)
    }

    @Test func reservedBitsOfPointersAreIgnored() throws {
        let function = FakeFunction {
            $0.setCapabilityPointer(0x43)
            $0.set([0x01, 0x82], at: 0x40)
            $0.set([0x10, 0x01], at: 0x80)
        }
        #expect(try function.capabilities().map(\.offset) == [0x40, 0x80])
    }

    @Test func circularListThrows() throws {
        let function = FakeFunction {
            $0.setCapabilityPointer(0x40)
            $0.set([0x01, 0x80], at: 0x40)
            $0.set([0x10, 0x40], at: 0x80)
        }
        #expect(throws: PCIeError.self) { try function.capabilities() }
    }

    @Test func capabilityBeforeTheCircleIsStillFound() throws {
        let function = FakeFunction {
            $0.setCapabilityPointer(0x40)
            $0.set([0x01, 0x40], at: 0x40)
        }
        #expect(try function.offset(of: CapabilityID.powerManagement) == 0x40)
    }

    @Test(arguments: [0x04, 0x20, 0x3C] as [UInt8])
    func pointerIntoTheHeaderThrows(pointer: UInt8) throws {
        let function = FakeFunction { $0.setCapabilityPointer(pointer) }
        #expect(throws: PCIeError.self) { try function.capabilities() }
    }

    @Test func listThatVanishesHalfwayThrows() throws {
        let function = FakeFunction {
            $0.setCapabilityPointer(0x40)
            $0.set([0x01, 0x80], at: 0x40)
            $0.set([0xFF, 0xFF], at: 0x80)
        }
        #expect(throws: PCIeError.self) { try function.capabilities() }
    }

    @Test func vanishedFunctionHasNoCapabilities() throws {
        let function = FakeFunction { $0.set([UInt8](repeating: 0xFF, count: 4096), at: 0) }
        #expect(try function.capabilities().isEmpty)
        #expect(try function.extendedCapabilities().isEmpty)
    }

    @Test func extendedListIsReadInItsOrder() throws {
        let function = FakeFunction {
            $0.setExtended(0x0001, next: 0x300, at: 0x100)
            $0.setExtended(0x0003, next: 0x200, at: 0x300)
            $0.setExtended(0x0019, next: 0, at: 0x200)
        }
        #expect(
            try function.extendedCapabilities().map(\.id) == [
                .advancedErrorReporting, .deviceSerialNumber, .secondaryPCIExpress,
            ])
        #expect(try function.offset(of: ExtendedCapabilityID.deviceSerialNumber) == 0x300)
    }

    @Test func functionWithoutExtendedCapabilitiesHasNone() throws {
        #expect(try FakeFunction().extendedCapabilities().isEmpty)
    }

    @Test func circularExtendedListThrows() throws {
        let function = FakeFunction {
            $0.setExtended(0x0001, next: 0x200, at: 0x100)
            $0.setExtended(0x0003, next: 0x100, at: 0x200)
        }
        #expect(throws: PCIeError.self) { try function.extendedCapabilities() }
    }

    @Test func extendedPointerIntoTheFirst256BytesThrows() throws {
        let function = FakeFunction { $0.setExtended(0x0001, next: 0x40, at: 0x100) }
        #expect(throws: PCIeError.self) { try function.extendedCapabilities() }
    }

    /// Whatever bytes a function presents, the walk ends.
    @Test func walkEndsOnRandomBytes() throws {
        var generator = RepeatableGenerator(seed: 1)
        for _ in 0..<500 {
            let function = FakeFunction {
                $0.set((0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }, at: 0)
                $0.set([0x10], at: 0x06)
            }
            let standard = (try? function.capabilities()) ?? []
            let extended = (try? function.extendedCapabilities()) ?? []
            #expect(standard.count <= 48 && extended.count <= 960)
        }
    }
}
