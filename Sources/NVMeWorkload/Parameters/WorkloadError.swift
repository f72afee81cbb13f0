/// A parameter of a workload that cannot be used.
public struct WorkloadError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The parameter's Swift name.
    public let parameter: String
    /// What was given.
    public let value: String
    /// What is allowed.
    public let limit: String
    /// What to do about it.
    public let fix: String

    public var description: String { "\(parameter) \(value) cannot be used: \(limit); \(fix)" }
}
