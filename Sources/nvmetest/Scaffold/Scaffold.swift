import Foundation

/// A package with one test, ready to be run and changed.
struct Scaffold {
    struct File {
        /// Relative to the package.
        let path: String
        let text: String
    }

    let folder: URL
    let source: PackageSource

    init(directory: String, source: PackageSource) {
        folder = URL(fileURLWithPath: directory).standardizedFileURL
        self.source = source
    }

    /// A name that Swift accepts for a module, made from the folder's.
    var name: String {
        let letters = folder.lastPathComponent.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        let name = String(letters)
        return name.first?.isLetter == true ? name : "My\(name)"
    }

    var files: [File] {
        [
            File(path: "Package.swift", text: manifest),
            File(path: "Tests/\(name)Tests/FirstTest.swift", text: Self.test),
            File(path: ".gitignore", text: ".build/\n"),
        ]
    }

    /// Writes the files; throws `UsageError` when something is in the way.
    func write() throws {
        let manager = FileManager.default
        let present = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        guard present.allSatisfy({ $0.hasPrefix(".") && $0 != ".gitignore" }) else {
            throw UsageError("'\(folder.path)' is not empty; give a new folder, as in 'nvmetest init MyDriveTests'")
        }
        do {
            for file in files {
                let target = folder.appendingPathComponent(file.path)
                try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try file.text.write(to: target, atomically: true, encoding: .utf8)
            }
        } catch {
            throw EnvironmentError("cannot write to '\(folder.path)': \(error.localizedDescription)")
        }
    }

    private var manifest: String {
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "\(name)",
            dependencies: [
                \(source.dependency)
            ],
            targets: [
                .testTarget(
                    name: "\(name)Tests",
                    dependencies: [.product(name: "NVMeTesting", package: "\(source.identity)")])
            ]
        )

        """
    }

    private static let test = """
        import NVMeTesting
        import Testing

        /// Writes one block, reads it back, and compares.
        ///
        /// The device is an SSD in software, made for this test and thrown away after it. Another one:
        /// `NVME_DUT=qemu swift test`.
        @Test(.deviceUnderTest) func helloWorld() throws {
            let nvme0 = try DeviceUnderTest.controller()
            let nvme0n1 = try nvme0.namespace(1)
            let qpair = try nvme0.makeQueuePair(depth: 16)
            let writeBuffer = try nvme0.makeBuffer(512), readBuffer = try nvme0.makeBuffer(512)
            writeBuffer[10..<21] = "hello world"
            try nvme0n1.write(qpair, writeBuffer, lba: 0, count: 1) { _ in
                try nvme0n1.read(qpair, readBuffer, lba: 0, count: 1)
            }
            try qpair.wait(2)
            #expect(readBuffer[10..<21] == "hello world")
        }

        """
}
