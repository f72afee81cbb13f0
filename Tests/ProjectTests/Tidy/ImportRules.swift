/// Who may import whom: `docs/architecture.md`, as data. A room that is missing here may import nothing of ours.
enum ImportRules {
    /// Modules of ours that each room may import.
    static let allowed: [String: Set<String>] = [
        "CNVMeHost": [],
        "NVMeSpec": [],
        "PCIExpress": ["CNVMeHost"],
        "EmulatedSSD": ["CNVMeHost", "NVMeSpec", "PCIExpress"],
        "NVMeDriver": ["CNVMeHost", "NVMeSpec", "PCIExpress"],
        "NVMeWorkload": ["CNVMeHost", "NVMeDriver", "NVMeSpec", "PCIExpress"],
        "NVMeReport": ["NVMeSpec", "NVMeWorkload"],
        "NVMe": ["EmulatedSSD", "NVMeDriver", "NVMeSpec", "PCIExpress"],
        "NVMeTesting": ["NVMe", "NVMeReport", "NVMeWorkload"],
        "Cookbook": ["NVMe", "NVMeTesting", "NVMeWorkload"],
        "Examples": ["NVMe", "NVMeTesting"],
        "Performance": ["NVMe", "NVMeTesting", "NVMeWorkload"],
        "Stress": ["NVMe", "NVMeTesting", "NVMeWorkload"],
        "nvmetest": [
            "Cookbook", "EmulatedSSD", "Examples", "NVMe", "NVMeDriver", "NVMeReport", "NVMeSpec", "NVMeTesting",
            "NVMeWorkload",
            "PCIExpress", "Performance", "Stress",
        ],
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
        code.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let words = line.split(separator: UInt8(ascii: " "))
            guard let index = words.firstIndex(where: { $0.elementsEqual("import".utf8) }), index <= 2 else {
                return nil
            }
            let kinds = ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"]
            let name = words.dropFirst(index + 1).first { word in !kinds.contains { word.elementsEqual($0.utf8) } }
            return name.map { String(decoding: $0.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self) }
        }
    }
}
