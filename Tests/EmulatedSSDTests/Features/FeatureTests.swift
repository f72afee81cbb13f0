import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Get Features and Set Features.
@Suite struct FeatureTests {
    private func get(_ host: RawHost, _ id: UInt32, _ value: UInt32 = 0, select: UInt32 = 0) throws -> UInt32 {
        let answer = try host.run(host.featureCommand(.getFeatures, id, value, select: select))
        guard answer.status.isSuccess else { throw UnexpectedStatus(code: answer.status.code) }
        return answer.dw0
    }

    private func set(_ host: RawHost, _ id: UInt32, _ value: UInt32, nsid: UInt32 = 0, save: Bool = false) throws
        -> StatusCode
    {
        try host.code(host.featureCommand(.setFeatures, id, value, nsid: nsid, save: save))
    }

    @Test func unknownFeatureIsAnInvalidField() throws {
        let host = try RawHost()
        #expect(try set(host, 0x7F, 0) == .invalidField)
        #expect(try host.code(host.featureCommand(.getFeatures, 0)) == .invalidField)
    }

    @Test func unsavedValueIsGoneAfterAReset() throws {
        let host = try RawHost()
        let before = try get(host, 0x01)
        #expect(try set(host, 0x01, 0x0102_0301) == .success)
        #expect(try get(host, 0x01) == 0x0102_0301)
        #expect(try get(host, 0x01, select: 1) == before)
        #expect(try get(host, 0x01, select: 2) == before)
        try host.disable()
        try host.enable()
        #expect(try get(host, 0x01) == before)
    }

    @Test func savedValueOutlivesAPowerCycle() throws {
        let host = try RawHost()
        #expect(try set(host, 0x02, 2, save: true) == .success)
        let power = try #require(host.ssd.power)
        try power.powerOff()
        try power.powerOn()
        try host.enable()
        #expect(try get(host, 0x02) == 2)
        #expect(try get(host, 0x02, select: 1) == 0)
    }

    @Test func supportedCapabilitiesTellWhatCanBeSaved() throws {
        let host = try RawHost()
        #expect(try get(host, 0x01, select: 3) == 0b101)
        #expect(try get(host, 0x07, select: 3) == 0b100)
        #expect(try get(host, 0x05, select: 3) == 0b111)
    }

    @Test(arguments: [4, 5, 6, 7] as [UInt32])
    func reservedSelectIsAnInvalidField(_ select: UInt32) throws {
        let host = try RawHost()
        #expect(try host.code(host.featureCommand(.getFeatures, 0x01, select: select)) == .invalidField)
    }

    @Test func featureThatCannotBeSavedSaysSo() throws {
        #expect(try set(try RawHost(), 0x07, 0x0001_0001, save: true) == .featureIdentifierNotSaveable)
    }

    @Test func controllerFeatureRefusesANamespace() throws {
        let host = try RawHost()
        #expect(try set(host, 0x01, 0, nsid: 1) == .featureNotNamespaceSpecific)
        #expect(try set(host, 0x01, 0, nsid: 77) == .invalidNamespaceOrFormat)
        #expect(try set(host, 0x01, 0, nsid: .max) == .success)
    }

    @Test func namespaceFeatureNeedsANamespace() throws {
        let host = try RawHost(RawHost.profile { $0.namespaces = 2 })
        #expect(try set(host, 0x05, 5, nsid: 2) == .success)
        #expect(try host.run(host.featureCommand(.getFeatures, 0x05, nsid: 2)).dw0 == 5)
        #expect(try host.run(host.featureCommand(.getFeatures, 0x05, nsid: 1)).dw0 == 0)
        #expect(try host.code(host.featureCommand(.getFeatures, 0x05, nsid: .max)) == .invalidNamespaceOrFormat)
    }

    @Test func powerStateThatDoesNotExistIsAnInvalidField() throws {
        #expect(try set(try RawHost(), 0x02, 5) == .invalidField)
    }

    @Test func thresholdsOfEachSensorAndDirectionAreSeparate() throws {
        let host = try RawHost()
        #expect(try set(host, 0x04, 350) == .success)
        #expect(try set(host, 0x04, 1 << 20 | 280) == .success)
        #expect(try get(host, 0x04) == 350)
        #expect(try get(host, 0x04, 1 << 20) == 280)
        #expect(try set(host, 0x04, 2 << 20) == .invalidField)
    }

