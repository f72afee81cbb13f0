import NVMeTesting
import Testing

/// The first test to read: one block written, read back, and compared.
@Suite(.tags(.mandatory, .nvm, .destructive), .requires(.blockSize(512), .media, .randomWrites)) struct HelloWorld {
    /// Reference: NVM Command Set 1.0 §3.2.4 (Read), §3.2.6 (Write).
    ///
    /// Steps:
    /// 1. Open the device under test: a fresh controller, initialised.
    /// 2. Open namespace 1, and make a queue pair and two buffers that the device can reach.
    /// 3. Write one block; when its completion arrives, read the block into the other buffer.
    /// 4. Wait for both completions, then compare.
    @Test(.deviceUnderTest) func helloWorld() throws {
        let nvme0 = try DeviceUnderTest.controller()  // fresh, initialised; closed after the test
        let nvme0n1 = try nvme0.namespace(1)
        let qpair = try nvme0.makeQueuePair(depth: 16)
        let writeBuffer = try nvme0.makeBuffer(512), readBuffer = try nvme0.makeBuffer(512)
        writeBuffer[10..<21] = "hello world"
        try nvme0n1.write(qpair, writeBuffer, lba: 0, count: 1) { _ in
            try nvme0n1.read(qpair, readBuffer, lba: 0, count: 1)  // submitting inside a completion callback is normal
        }
        try qpair.wait(2)
        #expect(readBuffer[10..<21] == "hello world")
    }
}
