import NVMeDriver

/// A figure that may tell of a trouble: whoever reads it has looked.
@propertyWrapper public struct Acknowledged<Value: Sendable>: Sendable {
    /// The value, for reports: to be printed is not to be judged.
    package private(set) var unseen: Value
    /// Open until somebody looks.
    package var notes: [LedgerEntry] = []

    public init(wrappedValue: Value) { unseen = wrappedValue }

    public var wrappedValue: Value {
        get {
            if !notes.isEmpty { notes.acknowledge() }
            return unseen
        }
        set { unseen = newValue }
    }
}

extension WorkloadResult: Acknowledgeable {
    /// Somebody knows how the worker ended.
    public func acknowledge() {
        _ = outcome
        _ = errors
    }
}
