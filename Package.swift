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

let package = Package(
    name: "swift-nvme",
    products: [
        .library(name: "NVMe", targets: ["NVMe"]),
        .library(name: "NVMeTesting", targets: ["NVMeTesting"]),
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
            name: "NVMeTesting", dependencies: ["NVMe", "NVMeReport", "NVMeWorkload"], swiftSettings: settings),
        .target(name: "Examples", dependencies: ["NVMeTesting"], path: "Suites/Examples", swiftSettings: settings),
        .target(
            name: "Performance", dependencies: ["NVMeTesting"], path: "Suites/Performance", swiftSettings: settings),
        .target(name: "Stress", dependencies: ["NVMeTesting"], path: "Suites/Stress", swiftSettings: settings),
        .target(name: "NVMeReport", dependencies: ["NVMeSpec", "NVMeWorkload"], swiftSettings: settings),
        .executableTarget(
            name: "nvmetest",
            dependencies: [
                "Examples", "NVMe", "NVMeReport", "NVMeTesting", "NVMeWorkload", "Performance", "Stress", "Yams",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        .testTarget(name: "NVMeSpecTests", dependencies: ["NVMeSpec"], swiftSettings: settings),
        .testTarget(name: "PCIExpressTests", dependencies: ["CNVMeHost", "PCIExpress"], swiftSettings: settings),
        .testTarget(
            name: "EmulatedSSDTests", dependencies: ["CNVMeHost", "EmulatedSSD", "NVMeSpec", "PCIExpress"],
            swiftSettings: settings),
        .testTarget(name: "NVMeDriverTests", dependencies: ["NVMe", "NVMeTesting"], swiftSettings: settings),
        .testTarget(
            name: "IntegrityTests", dependencies: ["CNVMeHost", "EmulatedSSD", "NVMeDriver", "NVMeSpec", "PCIExpress"],
            swiftSettings: settings),
        .testTarget(name: "DifferentialTests", dependencies: ["NVMe"], swiftSettings: settings),
        .testTarget(name: "NVMeTests", dependencies: ["NVMe"], swiftSettings: settings),
        .testTarget(name: "NVMeTestingTests", dependencies: ["NVMeTesting"], swiftSettings: settings),
        .testTarget(
            name: "SuitesTests", dependencies: ["Examples", "Performance", "Stress"], swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests", dependencies: ["NVMe", "NVMeReport", "NVMeWorkload", "nvmetest"],
            swiftSettings: settings),
        .testTarget(
            name: "NVMeWorkloadTests",
            dependencies: ["EmulatedSSD", "NVMeDriver", "NVMeSpec", "NVMeWorkload", "PCIExpress"],
            swiftSettings: settings),
        .testTarget(
            name: "NVMeReportTests", dependencies: ["NVMeReport", "NVMeSpec", "NVMeWorkload"],
            exclude: ["Golden"], swiftSettings: settings),
        .testTarget(name: "ProjectTests", dependencies: ["NVMe", "NVMeTesting"], swiftSettings: settings),
    ]
)
