import Benchmark
import Foundation

let benchmarks: @Sendable () -> Void = {
    Benchmark("nothing", configuration: .init(metrics: [.wallClock], scalingFactor: .kilo)) { benchmark in
        for i in benchmark.scaledIterations { blackHole(i) }
    }
}
