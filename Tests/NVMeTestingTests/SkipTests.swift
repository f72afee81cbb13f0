import NVMeTesting
import Testing

/// A skip says that a device lacks something, and nothing else.
@Suite struct SkipTests {
    /// What `Test.cancel` throws would end the test that runs this one; the fixture knows it by its name.
    private struct SkipInfo: Error {}

    /// What a body that skips is failed for, beside the skip itself.
    private static func troubles(_ body: @escaping @Sendable () throws -> Void) async throws -> [String] {
        try await failures(body).filter { $0 != "SkipInfo()" }
    }

    @Test func troubleBeforeASkipFails() async throws {
        let found = try await Self.troubles {
            let controller = try DeviceUnderTest.controller()
            _ = try controller.send(SubmissionQueueEntry(AdminOpcode(rawValue: 0xFF))).completion()
            throw SkipInfo()
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("Invalid Command Opcode (00/01)") == true, "\(found)")
    }

    @Test func skipAloneFailsNothing() async throws {
        #expect(
            try await Self.troubles {
                _ = try DeviceUnderTest.controller()
                throw SkipInfo()
            } == [])
    }

    @Test(arguments: ["", " \n", "…"]) func skipWithoutAReasonFails(reason: String) async throws {
        let found = try await failures { try DeviceUnderTest.skip(reason) }
        #expect(found.count == 1)
        #expect(found.first?.contains("a report has to say why") == true, "\(found)")
    }
}