    @Test func zeroQueuesShortOfAllIsAnInvalidField() throws {
        #expect(try set(try RawHost(), 0x07, 0xFFFF_0000) == .invalidField)
    }

    @Test func vectorBeyondTheTableIsAnInvalidField() throws {
        let host = try RawHost()
        #expect(try set(host, 0x09, 64) == .invalidField)
        #expect(try get(host, 0x09, 3) == 3)
    }

    /// Reference: NVMe Base 2.3 §5.2.26.2.3: a vector that is "not associated with an existing I/O Completion Queue [...] should" be refused
    /// with Invalid Field in Command.
    @Test func vectorIsThatOfAnIOCompletionQueue() throws {
        let host = try RawHost()
        #expect(try set(host, 0x09, 1 << 16 | 3) == .invalidField)
        _ = try host.makeQueue(1, vector: 3)
        #expect(try set(host, 0x09, 1 << 16 | 3) == .success)
        #expect(try set(host, 0x09, 1 << 16 | 2) == .invalidField)
    }

    /// Reference: NVMe Base 2.3 §5.2.26.1.5, bit 14: "If Endurance Groups are not supported and this bit is set to '1', then the Set
    /// Features command shall be aborted with a status of Invalid Field in Command."
    @Test func eventsOfEnduranceGroupsCannotBeEnabled() throws {
        let host = try RawHost()
        let before = try get(host, 0x0B)
        #expect(try set(host, 0x0B, 1 << 14 | 2) == .invalidField)
        #expect(try get(host, 0x0B) == before)
        #expect(try set(host, 0x0B, 2) == .success)
    }

    @Test func timestampCountsOn() throws {
        let host = try RawHost()
        let data = try host.buffer()
        data.store(1_700_000_000_000 as UInt64, at: 0)
        let address = data.ioVirtualAddress
        #expect(try host.code(host.featureCommand(.setFeatures, 0x0E, data: address)) == .success)
        data.store(0 as UInt64, at: 0)
        #expect(try host.code(host.featureCommand(.getFeatures, 0x0E, data: address)) == .success)
        #expect(data.load(0, as: UInt64.self) & 0xFFFF_FFFF_FFFF >= 1_700_000_000_000)
        #expect(data.load(6, as: UInt8.self) == 0b0010)
    }

    @Test func writeCacheCannotBeEnabledWhereThereIsNone() throws {
        let host = try RawHost(RawHost.profile { $0.writeCache = false })
        #expect(try set(host, 0x06, 1) == .invalidField)
    }

    /// Reference: NVMe Base 2.3 §5.2.26.1.4: "If a volatile write cache is not present, then [...] a Get Features command specifying the
    /// Volatile Write Cache feature identifier shall abort with a status code of Invalid Field in Command."
    @Test(arguments: 0...3 as ClosedRange<UInt32>)
    func writeCacheCannotBeReadWhereThereIsNone(_ select: UInt32) throws {
        let host = try RawHost(RawHost.profile { $0.writeCache = false })
        #expect(try host.code(host.featureCommand(.getFeatures, 0x06, select: select)) == .invalidField)
    }

    /// Reference: NVMe Base 2.3 §5.2.12.1.18: the page tells which features are supported.
    @Test(arguments: [false, true])
    func effectsListTheWriteCacheOnlyWhereThereIsOne(_ isPresent: Bool) throws {
        let host = try RawHost(RawHost.profile { $0.writeCache = isPresent })
        #expect(try host.logPage(0x12, 1024).load(4 * 0x06, as: UInt32.self) & 1 == (isPresent ? 1 : 0))
    }

    /// Reference: NVMe Base 2.3 §3.2.1.5: "Specifying an invalid NSID in a command that uses the NSID field shall cause the controller
    /// to abort the command with a status code of Invalid Namespace or Format."
    @Test(arguments: [0, 3] as [UInt32])
    func controllerFeatureIsNotReadThroughANamespaceThatCannotBe(_ select: UInt32) throws {
        let host = try RawHost()
        let command = host.featureCommand(.getFeatures, 0x01, nsid: 77, select: select)
        #expect(try host.code(command) == .invalidNamespaceOrFormat)
    }
}
