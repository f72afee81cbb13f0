import EmulatedSSD
import NVMeSpec
import Testing

@testable import NVMeDriver

/// Sizes of Firmware Image Download that no command can say.
@Suite struct FirmwareDownloadTests {
    @Test(arguments: [1, 2, 3, 4, 4096], [Int.min, -4, 0, 1, 8192, Int.max])
    func sizeThatDoesNotFitTheBufferIsRefused(byteCount: Int, size: Int) throws {
        let controller = Controller(try EmulatedSSD(address: "emu:small?clock=virtual"))
        try controller.initialise()
        let buffer = try controller.makeBuffer(byteCount)
        #expect(throws: NVMeError.self) { try controller.firmwareDownload(buffer, offset: 0, size: size) }
    }

    @Test(arguments: [1, 2, 3]) func bufferBelowADwordIsRefused(byteCount: Int) throws {
        let controller = Controller(try EmulatedSSD(address: "emu:small?clock=virtual"))
        try controller.initialise()
        let buffer = try controller.makeBuffer(byteCount)
        #expect(throws: NVMeError.self) { try controller.firmwareDownload(buffer, offset: 0, size: 4) }
        #expect(throws: NVMeError.self) { try controller.firmwareDownload(buffer, offset: 0) }
    }
}
