/// What can go wrong between a script and a PCIe function, below NVMe.
public enum PCIeError: Error, Sendable, Equatable {
    /// Nothing answers at this address. `hint` says what to do.
    case deviceNotFound(address: String, hint: String)
    /// The function is there, but its class code is not NVMe's (01 08 02).
    case notNVMe(address: String, classCode: UInt32)
    /// This kind of device cannot do that.
    case unsupported(operation: String, address: String)
    /// An offset, width or size outside what the function has.
    case outOfRange(what: String, value: UInt64, limit: UInt64)
    /// A device that is made to order was ordered wrongly: an unknown parameter, or a value that it cannot have.
    case invalidParameter(name: String, problem: String)
    /// The arena of DMA memory has no room; `available` is the largest free piece.
    case outOfMemory(requested: Int, available: Int)
    /// The machine lacks something: a package, a permission, a kernel module. `fix` is one command or sentence.
    case environment(problem: String, fix: String)
    /// The device's process or the bus did not answer, or answered nonsense.
    case transport(address: String, problem: String)
    /// `close()` was called on the function.
    case closed(address: String)
}

extension PCIeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .deviceNotFound(let address, let hint): "no device at '\(address)': \(hint)"
        case .notNVMe(let address, let classCode):
            "'\(address)' is not an NVMe controller: its class code is 0x\(String(classCode, radix: 16)), not 0x10802"
        case .unsupported(let operation, let address): "\(operation) is not possible on '\(address)'"
        case .outOfRange(let what, let value, let limit):
            "\(what) 0x\(String(value, radix: 16)) is out of range: the limit is 0x\(String(limit, radix: 16))"
        case .invalidParameter(let name, let problem): "'\(name)' \(problem)"
        case .outOfMemory(let requested, let available):
            "no DMA memory for \(requested) bytes: the largest free piece has \(available)"
        case .environment(let problem, let fix): "\(problem); \(fix)"
        case .transport(let address, let problem): "'\(address)' failed: \(problem)"
        case .closed(let address): "'\(address)' has been closed"
        }
    }
}
