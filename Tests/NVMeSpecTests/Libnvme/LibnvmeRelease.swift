import Foundation

/// A release of libnvme whose headers are on this machine: somebody else's reading of the standard, as C declarations.
struct LibnvmeRelease: Sendable {
    /// `"1.3"`, for a reader.
    let version: String
    /// The folder that holds `nvme/types.h`.
    let folder: String

    /// The release that knows NVMe 2.1 and later; `scripts/setup` brings its headers where it can.
    static let newestVersion = "1.16.2"

    /// The folder where `scripts/setup` leaves them.
    static let newestFolder: String = {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.cache"
        return "\(cache)/swift-nvme/libnvme-\(newestVersion)"
    }()

    /// nil where they could not be had.
    static let newest = release(newestVersion, newestFolder)

    /// Debian 12's `libnvme-dev`, which knows NVMe 2.0.
    static let debian = release("1.3", "/usr/include")

    /// The best that this machine has.
    static let best = newest ?? debian

    /// Why nothing can be compared here; nil when it can.
    static let obstacle: String? = {
        if best == nil { return "libnvme-dev is not installed, and libnvme \(newestVersion) is not in \(newestFolder)" }
        if !FileManager.default.isExecutableFile(atPath: "/usr/bin/cc") { return "no C compiler at /usr/bin/cc" }
        return nil
    }()

    /// Why the newest headers are not compared; nil when they are.
    static let newestObstacle: String? =
        newest != nil && obstacle == nil
        ? nil
        : "libnvme \(newestVersion) is not in \(newestFolder): only Debian's 1.3 is compared, which knows NVMe 2.0; "
            + "scripts/setup fetches it where PyPI can be reached"

    private static func release(_ version: String, _ folder: String) -> LibnvmeRelease? {
        FileManager.default.fileExists(atPath: "\(folder)/nvme/types.h")
            ? LibnvmeRelease(version: version, folder: folder) : nil
    }
}
