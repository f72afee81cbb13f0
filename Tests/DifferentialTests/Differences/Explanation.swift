/// Why two devices answer some cases differently, by the standard.
struct Explanation: Sendable {
    enum Verdict: String, Sendable {
        /// The standard demands what the embedded SSD does.
        case embedded = "the embedded SSD"
        case qemu = "QEMU"
        /// The standard leaves it to the controller, or the controllers say that they differ.
        case both
    }

    let title: String
    let right: Verdict
    /// One or two sentences.
    let why: String
    /// Where the standard says so.
    let clause: String
    let cases: [Difference]
}

/// A case that the devices answer differently.
struct Difference: Sendable, Equatable {
    let id: String
    let embedded: String
    let qemu: String

    init(_ id: String, _ embedded: String, _ qemu: String) {
        self.id = id
        self.embedded = embedded
        self.qemu = qemu
    }
}

extension Difference: CustomStringConvertible {
    var description: String { "\(id): embedded SSD \"\(embedded)\", QEMU \"\(qemu)\"" }
}

extension Explanation {
    static var all: [Explanation] { capabilities + commands + blocksAndRegisters + transfers }

    /// The differences that are explained, by case.
    static var explained: [Difference] { all.flatMap(\.cases) }
}
