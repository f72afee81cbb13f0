import EmulatedSSD
import NVMeSpec
import Testing

@testable import NVMeDriver

/// NVMe Base 2.0 §5.27.1.4: whether the cache is disabled is only certain when no command that enables it may have come later; the
/// controller may execute outstanding commands in any order (§3.4.1).
@Suite("Write cache enabled and disabled by outstanding commands")
struct WriteCacheTests {
    private func isDurable(_ bench: Bench) -> Bool { bench.table.writesAreDurable }

    @Test func disabledIsDurable() throws {
        let bench = try Bench()
        bench.setWriteCache(enabled: false)
        #expect(isDurable(bench))
    }

    @Test func refusedDisableChangesNothing() throws {
        let bench = try Bench()
        bench.runAdmin(bench.writeCache(enabled: false, 0), .invalidField)
        #expect(!isDurable(bench))
    }

    @Test(arguments: [true, false])
    func disableBesideAnOutstandingEnableProvesNothing(disableIsReapedFirst: Bool) throws {
        let bench = try Bench()
        let (enable, disable) = (bench.writeCache(enabled: true, 1), bench.writeCache(enabled: false, 2))
        bench.sendAdmin(enable)
        bench.sendAdmin(disable)
        for command in disableIsReapedFirst ? [disable, enable] : [enable, disable] {
            bench.completeAdmin(command)
            #expect(!isDurable(bench))
        }
    }

    @Test func enableSentBehindAnOutstandingDisableCountsFromThenOn() throws {
        let bench = try Bench()
        let (disable, enable) = (bench.writeCache(enabled: false, 1), bench.writeCache(enabled: true, 2))
        bench.sendAdmin(disable)
        bench.sendAdmin(enable)
        bench.completeAdmin(disable)
        #expect(!isDurable(bench))
    }

    @Test func nextDisableOnItsOwnIsDurableAgain() throws {
        let bench = try Bench()
        bench.sendAdmin(bench.writeCache(enabled: true, 1))
        bench.runAdmin(bench.writeCache(enabled: false, 2))
        bench.completeAdmin(bench.writeCache(enabled: true, 1))
        bench.setWriteCache(enabled: false)
        #expect(isDurable(bench))
    }

    @Test func resetForgetsWhatIsOutstanding() throws {
        let bench = try Bench()
        bench.sendAdmin(bench.writeCache(enabled: true, 1))
        bench.directory.adminAbandoned()
        bench.runAdmin(bench.writeCache(enabled: false, 1))
        #expect(isDurable(bench))
    }

    @Test func enableThatWasSentBeforeVerificationBeganCounts() throws {
        let rig = try Rig { $0.queuePairs = 4 }
        rig.namespace.stopVerification()
        let channel = rig.controller.makeAdminChannel()
        try channel.setFeatures(.volatileWriteCache, 1)
        try channel.setFeatures(.volatileWriteCache, 0)
        try channel.wait(2)
        try rig.namespace.startVerification()
        #expect(rig.table?.writesAreDurable == false)
    }
}
