import NVMe
import NVMeTesting
import Testing

@Suite struct TestScaleTests {
    @Test(arguments: [("1", 1.0), ("0.001", 0.001), (".5", 0.5), ("1e-3", 0.001)])
    func numberAboveZeroUpToOneIsRead(text: String, factor: Double) throws {
        #expect(try TestScale(text).factor == factor)
    }

    @Test(arguments: ["0", "-1", "1.01", "2", "nan", "inf", "half", "0.1x", " "])
    func whatIsNoScaleIsRefusedWithItsLimit(text: String) throws {
        let error = try #require(throws: TestScaleError.self) { try TestScale(text) }
        #expect("\(error)".contains("'\(text)'"))
        #expect("\(error)".contains("above 0 and at most 1"))
    }

    @Test(arguments: [("emu", 0.001), ("qemu", 0.001), ("0000:01:00.0", 1.0)])
    func deviceInSoftwareGetsATasteAndHardwareAll(address: String, factor: Double) throws {
        #expect(try TestScale.chosen(nil, for: DeviceAddress(address)).factor == factor)
        #expect(try TestScale.chosen("", for: DeviceAddress(address)).factor == factor)
    }

    @Test(arguments: ["emu", "0000:01:00.0"]) func scaleOfTheEnvironmentIsThatOfEveryDevice(address: String) throws {
        #expect(try TestScale.chosen("0.25", for: DeviceAddress(address)).factor == 0.25)
        #expect(throws: TestScaleError.self) { try TestScale.chosen("2", for: DeviceAddress(address)) }
    }

    @Test func countsAndTimesShrinkToTheirLeast() throws {
        let scale = try TestScale(0.001)
        #expect(scale.count(20_000) == 20)
        #expect(scale.count(1000, atLeast: 10) == 10)
        #expect(scale.count(5, atLeast: 10) == 5)
        #expect(scale.time(.seconds(60)) == .milliseconds(60))
        #expect(scale.time(.seconds(1)) == .milliseconds(10))
    }

    @Test func fullScaleChangesNothing() {
        #expect(TestScale.full.count(.max) == .max)
        #expect(TestScale.full.count(1000, atLeast: 10) == 1000)
        #expect(TestScale.full.time(.seconds(600)) == .seconds(600))
    }

    @Test(.deviceUnderTest("emu:small?capacity=64M&lba=4096")) func regionIsWholeMebibytesInsideTheNamespace() throws {
        let namespace = try DeviceUnderTest.controller().namespace(1)
        #expect(try TestScale(0.001).region(of: namespace, bytes: 10_000_000_000) == 0..<9 * 256)
        #expect(try TestScale(0.001).region(of: namespace, bytes: 1) == 0..<4 * 256)
        #expect(TestScale.full.region(of: namespace, bytes: .max) == 0..<namespace.blockCount)
    }
}
