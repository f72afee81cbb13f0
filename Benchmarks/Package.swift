// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who depends on swift-nvme shall not fetch a benchmark harness.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "swift-nvme", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "IOPath",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "NVMe", package: "swift-nvme"),
                .product(name: "NVMeWorkload", package: "swift-nvme"),
            ],
            path: "Benchmarks/IOPath",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
        .executableTarget(
            name: "Figures",
            dependencies: [
                .product(name: "NVMe", package: "swift-nvme"),
                .product(name: "NVMeWorkload", package: "swift-nvme"),
            ],
            path: "Figures",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "MediaCurve",
            dependencies: [
                .product(name: "NVMe", package: "swift-nvme"),
                .product(name: "NVMeWorkload", package: "swift-nvme"),
            ],
            path: "MediaCurve",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
    ]
)
