import PCIExpress
import Synchronization
import Testing

@Suite struct DoorbellTests {
    final class Recorder: DoorbellSlowPath {
        let values = Mutex<[UInt32]>([])

        func ring(_ value: UInt32) throws(PCIeError) {
            guard value != .max else { throw .closed(address: "recorder") }
            values.withLock { $0.append(value) }
        }
    }

    @Test func mappedDoorbellStoresIntoItsCell() throws {
        let cell = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
        defer { cell.deallocate() }
        cell.pointee = 0
        try Doorbell(cell: UnsafeMutableRawPointer(cell), owner: nil).ring(17)
        #expect(cell.pointee == 17)
    }

    @Test(arguments: [0, 1] as [UInt32])
    func ringingLeavesTheSleeperAwake(sleeping: UInt32) throws {
        let words = UnsafeMutablePointer<UInt32>.allocate(capacity: 2)
        defer { words.deallocate() }
        words[0] = 0
        words[1] = sleeping
        try Doorbell(cell: UnsafeMutableRawPointer(words), sleeper: words + 1, owner: nil).ring(3)
        #expect(words[0] == 3)
        #expect(words[1] == 0)
    }

    @Test func slowPathGetsEveryValueInOrder() throws {
        let recorder = Recorder()
        let doorbell = Doorbell(slowPath: recorder)
        for value in [1, 2, 3] as [UInt32] { try doorbell.ring(value) }
        #expect(recorder.values.withLock { $0 } == [1, 2, 3])
    }

    @Test func slowPathMayFail() throws {
        #expect(throws: PCIeError.closed(address: "recorder")) { try Doorbell(slowPath: Recorder()).ring(.max) }
    }
}
