import NVMeSpec
import Testing

/// Single facts, each from the text of the standard rather than from a header.
@Suite struct StandardTextTests {
    /// NVM Command Set 1.0 §3.2.2, descriptor format 0h: bytes 29:28 are ELBAT, 31:30 ELBATM.
    @Test func applicationTagOfACopyRangeComesBeforeItsMask() {
        var range = CopyRange()
        range.expectedLogicalBlockApplicationTag = 0x1122
        range.expectedLogicalBlockApplicationTagMask = 0x3344
        #expect(Array(range.bytes[28..<32]) == [0x22, 0x11, 0x44, 0x33])
    }

    /// NVMe Base 2.3 §5.2.12.1 (Sanitize Status, SOS): 100b says that user data were deallocated although NDAS was set.
    @Test func sanitizeStatus4SaysThatDataWereDeallocatedAgainstTheRequest() {
        #expect(SanitizeState(rawValue: 4) == .completedWithUnexpectedDeallocation)
        #expect(SanitizeState(rawValue: 4).knownName == "Completed successfully with unexpected deallocation")
    }

    /// NVMe Base 2.1 and later, Identify Controller, CTRATT: MEM 16, HMBR 17, RHII 18, FDPS 19.
    @Test func controllerAttributesOf21LieWhereTheStandardHasThem() {
        #expect(ControllerAttributes(\.sizeLimitsExcludeMetadata).rawValue == 1 << 16)
        #expect(ControllerAttributes(\.hmbRestrictNonOperationalPowerStateAccess).rawValue == 1 << 17)
        #expect(ControllerAttributes(\.reservationsAndHostIdentifier).rawValue == 1 << 18)
        #expect(ControllerAttributes(\.flexibleDataPlacement).rawValue == 1 << 19)
    }

    /// NVMe Base 2.1 and later, Identify Controller: bytes 361:360.
    @Test func processingTimeForActivationWithoutResetIsAtByte360() {
        var data = IdentifyController()
        data.maximumProcessingTimeForFirmwareActivationWithoutReset = 0x1234
        #expect(Array(data.bytes[360..<362]) == [0x34, 0x12])
    }

    /// NVMe Base 2.3 §5.2.12.1 (Commands Supported and Effects): bits 15:14 are CSER.
    @Test func relaxationsOfACommandAreItsBits15And14() {
        #expect(CommandEffects(rawValue: 0b10 << 14).submissionAndExecutionRelaxations == 0b10)
    }

    @Test func adminOpcodesOf23HaveTheirNames() {
        let names: [UInt8: String] = [
            0x38: "Cross-Controller Reset", 0x85: "Load Program", 0x88: "Program Activation Management",
            0x89: "Memory Range Set Management", 0x8C: "Sanitize Namespace",
        ]
        for (opcode, name) in names { #expect(AdminOpcode(rawValue: opcode).name == name) }
    }

    @Test func logPagesOf23HaveTheirNames() {
        let names: [UInt8: String] = [
            0x19: "Physical Interface Receiver Eye Opening Measurement", 0x1D: "Device Personalities",
            0x1E: "Cross-Controller Reset", 0x1F: "Lost Host Communication",
            0x25: "Power Measurement",
            0x7F: "Sanitize Namespace Status List",
        ]
        for (identifier, name) in names { #expect(LogPageIdentifier(rawValue: identifier).knownName == name) }
    }

    /// NVMe Base 2.3 figure 206: 24h is reserved, between FDP Events and Power Measurement.
    @Test func logPage24OfBase23IsReserved() { #expect(LogPageIdentifier(rawValue: 0x24).knownName == nil) }

    /// NVMe Base 2.3 §4.2.3.1.
    @Test func genericStatusesOf23HaveTheirNames() {
        let names: [UInt8: String] = [0x2B: "Sanitize Namespace Failed", 0x2C: "Sanitize Namespace In Progress"]
        for (code, name) in names { #expect(StatusCode(type: .generic, code).name == name) }
    }

    /// NVMe Base 2.3 §5.2.12.1.36 (SSTAT): bit 10 is NDE.
    @Test func namespaceDataErasedIsBit10OfTheSanitizeStatus() {
        #expect(SanitizeStatus(rawValue: 1 << 10).namespaceDataErased)
        #expect(!SanitizeStatus(rawValue: ~(1 << 10)).namespaceDataErased)
    }

    /// NVMe Base 2.3 §7.5, §7.6, §7.7: bit 4 of command dword 10 is DISNSRS.
    @Test func dispersedNamespaceReservationSupportIsBit4OfEachReservationCommand() {
        for bits in [1 << 4, ~(1 << 4)] as [UInt32] {
            let isSet = bits == 1 << 4
            #expect(ReservationAcquireDword10(rawValue: bits).dispersedNamespaceReservationSupport == isSet)
            #expect(ReservationRegisterDword10(rawValue: bits).dispersedNamespaceReservationSupport == isSet)
            #expect(ReservationReleaseDword10(rawValue: bits).dispersedNamespaceReservationSupport == isSet)
        }
    }

    /// NVMe Base 2.3 §3.1.4.1 (CAP): bit 61 is NSSES.
    @Test func shutdownEnhancementsAreBit61OfTheCapabilities() {
        #expect(ControllerCapabilities(rawValue: 1 << 61).subsystemShutdownEnhancementsSupported)
        #expect(!ControllerCapabilities(rawValue: ~(1 << 61)).subsystemShutdownEnhancementsSupported)
    }

    /// NVMe Base 2.3 §5.2.26.1.5: bit 20 is Cross-Controller Reset Completed Notices, bit 21 Lost Host Communication Notices.
    @Test func noticesOf23LieWhereTheStandardHasThem() {
        #expect(AsynchronousEventConfiguration(\.crossControllerResetCompletedNotices).rawValue == 1 << 20)
        #expect(AsynchronousEventConfiguration(\.lostHostCommunicationNotices).rawValue == 1 << 21)
    }

    /// NVMe Base 2.3 §4.2.3.2.
    @Test func commandSpecificStatusesOf23HaveTheirNames() {
        let names: [UInt8: String] = [
            0x3C: "Request Exceeds Maximum Namespace Sanitize Operations In Progress",
            0x3D: "Manufacturing Default Personality Required", 0x3E: "Invalid Power Limit",
            0x3F: "Cross-Controller Reset in Progress", 0x40: "Cross-Controller Reset Log Page Full",
            0x41: "Cross-Controller Reset Limit Exceeded",
        ]
        for (code, name) in names { #expect(StatusCode(type: .commandSpecific, code).name == name) }
    }

    @Test func featuresOf23HaveTheirNames() {
        let names: [UInt8: String] = [
            0x22: "Configurable Device Personality", 0x23: "Power Limit", 0x24: "Power Threshold",
            0x25: "Power Measurement",
        ]
        for (identifier, name) in names { #expect(FeatureIdentifier(rawValue: identifier).knownName == name) }
    }
}
