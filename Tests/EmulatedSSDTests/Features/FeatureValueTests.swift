import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// What the values of single features mean, and what becomes of them.
@Suite struct TimestampTests {
    private func timestamp(_ host: RawHost) throws -> (milliseconds: UInt64, origin: UInt8) {
        let data = try host.buffer()
        #expect(try host.code(host.featureCommand(.getFeatures, 0x0E, data: data.ioVirtualAddress)) == .success)
        return (data.load(0, as: UInt64.self) & 0xFFFF_FFFF_FFFF, data.load(6, as: UInt8.self) >> 1 & 0b111)
    }

    private func passSeconds(_ seconds: UInt64, _ host: RawHost) {
        let clock = host.ssd.function.controller.clock
        clock.advance(to: clock.now + seconds * 1_000_000_000)
    }

    /// Reference: NVMe Base 2.1 §5.1.25.1.7, figure 396: with origin 000b, the milliseconds since the last Controller Level Reset.
    @Test(arguments: [false, true])
    func timestampThatNobodySetCountsFromTheLastReset(_ isFunctionReset: Bool) throws {
        let host = try RawHost()
        passSeconds(7, host)
        #expect(try (7000...7001).contains(timestamp(host).milliseconds))
        if isFunctionReset { try host.ssd.reset(.functionLevel) } else { try host.disable() }
        try host.enable()
        #expect(try timestamp(host) == (0, 0b000))
    }

    /// Reference: as above; powered on, nothing has passed.
    @Test func timestampBeginsAtZeroWhenPowerComes() throws {
        let host = try RawHost()
        #expect(try timestamp(host) == (0, 0b000))
        passSeconds(7, host)
        try host.cyclePower()
        #expect(try timestamp(host) == (0, 0b000))
    }

    /// Reference: NVMe Base 2.1 §5.1.25.1.7: a controller that maintains the value across a reset preserves its origin as well.
    @Test func timestampOfTheHostSurvivesAControllerReset() throws {
        let host = try RawHost()
        let data = try host.buffer()
        data.store(1_700_000_000_000 as UInt64, at: 0)
        #expect(try host.code(host.featureCommand(.setFeatures, 0x0E, data: data.ioVirtualAddress)) == .success)
        try host.disable()
        try host.enable()
        let now = try timestamp(host)
        #expect(now.milliseconds >= 1_700_000_000_000)
        #expect(now.origin == 0b001)
    }
}

/// Temperature Threshold (NVMe Base 2.0 §5.27.1.3).
@Suite struct TemperatureThresholdTests {
    private static let (sensor1, allSensors, under): (UInt32, UInt32, UInt32) = (1 << 16, 0xF << 16, 1 << 20)

    private func criticalWarning(_ host: RawHost) throws -> UInt8 { try host.logPage(0x02, 512).load(0) }

    /// Reference: NVMe Base 2.0 §5.16.1.3, Critical Warning bit 1: *a* temperature at or beyond its threshold, also of a sensor.
    @Test(arguments: [sensor1 | 300, sensor1 | under | 320])
    func thresholdOfASensorIsAWarning(_ value: UInt32) throws {
        let host = try RawHost()
        #expect(try criticalWarning(host) == 0)
        #expect(try host.setFeature(0x04, value) == .success)
        #expect(try criticalWarning(host) == 0b10)
    }

    /// Reference: NVMe Base 2.0 §5.2: the SMART / Health event follows the critical warning.
    @Test func thresholdOfASensorIsAnEvent() throws {
        let host = try RawHost()
        try host.submit(SubmissionQueueEntry(.asynchronousEventRequest))
        try host.submit(host.featureCommand(.setFeatures, 0x04, Self.sensor1 | 300))
        let answers = [try host.completion(), try host.completion()].compactMap { $0?.dw0 }
        #expect(Set(answers) == [0, 0x0002_0101])
    }

    /// Reference: NVMe Base 2.0 §5.27.1.3, TMPSEL 1111b: all implemented sensors in Set Features; not the composite temperature.
    @Test func thresholdOfAllSensorsIsThatOfEachSensor() throws {
        let host = try RawHost()
        let composite = try host.feature(0x04)
        #expect(try host.setFeature(0x04, Self.allSensors | 350) == .success)
        #expect(try host.feature(0x04, Self.sensor1) == 350)
        #expect(try host.feature(0x04, Self.sensor1 | Self.under) == 0)
        #expect(try host.feature(0x04) == composite)
    }

    /// Reference: as above: 1111b is reserved in Get Features.
    @Test func thresholdOfAllSensorsCannotBeRead() throws {
        let host = try RawHost()
        #expect(try host.code(host.featureCommand(.getFeatures, 0x04, Self.allSensors)) == .invalidField)
    }
}

/// Number of Queues (NVMe Base 2.0 §5.27.1.5).
@Suite struct NumberOfQueuesTests {
    private func set(_ host: RawHost, _ value: UInt32) throws -> CompletionQueueEntry {
        try host.run(host.featureCommand(.setFeatures, 0x07, value))
    }

    /// Reference: NVMe Base 2.0 §5.27.1.5 (2.2 §5.1.25.2.1): the controller shall not change the value allocated between resets.
    @Test(arguments: [0x0007_0007, 0x0000_0000] as [UInt32])
    func secondRequestDoesNotChangeWhatWasAllocated(_ second: UInt32) throws {
        let host = try RawHost()
        #expect(try set(host, 0x0003_0003).dw0 == 0x0003_0003)
        let answer = try set(host, second)
        #expect(answer.status.isSuccess)
        #expect(answer.dw0 == 0x0003_0003)
        #expect(try host.feature(0x07) == 0x0003_0003)
    }

