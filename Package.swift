// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where nobody is there to read them; users of the package never see this.
let warnings: [SwiftSetting] =
    Context.environment["WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + warnings

/// What `import NVMe` and `import NVMeTesting` bring along. A target that uses them through the umbrella names them all the same: the
/// build system looks at direct dependencies only when it decides what a changed layout makes stale.
let nvmeModules = ["EmulatedSSD", "NVMe", "NVMeDriver", "NVMeSpec", "PCIExpress"]
let nvme = nvmeModules.map { Target.Dependency(stringLiteral: $0) }
let testingModules = nvmeModules + ["NVMeReport", "NVMeTesting", "NVMeWorkload"]
let nvmeTesting = testingModules.map { Target.Dependency(stringLiteral: $0) }

let package = Package(
    name: "swift-nvme",
    products: [
        .library(name: "NVMe", targets: nvmeModules),
        .library(name: "NVMeTesting", targets: testingModules),
        .library(name: "NVMeWorkload", targets: ["NVMeWorkload"]),
        .executable(name: "nvmetest", targets: ["nvmetest"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "CNVMeHost"),
        .target(name: "NVMeSpec", swiftSettings: settings),
        .target(name: "PCIExpress", dependencies: ["CNVMeHost"], swiftSettings: settings),
        .target(
            name: "EmulatedSSD", dependencies: ["CNVMeHost", "NVMeSpec", "PCIExpress"], swiftSettings: settings),
        .target(name: "NVMeDriver", dependencies: ["CNVMeHost", "NVMeSpec", "PCIExpress"], swiftSettings: settings),
        .target(
            name: "NVMeWorkload", dependencies: ["CNVMeHost", "NVMeDriver", "NVMeSpec", "PCIExpress"],
            swiftSettings: settings),
        .target(
            name: "NVMe", dependencies: ["EmulatedSSD", "NVMeDriver", "NVMeSpec", "PCIExpress"],
            swiftSettings: settings),
        .target(
            name: "NVMeTesting", dependencies: nvme + ["NVMeReport", "NVMeWorkload"], swiftSettings: settings),
        .target(name: "Cookbook", dependencies: nvmeTesting, path: "Suites/Cookbook", swiftSettings: settings),
        .target(name: "Examples", dependencies: nvmeTesting, path: "Suites/Examples", swiftSettings: settings),
        .target(name: "Performance", dependencies: nvmeTesting, path: "Suites/Performance", swiftSettings: settings),
        .target(name: "Stress", dependencies: nvmeTesting, path: "Suites/Stress", swiftSettings: settings),
        .target(name: "NVMeReport", dependencies: ["NVMeSpec", "NVMeWorkload"], swiftSettings: settings),
        .executableTarget(
            name: "nvmetest",
            dependencies: nvmeTesting + [
                "Cookbook", "Examples", "Performance", "Stress", "Yams",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "hunt",
            dependencies: nvme + [
                "NVMeWorkload", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Hunt", swiftSettings: settings),
        .testTarget(name: "NVMeSpecTests", dependencies: ["NVMeSpec"], swiftSettings: settings),
        .testTarget(name: "PCIExpressTests", dependencies: ["CNVMeHost", "PCIExpress"], swiftSettings: settings),
        .testTarget(
            name: "EmulatedSSDTests", dependencies: ["CNVMeHost", "EmulatedSSD", "NVMeSpec", "PCIExpress"],
            swiftSettings: settings),
        .testTarget(name: "NVMeDriverTests", dependencies: nvmeTesting, swiftSettings: settings),
        .testTarget(
            name: "IntegrityTests", dependencies: ["CNVMeHost", "EmulatedSSD", "NVMeDriver", "NVMeSpec", "PCIExpress"],
            swiftSettings: settings),
        .testTarget(name: "DifferentialTests", dependencies: nvme, swiftSettings: settings),
        .testTarget(name: "NVMeTests", dependencies: nvme, swiftSettings: settings),
        .testTarget(name: "NVMeTestingTests", dependencies: nvmeTesting, swiftSettings: settings),
        .testTarget(
            name: "SuitesTests", dependencies: nvmeTesting + ["Cookbook", "Examples", "Performance", "Stress"],
            swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests", dependencies: nvmeTesting + ["nvmetest"],
            swiftSettings: settings),
        .testTarget(
            name: "NVMeWorkloadTests",
            dependencies: ["EmulatedSSD", "NVMeDriver", "NVMeSpec", "NVMeWorkload", "PCIExpress"],
            swiftSettings: settings),
        .testTarget(
            name: "NVMeReportTests", dependencies: ["NVMeReport", "NVMeSpec", "NVMeWorkload"],
            exclude: ["Golden"], swiftSettings: settings),
        .testTarget(name: "ProjectTests", dependencies: nvmeTesting, swiftSettings: settings),
    ]
)

// The reference is built by `make docs` alone, so that users of the package never resolve what builds it.
if Context.environment["NVME_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
