import EmulatedSSD
import NVMeSpec
import Testing

@testable import NVMeDriver

@Suite("Integrity inside a queue pair")
struct HookTests {
    @Test func readMismatchBecomesStatus0781() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.ssd.setFlaws([Flaw(.zeros)])
        let code = try rig.read(8)
        #expect(code.type == .vendorSpecific && code.code == 0x81)
    }

    @Test func thousandWritesToOneBlockAllComplete() throws {
        let rig = try Rig()
        let buffer = try rig.data(1, seed: 1)
        var completed = 0
        for _ in 0..<40 {
            for _ in 0..<25 {
                try rig.namespace.write(rig.queue, buffer, lba: 0) { _ in completed += 1 }
            }
            try rig.queue.wait(25)
        }
        #expect(completed == 1000)
        #expect(try rig.read(0) == .success)
    }

    @Test func readBehindAWriteToTheSameBlockSeesIt() throws {
        let rig = try Rig()
        let (old, new) = (try rig.data(1, seed: 1), try rig.data(1, seed: 2))
        let back = try rig.controller.makeBuffer(4096)
        try rig.namespace.write(rig.queue, old, lba: 0).write(rig, new).read(rig, back).wait(3)
        #expect(back[...].bytes == new[...].bytes)
    }

    @Test func resetWithWritesOutstandingLeavesOldOrNew() throws {
        let rig = try Rig()
        try rig.write(0, 8)
        try rig.namespace.write(rig.queue, try rig.data(8, seed: 2), lba: 0, count: 8)
        try rig.reset()
        #expect(try rig.read(0, 8) == .success)
    }

    @Test func adminCommandsAreNotTakenForIOCommands() throws {
        let rig = try Rig()
        try rig.write(8)
        // Set Features has the opcode of Dataset Management, and this value its deallocation bit.
        _ = try rig.controller.setFeatures(.numberOfQueues, 0xFFFE_FFFE, nsid: 1).completion()
        #expect(rig.table?.map[8].isWritten == true)
    }

    @Test func formatStartsAnew() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.namespace.format(dataSize: 512)
        #expect(rig.table?.layout.dataByteCount == 512)
        #expect(try rig.read(8) == .success)
        try rig.write(8, seed: 3)
        #expect(try rig.read(8) == .success)
    }

    @Test func withoutVerificationNothingIsStamped() throws {
        let rig = try Rig()
        rig.namespace.stopVerification()
        let buffer = try rig.data(1, seed: 1)
        let before = buffer[...].bytes
        try rig.namespace.write(rig.queue, buffer, lba: 8).wait()
        #expect(buffer[...].bytes == before)
    }
}

extension QueuePair {
    fileprivate func write(_ rig: Rig, _ buffer: Buffer) throws -> QueuePair {
        try rig.namespace.write(self, buffer, lba: 0)
    }

    fileprivate func read(_ rig: Rig, _ buffer: Buffer) throws -> QueuePair {
        try rig.namespace.read(self, buffer, lba: 0)
    }
}
