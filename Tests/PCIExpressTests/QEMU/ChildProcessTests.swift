import Glibc
import Testing

@testable import PCIExpress

@Suite struct ChildProcessTests {
    private func start(_ arguments: [String], _ descriptors: [OwnedDescriptor] = []) throws -> ChildProcess {
        try ChildProcess("sh", arguments: ["-c"] + arguments, descriptors: descriptors, fix: "")
    }

    /// What the kernel does when we die, by whatever signal: our end of the lifeline closes.
    @Test func childDiesWithItsLifeline() throws {
        let child = try start(["sleep 1000"])
        #expect(child.isRunning)
        child.cutLifeline()
        try wait("the child to die") { !child.isRunning }
    }

    @Test func childBeforeItsGateEndsWithoutRunningAnything() throws {
        let child = try ChildProcess(
            "sh", arguments: ["-c", "echo ran >&2; sleep 1000"], descriptors: [], fix: "", opensGate: false)
        try wait("the child to end") { !child.isRunning }
        #expect(child.errorText == "")
    }

    @Test func killEndsTheChildBeforeItReturns() throws {
        let child = try start(["sleep 1000"])
        child.kill()
        #expect(kill(child.identifier, 0) != 0)
        child.kill()
    }

    @Test func lastReferenceEndsTheChild() throws {
        var child: ChildProcess? = try start(["sleep 1000"])
        let identifier = try #require(child).identifier
        child = nil
        #expect(kill(identifier, 0) != 0)
    }

    @Test func childInheritsItsDescriptorsAndNoOthers() throws {
        let (open, _) = try OwnedDescriptor.socketPair()
        let leaked = fcntl(open.rawValue, F_DUPFD, 200)
        defer { close(leaked) }
        let files = [try OwnedDescriptor.memoryFile("one", byteCount: 0), open]
        let child = try start(["for n in 0 1 2 3 4 5 \(leaked); do test -e /proc/$$/fd/$n && echo $n >&2; done"], files)
        try wait("the child to end") { !child.isRunning }
        // Its standard streams, the two files, the lifeline.
        #expect(child.errorText == "0; 1; 2; 3; 4; 5")
    }

    @Test func standardErrorIsKept() throws {
        let child = try start(["echo first >&2; echo second >&2"])
        try wait("the child to end") { !child.isRunning }
        #expect(child.errorText == "first; second")
    }

    @Test func absentProgramNamesTheFix() throws {
        #expect {
            try ChildProcess("no-such-program", arguments: [], descriptors: [], fix: "install it")
        } throws: { error in
            if case .environment(let problem, "install it") = error as? PCIeError {
                problem.contains("no-such-program")
            } else {
                false
            }
        }
    }
}
