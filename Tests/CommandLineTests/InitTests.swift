import Foundation
import Testing

@Suite struct InitTests {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL.path

    /// A build folder elsewhere says nothing about where the sources are.
    @Test(.enabled(if: Tool.path.hasPrefix(checkout + "/"), "the build folder is not in the checkout"))
    func scaffoldFindsTheCheckoutThatItWasBuiltIn() throws {
        let folder = try TemporaryFolder()
        try Tool.run("init", folder.url.path)
        let manifest = try String(contentsOfFile: folder.url.path + "/Package.swift", encoding: .utf8)
        #expect(manifest.contains("path: \"\(Self.checkout)\""))
    }

    @Test func scaffoldIsAPackageWithOneTest() throws {
        let folder = try TemporaryFolder()
        let target = folder.url.appendingPathComponent("my-drive").path
        let outcome = try Tool.run("init", target, "--package", Self.checkout)
        #expect(outcome.status == 0)
        let manifest = try String(contentsOfFile: target + "/Package.swift", encoding: .utf8)
        #expect(manifest.contains("name: \"my_drive\""))
        #expect(manifest.contains(".package(name: \"swift-nvme\", path: \"\(Self.checkout)\")"))
        let test = try String(contentsOfFile: target + "/Tests/my_driveTests/FirstTest.swift", encoding: .utf8)
        #expect(test.contains("@Test(.deviceUnderTest)"))
    }

    @Test func scaffoldCanReferToAURL() throws {
        let folder = try TemporaryFolder()
        let url = "https://example.org/group/swift-nvme.git"
        try Tool.run("init", folder.url.path, "--package", url)
        let manifest = try String(contentsOfFile: folder.url.path + "/Package.swift", encoding: .utf8)
        #expect(manifest.contains(".package(url: \"\(url)\", branch: \"main\")"))
        #expect(manifest.contains("package: \"swift-nvme\""))
    }

    @Test func folderWithFilesIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("precious.txt", [1])
        let outcome = try Tool.run("init", folder.url.path)
        #expect(outcome.status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["precious.txt"])
    }

    /// Builds the generated package, which takes as long as building the project.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["NVME_SLOW_TESTS"] != nil, "NVME_SLOW_TESTS is not set"))
    func scaffoldPassesAsGenerated() throws {
        let folder = try TemporaryFolder()
        try Tool.run("init", folder.url.path)
        let swift = Process()
        swift.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        swift.arguments = ["swift", "test", "--package-path", folder.url.path]
        try swift.run()
        swift.waitUntilExit()
        #expect(swift.terminationStatus == 0)
    }
}
