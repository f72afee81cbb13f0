import PCIExpress
import Synchronization

/// What a new buffer contains.
public enum BufferPattern: Sendable, Equatable {
    case zeros
    case ones
    /// The value again and again, little-endian; bytes behind the last whole dword stay zero.
    case dword(UInt32)
    /// The first `percent` (0...100) of the bytes random, the others zero.
    ///
    /// - Parameter seed: the same seed gives the same bytes; nil goes on with the generator that `Randomness.seed` sets.
    case random(percent: Int = 100, seed: UInt64? = nil)
}

/// The generator behind everything random that has no seed of its own.
public enum Randomness {
    private static let state = Mutex(SplitMix64(seed: 0))

    /// Makes all that follows repeatable.
    public static func seed(_ seed: UInt64) { state.withLock { $0 = SplitMix64(seed: seed) } }

    /// The next random number.
    public static func next() -> UInt64 { state.withLock { $0.next() } }
}

/// A small, fast generator that gives the same numbers on every machine (Steele, Lea, Flood 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Buffer {
    /// Overwrites the whole buffer. Throws `invalidArgument` for a percentage outside 0...100.
    public func fill(with pattern: BufferPattern) throws(NVMeError) {
        let bytes = UnsafeMutableRawBufferPointer(start: region.pointer, count: count)
        switch pattern {
        case .zeros: fill(bytes, 0)
        case .ones: fill(bytes, 0xFF)
        case .dword(let value):
            fill(bytes, 0)
            for index in 0..<count / 4 {
                bytes.storeBytes(of: value.littleEndian, toByteOffset: index * 4, as: UInt32.self)
            }
        case .random(let percent, let seed):
            guard (0...100).contains(percent) else {
                throw .invalidArgument(
                    name: "random percentage", value: "\(percent)", limit: "0...100", fix: "choose one inside")
            }
            fill(bytes, 0)
            var generator = SplitMix64(seed: seed ?? Randomness.next())
            randomise(.init(rebasing: bytes[0..<count / 100 * percent + count % 100 * percent / 100]), &generator)
        }
    }

    private func fill(_ bytes: UnsafeMutableRawBufferPointer, _ value: UInt8) {
        bytes.initializeMemory(as: UInt8.self, repeating: value)
    }

    private func randomise(_ bytes: UnsafeMutableRawBufferPointer, _ generator: inout SplitMix64) {
        for index in 0..<bytes.count / 8 {
            bytes.storeBytes(of: generator.next().littleEndian, toByteOffset: index * 8, as: UInt64.self)
        }
        var last = generator.next()
        for index in bytes.count / 8 * 8..<bytes.count {
            bytes[index] = UInt8(truncatingIfNeeded: last)
            last >>= 8
        }
    }
}
