import NVMe
import Testing

/// CC.CSS = 110b (NVMe Base 2.3 §3.5.1 step 8): the host asks for the combinations of command sets, and selects one.
@Suite("I/O command sets")
struct CommandSetTests {
    /// What the device is asked, in order, by name.
    private final class Record { var commands: [String] = [] }

    /// A controller of several command sets.
    ///
    /// - Parameters:
    ///   - combinations: vectors of Identify, CNS 1Ch.
    ///   - refused: indexes that the controller rejects.
    private func bringUp(_ combinations: [UInt64], refused: Set<UInt32> = [], css: UInt64 = 1 << 43) throws -> [String]
    {
        let record = Record()
        let device = try ScriptedDevice { command, id, device in
            if command.adminOpcode == .asynchronousEventRequest { return [] }
            var code = StatusCode.success
            switch (command.adminOpcode, UInt8(truncatingIfNeeded: command.cdw10)) {
            case (.identify, 0x01):
                record.commands.append("identify controller")
                device.data(at: command.prp1).storeBytes(of: 1, toByteOffset: 516, as: UInt32.self)
            case (.identify, 0x1C):
                record.commands.append("identify combinations of \(command.cdw10 >> 16)")
                for (index, vector) in combinations.enumerated() {
                    device.data(at: command.prp1).storeBytes(of: vector, toByteOffset: index * 8, as: UInt64.self)
                }
            case (.setFeatures, 0x19):
                record.commands.append("select \(command.cdw11)")
                if refused.contains(command.cdw11) { code = .ioCommandSetCombinationRejected }
            case (.setFeatures, 0x07): record.commands.append("number of queues")
            default: break
            }
            return [device.entry(command, id, code)]
        }
        device.set(RegisterOffset.cap, to: 1023 | 1 << 16 | 2 << 24 | 1 << 37 | css)
        try Controller(device).initialise()
        return record.commands
    }

    @Test func combinationOfTheMostSetsIsSelectedBeforeAnyQueue() throws {
        #expect(
            try bringUp([0b001, 0b101, 0b110]) == [
                "identify controller", "identify combinations of 65535", "select 1", "number of queues",
            ])
    }

    @Test func combinationThatIsRejectedGivesWayToTheNext() throws {
        #expect(
            try bringUp([0b001, 0b101, 0b110], refused: [1, 2]).filter { $0.hasPrefix("select") } == [
                "select 1", "select 2", "select 0",
            ])
    }

    @Test func controllerThatRejectsAllIsNotBroughtUp() throws {
        let error = #expect(throws: NVMeError.self) { try bringUp([0b001], refused: [0]) }
        guard case .status(let completion) = error else { throw try #require(error) }
        #expect(completion.code == .ioCommandSetCombinationRejected)
    }

    @Test func controllerThatNamesNoneIsNotBroughtUp() throws {
        let error = #expect(throws: NVMeError.self) { try bringUp([]) }
        guard case .invalidDeviceData = error else { throw try #require(error) }
    }

    @Test func controllerOfOneCommandSetIsNotAsked() throws {
        #expect(try bringUp([], css: 0) == ["identify controller", "number of queues"])
    }
}
