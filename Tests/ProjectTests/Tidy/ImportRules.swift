/// Who may import whom: `docs/architecture.md`, as data. A room that is missing here may import nothing of ours.
enum ImportRules {
    /// Modules of ours that each room may import.
    static let allowed: [String: Set<String>] = [
        "CNVMeHost": [],
        "NVMeSpec": [],
        "PCIExpress": ["CNVMeHost"],
        "EmulatedSSD": ["CNVMeHost", "NVMeSpec", "PCIExpress"],
        "NVMeDriver": ["CNVMeHost", "NVMeSpec", "PCIExpress"],
        "NVMe": ["EmulatedSSD", "NVMeDriver", "NVMeSpec", "PCIExpress"],
        "NVMeTesting": ["NVMe"],
        "Examples": ["NVMe", "NVMeTesting"],
        "nvmetest": ["EmulatedSSD", "Examples", "NVMe", "NVMeDriver", "NVMeSpec", "NVMeTesting", "PCIExpress"],
    ]

    /// Rooms where Foundation would cost more than it gives: they are linked into other people's processes.
    static let withoutFoundation: Set<String> = ["CNVMeHost", "NVMeSpec", "PCIExpress", "EmulatedSSD", "NVMeDriver"]

    /// The room of a source file: the folder below `Sources` or `Suites`; nil for tests and benchmarks, which see everything.
    static func room(of path: String) -> String? {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[0] == "Sources" || parts[0] == "Suites" else { return nil }
        return String(parts[1])
    }

    /// Names of the modules that a file imports.
    static func imports(in code: String) -> [String] {
        code.matches(
            of:
                /(?m)^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:public |package |internal |private |fileprivate )?import\s+(?:struct |class |enum |func |protocol |typealias |let |var )?(\w+)/
        )
        .map { String($0.1) }
    }
}
