import Glibc
import Testing

@testable import NVMeTesting

/// The process ends while a test runs.
@Suite struct RunningTestsTests {
    private static func errors(_ result: ExitTest.Result?) -> String {
        String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    }

    @Test func exitInsideOfATestEndsWithOneAndNamesIt() async {
        let result = await #expect(processExitsWith: .exitCode(1), observing: [\.standardErrorContent]) {
            RunningTests.begin("Mine.first()")
            RunningTests.begin("Mine.second()")
            exit(0)
        }
        #expect(Self.errors(result).contains("exit() was called inside of a test"))
        #expect(Self.errors(result).contains("Mine.first(), Mine.second()"))
    }

    @Test func exitBetweenTestsIsNobodysBusiness() async throws {
        await #expect(processExitsWith: .exitCode(7)) {
            RunningTests.begin("Mine.first()")
            RunningTests.end("Mine.first()")
            exit(7)
        }
    }

    @Test func faultInsideOfATestKeepsItsSignalAndNamesTheTest() async {
        let result = await #expect(processExitsWith: .signal(SIGSEGV), observing: [\.standardErrorContent]) {
            signal(SIGSEGV, SIG_DFL)
            RunningTests.begin("Mine.first()")
            UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
        }
        #expect(Self.errors(result).contains("dies by a signal; tests that were running: Mine.first()"))
    }

    @Test func abortInsideOfATestKeepsItsSignalAndNamesTheTest() async {
        let result = await #expect(processExitsWith: .signal(SIGABRT), observing: [\.standardErrorContent]) {
            RunningTests.begin("Mine.first()")
            abort()
        }
        #expect(Self.errors(result).contains("tests that were running: Mine.first()"))
    }
}