    /// Reference: as above: a reset ends what was allocated.
    @Test func numberIsAllocatedAnewAfterAReset() throws {
        let host = try RawHost()
        _ = try set(host, 0x0003_0003)
        try host.disable()
        try host.enable()
        #expect(try set(host, 0x0007_0007).dw0 == 0x0007_0007)
    }

    /// Reference: NVMe Base 2.0 §5.27.1.5: after the creation of a queue, Command Sequence Error; that it was deleted again undoes nothing.
    @Test func requestAfterAQueueWasMadeIsOutOfSequence() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1)
        for opcode in [AdminOpcode.deleteIOSubmissionQueue, .deleteIOCompletionQueue] {
            #expect(try host.code(host.deleteCommand(opcode, id: 1)) == .success)
        }
        #expect(try set(host, 0x0003_0003).status.code == .commandSequenceError)
    }
}

/// Host Identifier (NVMe Base 2.0 §5.27.1.25).
@Suite struct HostIdentifierTests {
    /// Reference: NVMe Base 2.0 §5.17.2.1, CTRATT bit 0 (HIDS): set where identifiers of 128 bits are supported, which EXHID selects.
    @Test func extendedIdentifierIsAnnouncedAndKept() throws {
        let host = try RawHost()
        #expect(try host.identify(0x01).load(96, as: UInt32.self) & 1 == 1)
        let data = try host.buffer()
        for offset in 0..<16 { data.store(UInt8(offset + 1), at: offset) }
        #expect(try host.code(host.featureCommand(.setFeatures, 0x81, 1, data: data.ioVirtualAddress)) == .success)
        let back = try host.buffer()
        #expect(try host.code(host.featureCommand(.getFeatures, 0x81, 1, data: back.ioVirtualAddress)) == .success)
        #expect(Array(back.bytes.prefix(16)) == Array(1...16))
    }

    /// Reference: NVMe Base 2.3 §5.2.26.1.32, HOSTID: "If the current Host Identifier value is set to a non-zero value, then the controller
    /// shall abort the command with a status code of Command Sequence Error."
    @Test func identifierIsSetOnceUntilTheNextReset() throws {
        let host = try RawHost()
        let data = try host.buffer()
        let command = host.featureCommand(.setFeatures, 0x81, 0, data: data.ioVirtualAddress)
        #expect(try host.code(command) == .success)
        data.store(0x1122_3344 as UInt64, at: 0)
        #expect(try host.code(command) == .success)
        for value in [0x1122_3344, 0, 5] as [UInt64] {
            data.store(value, at: 0)
            #expect(try host.code(command) == .commandSequenceError)
        }
        try host.disable()
        try host.enable()
        data.store(5 as UInt64, at: 0)
        #expect(try host.code(command) == .success)
    }

    /// Reference: NVMe Base 2.0 §5.27.1.25: EXHID of the Get Features command says how long the structure is.
    @Test func shortIdentifierIsEightBytesLong() throws {
        let host = try RawHost()
        let data = try host.buffer()
        data.store(0x1122_3344 as UInt64, at: 0)
        #expect(try host.code(host.featureCommand(.setFeatures, 0x81, 0, data: data.ioVirtualAddress)) == .success)
        let back = try host.buffer()
        back.store(UInt64.max, at: 0)
        back.store(UInt64.max, at: 8)
        #expect(try host.code(host.featureCommand(.getFeatures, 0x81, 0, data: back.ioVirtualAddress)) == .success)
        #expect(back.load(0, as: UInt64.self) == 0x1122_3344)
        #expect(back.load(8, as: UInt64.self) == .max)
    }
}

/// Power Management (NVMe Base 2.0 §5.27.1.2, §8.15).
@Suite struct PowerManagementTests {
    /// Reference: NVMe Base 2.0 §8.15, Non-Operational Power States: with a command for an I/O queue, the controller returns to the last
    /// operational state by itself.
    @Test func ioReturnsToTheLastOperationalState() throws {
        let io = try IOHost()
        #expect(try io.host.setFeature(0x02, 2) == .success)
        #expect(try io.host.setFeature(0x02, 4) == .success)
        #expect(try io.host.feature(0x02) == 4)
        #expect(try io.code(.read) == .success)
        #expect(try io.host.feature(0x02) == 2)
    }

    /// Reference: as above: admin commands are processed in a non-operational state.
    @Test func adminCommandsLeaveTheNonOperationalState() throws {
        let host = try RawHost()
        #expect(try host.setFeature(0x02, 3) == .success)
        _ = try host.identify(0x01)
        #expect(try host.feature(0x02) == 3)
    }

    /// Reference: NVMe Base 2.0 §5.27.1.2: workload hints 000b, 001b and 010b are defined.
    @Test(arguments: [0b001, 0b010] as [UInt32])
    func workloadHintIsTakenAndReported(_ hint: UInt32) throws {
        let host = try RawHost()
        #expect(try host.setFeature(0x02, hint << 5 | 1) == .success)
        #expect(try host.feature(0x02) == hint << 5 | 1)
    }

    /// Reference: as above: all others are reserved.
    @Test(arguments: 0b011...0b111 as ClosedRange<UInt32>)
    func reservedWorkloadHintIsAnInvalidField(_ hint: UInt32) throws {
        #expect(try RawHost().setFeature(0x02, hint << 5) == .invalidField)
    }
}
