/// A line of a script, as `#fileID` and `#line` name it.
public struct ScriptLine: Sendable, Hashable, CustomStringConvertible {
    /// Module and file, as in `Examples/HelloWorld.swift`.
    public let fileID: String
    /// Counted from 1.
    public let line: Int

    public init(fileID: String = #fileID, line: Int = #line) {
        self.fileID = fileID
        self.line = line
    }

    public var description: String { "\(fileID):\(line)" }
}
