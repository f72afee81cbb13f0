import NVMeWorkload
import Testing

@Suite struct SteadyStateTests {
    @Test func constantRowIsSteadyAtTheFifthRound() {
        #expect(SteadyState().firstSteadyRound(in: [100, 100, 100, 100, 100, 100]) == 5)
    }

    @Test func decayingRowIsSteadyOnceItHasSettled() {
        #expect(SteadyState().firstSteadyRound(in: [1000, 600, 300, 150, 101, 100, 99, 100, 101]) == 9)
    }

    @Test func valueBeyondTheRangeIsNotSteady() {
        #expect(SteadyState().look(at: [100, 100, 121, 100, 100])?.isSteady == false)
    }

    @Test func slopeBeyondTenPercentIsNotSteady() throws {
        let finding = try #require(SteadyState().look(at: [94, 97, 100, 103, 106]))
        #expect(finding.range <= 0.2)
        #expect(abs(finding.slope - 0.12) < 1e-9)
        #expect(!finding.isSteady)
    }

    @Test func fewerRoundsThanTheWindowSayNothing() {
        #expect(SteadyState().look(at: [1, 1, 1, 1]) == nil)
    }
}
