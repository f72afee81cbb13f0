/// What the standard says about one status code.
public struct StatusCodeRow: Sendable {
    public let code: StatusCode
    /// Swift name of the static member of `StatusCode`.
    public let member: String
    /// The standard's name.
    public let name: String
    /// One sentence about what happened.
    public let description: String
    /// The command set that gives the value this meaning; nil when all do.
    public internal(set) var commandSet: StatusCodeScope?

}

/// The declarations of the status codes: for `StatusCode` each is the bare number, for `StatusCodeRow` all that is said of it.
public protocol StatusCodes {
    /// SCT and SC, the standard's name, one sentence about what happened, and the name in Swift.
    init(code: UInt16, name: String, description: String, member: String)
}

extension StatusCodes {
    /// Declares a code; its name in Swift is that of the declaration.
    @inlinable public init(_ code: UInt16, _ name: String, _ description: String, member: String = #function) {
        self.init(code: code, name: name, description: description, member: member)
    }
}

extension StatusCode: StatusCodes {
    @inlinable public init(code: UInt16, name _: String, description _: String, member _: String) {
        self.init(rawValue: code)
    }
}

extension StatusCodeRow: StatusCodes {
    public init(code: UInt16, name: String, description: String, member: String) {
        self.init(
            code: StatusCode(rawValue: code), member: member, name: name, description: description, commandSet: nil)
    }
}

/// Command sets that give one command-specific status value different meanings.
public enum StatusCodeScope: String, Sendable, CaseIterable {
    case nvm, zoned, fabrics
}

extension StatusCode {
    /// Every status code this package knows, in order; values that command sets share appear once for each. The last is the driver's own.
    public static let table: [StatusCodeRow] =
        genericRows + commandSpecificRows + nvmRows + zonedRows + fabricsRows + mediaRows + pathRows + driverRows

    static func rows(in commandSet: StatusCodeScope, _ rows: [StatusCodeRow]) -> [StatusCodeRow] {
        rows.map { row in
            var row = row
            row.commandSet = commandSet
            return row
        }
    }

    private static let rowsByCode: [StatusCode: [StatusCodeRow]] = Dictionary(grouping: table, by: \.code)

    /// The row of this code. Where command sets disagree, that of `scope`.
    public func row(in scope: StatusCodeScope = .nvm) -> StatusCodeRow? {
        guard let rows = Self.rowsByCode[self] else { return nil }
        return rows.first { $0.commandSet == scope } ?? rows.first
    }

    /// The standard's name (`"Invalid Field in Command"`), or what kind of unknown code this is.
    public var name: String { name(in: .nvm) }

    /// The standard's name; where command sets share a value, the meaning it has in `scope`.
    public func name(in scope: StatusCodeScope) -> String {
        if let row = row(in: scope) { return row.name }
        return type == .vendorSpecific || code >= 0xC0 ? "Vendor Specific" : "Reserved"
    }

    /// Name for one-line logs: the Swift member in capital words (`"INVALID FIELD"`).
    public var logName: String { logName(in: .nvm) }

    /// Name for one-line logs, with the meaning that a shared value has in `scope`.
    public func logName(in scope: StatusCodeScope) -> String {
        row(in: scope).map { capitalWords($0.member) } ?? name.uppercased()
    }
}

extension StatusCode: CustomStringConvertible, CustomDebugStringConvertible {
    /// One sentence about what happened.
    public var description: String {
        row()?.description ?? "\(name) status code \(pair)."
    }

    /// Type and code as two hexadecimal numbers (`"01/0c"`).
    public var pair: String { "\(hexadecimal(type.rawValue))/\(hexadecimal(code))" }

    public var debugDescription: String { "\(name) (\(pair))" }
}
