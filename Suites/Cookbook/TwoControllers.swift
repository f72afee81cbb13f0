import NVMeTesting
import Testing

/// Two devices in one test.
@Suite(.tags(.mandatory, .nvm, .destructive), .requires(.blockSize(512), .media, .randomWrites)) struct TwoControllers {
    /// Steps:
    /// 1. Open the device under test, and an embedded SSD beside it.
    /// 2. Write a block to each, with different contents.
    /// 3. Expect each to give back its own.
    @Test(.deviceUnderTest) func devicesKeepTheirOwnData() throws {
        let controllers = [try DeviceUnderTest.controller(), try DeviceUnderTest.controller(at: "emu")]
        for (index, controller) in controllers.enumerated() {
            let namespace = try controller.namespace(1)
            let qpair = try controller.makeQueuePair(depth: 4)
            let buffer = try controller.makeBuffer(512)
            buffer[0] = UInt8(index + 1)
            try namespace.write(qpair, buffer, lba: 0, count: 1).wait()
        }
        for (index, controller) in controllers.enumerated() {
            let qpair = try controller.makeQueuePair(depth: 4)
            let buffer = try controller.makeBuffer(512)
            try controller.namespace(1).read(qpair, buffer, lba: 0, count: 1).wait()
            #expect(buffer[0] == UInt8(index + 1))
        }
    }
}
