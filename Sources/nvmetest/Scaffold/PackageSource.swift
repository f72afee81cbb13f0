import Foundation

/// Where a new package finds this project.
enum PackageSource: Equatable {
    case path(String)
    case url(String)

    /// A URL, a path, or the checkout that this program was built in.
    init(_ text: String?) throws {
        guard let text else {
            guard let checkout = Self.checkout else {
                throw UsageError(
                    "cannot find the swift-nvme checkout from here; give it with --package PATH or --package https://…")
            }
            self = .path(checkout)
            return
        }
        if text.contains("://") || text.hasPrefix("git@") {
            self = .url(text)
        } else {
            let folder = URL(fileURLWithPath: text).standardizedFileURL.path
            guard Self.isOurs(folder) else {
                throw UsageError("'\(text)' is not a checkout of swift-nvme: it has no Package.swift with NVMeTesting")
            }
            self = .path(folder)
        }
    }

    /// The entry in the new package's list of dependencies.
    var dependency: String {
        switch self {
        case .path(let path): ".package(name: \"swift-nvme\", path: \"\(path)\")"
        case .url(let url): ".package(url: \"\(url)\", branch: \"main\")"
        }
    }

    /// Identity of the package, by which its products are referred to.
    var identity: String {
        switch self {
        case .path: return "swift-nvme"
        case .url(let url):
            let name = url.split(separator: "/").last.map(String.init) ?? "swift-nvme"
            return name.hasSuffix(".git") ? String(name.dropLast(4)) : name
        }
    }

    /// The folder above this executable (`.build/…/nvmetest`) that holds the project.
    private static var checkout: String? {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if isOurs(folder.path) { return folder.path }
        }
        return nil
    }

    private static func isOurs(_ folder: String) -> Bool {
        let manifest = try? String(contentsOfFile: folder + "/Package.swift", encoding: .utf8)
        return manifest?.contains("name: \"NVMeTesting\"") == true
    }
}
