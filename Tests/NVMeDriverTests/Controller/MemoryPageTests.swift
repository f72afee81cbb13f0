import EmulatedSSD
import NVMe
import PCIExpress
import Testing

/// CC.MPS above the smallest (NVMe Base 2.0 §3.1.3.5): queues are aligned to it, PRPs count in it.
@Suite("Larger memory pages")
struct MemoryPageTests {
    @Test(arguments: 0...4 as ClosedRange<UInt8>)
    func controllerIsEnabledAndMovesData(memoryPageSize: UInt8) throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual&mdts=1M")
        let controller = Controller(ssd)
        // What the arena hands out next is aligned to no more than a page.
        let odd = try controller.makeBuffer(4096)
        try controller.initialise { controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            var configuration = ControllerConfiguration(rawValue: 0x0046_0000)
            configuration.memoryPageSize = memoryPageSize
            try controller.enable(configuration)
        }
        let namespace = try controller.namespace(1)
        for size in [512, 4096, 12_288, 65_536, 1 << 20] {
            let queue = try controller.makeQueuePair(depth: 4)
            for offset in [0, 4, 4092, 8188] {
                let source = try buffer(controller, size, offset)
                let target = try buffer(controller, size, offset)
                source[...] = BufferBytes((0..<source.count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ size) })
                try namespace.write(queue, source, lba: 0, count: size / 512).wait()
                try namespace.read(queue, target, lba: 0, count: size / 512).wait()
                #expect(target[offset..<offset + size] == source[offset..<offset + size])
            }
            try queue.delete()
        }
        withExtendedLifetime(odd) {}
    }

    private func buffer(_ controller: Controller, _ size: Int, _ offset: Int) throws -> Buffer {
        let buffer = try controller.makeBuffer(size + 8192)
        buffer.offset = offset
        buffer.size = size
        return buffer
    }

    /// CAP.CRMS bit 0 (CRWMS): CRTO.CRWMT says how long CSTS.RDY may take (NVMe Base 2.0 §3.1.3.21).
    @Test(arguments: [(true, 16, 8), (true, 0, 1), (false, 16, 1)])
    func readyTimeoutIsThatOfCRTO(hasReadyModes: Bool, units: UInt64, seconds: Int) throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000)
        device.set(RegisterOffset.cap, to: 1023 | 1 << 16 | 2 << 24 | 1 << 37 | (hasReadyModes ? 1 << 59 : 0))
        device.set(RegisterOffset.crto, to: units)
        device.neverGetReady()
        let error = #expect(throws: NVMeError.self) { try device.controller() }
        guard case .readyTimeout(true, let limit, _) = error else { throw try #require(error) }
        #expect(limit == .seconds(seconds))
    }
}
