import NVMeSpec
import Testing

@Suite struct OpcodeTests {
    @Test func tablesAreSortedWithoutDuplicates() {
        #expect(
            zip(AdminOpcode.table, AdminOpcode.table.dropFirst()).allSatisfy { $0.value.rawValue < $1.value.rawValue }
        )
        #expect(
            zip(NVMOpcode.table, NVMOpcode.table.dropFirst()).allSatisfy { $0.value.rawValue < $1.value.rawValue })
    }

    @Test func oneOpcodeHasDifferentNamesInTheTwoSets() {
        #expect(AdminOpcode(rawValue: 0x02).name == "Get Log Page")
        #expect(NVMOpcode(rawValue: 0x02).name == "Read")
    }

    @Test func unknownOpcodesSayWhatTheyAre() {
        #expect(AdminOpcode(rawValue: 0x03).name == "Unknown")
        #expect(AdminOpcode(rawValue: 0xC0).name == "Vendor specific")
        #expect(NVMOpcode(rawValue: 0x03).name == "Unknown command")
        #expect(NVMOpcode(rawValue: 0x80).name == "Vendor specific")
    }

    @Test func theLowBitsTellWhereDataGo() {
        #expect(NVMOpcode.write.dataDirection == .hostToController)
        #expect(NVMOpcode.read.dataDirection == .controllerToHost)
        #expect(NVMOpcode.flush.dataDirection == DataDirection.none)
        #expect(AdminOpcode.identify.dataDirection == .controllerToHost)
    }
}

@Suite struct StatusCodeTests {
    @Test func rowsAreSortedWithinTheirCommandSet() {
        for (row, next) in zip(StatusCode.table, StatusCode.table.dropFirst()) where row.commandSet == next.commandSet {
            #expect(row.code.rawValue < next.code.rawValue, "\(row.member) before \(next.member)")
        }
    }

    @Test func everyMemberHasOneRow() {
        #expect(Set(StatusCode.table.map(\.member)).count == StatusCode.table.count)
    }

    @Test func aKnownCodeHasNameAndSentence() {
        #expect(StatusCode.invalidField.name == "Invalid Field in Command")
        #expect(StatusCode.invalidField.description.hasSuffix("."))
    }

    @Test func aSharedValueMeansWhatItsCommandSetSays() {
        #expect(StatusCode.conflictingAttributes == StatusCode.connectIncompatibleFormat)
        #expect(StatusCode(type: .commandSpecific, 0x80).name == "Conflicting Attributes")
        #expect(StatusCode(type: .commandSpecific, 0x80).name(in: .fabrics) == "Incompatible Format")
    }

    @Test func unknownCodesSayWhatTheyAre() {
        #expect(StatusCode(type: .vendorSpecific, 0x01).name == "Vendor Specific")
        #expect(StatusCode(type: .generic, 0xC1).name == "Vendor Specific")
        #expect(StatusCode(type: .generic, 0x7F).name == "Reserved")
        #expect(StatusCode(type: .generic, 0x7F).description == "Reserved status code 00/7f.")
    }

    @Test func statusPrintsItsNameAndItsHints() {
        #expect("\(Status.success)" == "Successful Completion (00/00)")
        #expect(
            "\(Status(.invalidField, doNotRetry: true, more: true))"
                == "Invalid Field in Command (00/02), do not retry, more in the error log")
        #expect("\(Status(.namespaceNotReady, retryDelay: 2))" == "Namespace Not Ready (00/82), retry after CRDT2")
    }

    @Test func completionQueueEntryPrintsAsOneLine() {
        let entry = CompletionQueueEntry(sqHead: 1, sqID: 2, commandID: 3, status: Status(.lbaOutOfRange), phase: true)
        #expect("\(entry)" == "LBA OUT OF RANGE (00/80) sqid:2 cid:3 cdw0:0 sqhd:0001 p:1 m:0 dnr:0")
    }

    @Test func mismatchThatTheDriverFindsIsNamedAsSuch() {
        #expect(StatusCode(type: .vendorSpecific, 0x81) == .dataMismatch)
        #expect(StatusCode.dataMismatch.name == "Data Mismatch, found by the driver")
        #expect(StatusCode.dataMismatch.logName == "DATA MISMATCH")
        #expect(StatusCode.dataMismatch.description.contains("are not those that were written"))
    }

    @Test func logNamesSplitWordsAndKeepAbbreviations() {
        #expect(StatusCode.abortedSQDeleted.logName == "ABORTED SQ DELETED")
        #expect(StatusCode.lbaOutOfRange.logName == "LBA OUT OF RANGE")
        #expect(StatusCode.invalidUseOfCMB.logName == "INVALID USE OF CMB")
    }
}

@Suite struct CommandDescriptionTests {
    @Test func aCommandIsOneLine() {
        var entry = SubmissionQueueEntry(AdminOpcode.identify, nsid: 1)
        entry.commandID = 95
        entry.cdw10 = 1
        #expect(
            CommandDescription.line(of: entry, queueID: 0, isAdmin: true)
                == "IDENTIFY (06) sqid:0 cid:95 nsid:1 cdw10:00000001 cdw11:00000000")
    }

    @Test func laterDwordsShowOnlyWhenTheySaySomething() {
        var entry = SubmissionQueueEntry(NVMOpcode.read, nsid: .max)
        entry.cdw12 = 7
        #expect(
            CommandDescription.line(of: entry, queueID: 3, isAdmin: false)
                == "READ (02) sqid:3 cid:0 nsid:all cdw10:00000000 cdw11:00000000 cdw12:00000007")
    }

    @Test func aCompletionIsOneLine() {
        let entry = CompletionQueueEntry(sqHead: 0x142, sqID: 0, commandID: 95, status: .success, phase: true)
        #expect(CommandDescription.line(of: entry) == "SUCCESS (00/00) sqid:0 cid:95 cdw0:0 sqhd:0142 p:1 m:0 dnr:0")
    }

    @Test func anErrorShowsItsNameAndHints() {
        let status = Status(.invalidQueueSize, doNotRetry: true, more: true)
        let entry = CompletionQueueEntry(dw0: 0xAB, sqHead: 1, sqID: 2, commandID: 3, status: status, phase: false)
        #expect(
            CommandDescription.line(of: entry)
                == "INVALID QUEUE SIZE (01/02) sqid:2 cid:3 cdw0:ab sqhd:0001 p:0 m:1 dnr:1")
    }
}
