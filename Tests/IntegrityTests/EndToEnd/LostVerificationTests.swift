import Glibc
import NVMeSpec
import Testing

@testable import NVMeDriver

/// Nothing that was verified goes on unverified without an error.
@Suite struct LostVerificationTests {
    /// Every file that is opened from now on is one too many.
    private static func leaveNoDescriptors() {
        var limit = rlimit(rlim_cur: 3, rlim_max: 3)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    @Test func formatThatNeedsATableWhichCannotBeMadeThrows() async {
        await #expect(processExitsWith: .success) {
            let rig = try Rig()
            LostVerificationTests.leaveNoDescriptors()
            #expect(throws: NVMeError.self) { try rig.namespace.format(dataSize: 512) }
            #expect(rig.table == nil)
        }
    }

    @Test func formatToTheSameGeometryNeedsNoDescriptors() async {
        await #expect(processExitsWith: .success) {
            let rig = try Rig()
            LostVerificationTests.leaveNoDescriptors()
            for _ in 0..<100 { try rig.namespace.format(dataSize: 4096) }
            try rig.write(8)
            #expect(try rig.read(8) == .success)
            #expect(rig.table?.statistics.checked == 1)
        }
    }
}
