import NVMe
import Testing

@Suite(.enabled(if: QEMUFunction.isInstalled, "QEMU is not installed: apt install qemu-system-x86"))
struct ZoneTests {
    /// Zoned Namespace Command Set 1.1 §3.4.2: ZRASF 5h asks for full zones, whose descriptors say Eh (§2.1.1.4).
    @Test func reportOfFullZonesListsTheZonesWhoseDescriptorsSayFull() throws {
        let function = try Device.open(try DeviceAddress("qemu:zoned"))
        defer { function.close() }
        let controller = Controller(function)
        try controller.initialise()
        let namespace = try controller.namespace(1)
        let queue = try controller.makeQueuePair(depth: 8)
        try namespace.zoneManagementSend(queue, lba: 0, action: .finish).wait()

        let report = try controller.makeBuffer(4096)
        try namespace.zoneManagementReceive(queue, report, extended: false, filter: .full).wait()

        #expect(ZoneReportHeader(bytes: report[0..<64].bytes).numberOfZones == 1)
        let descriptor = ZoneDescriptor(bytes: report[64..<128].bytes)
        #expect(descriptor.state.state == .full)
        #expect(descriptor.startLBA == 0)
        try controller.close()
    }
}
