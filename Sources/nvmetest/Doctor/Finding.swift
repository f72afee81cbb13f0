/// One thing that `doctor` looked at.
struct Finding: Sendable {
    enum State: String, Sendable {
        /// Works.
        case ok
        /// Does not work, and only some devices need it.
        case missing
        /// Worth knowing, nothing to do.
        case note
        /// Does not work, and without it nothing does.
        case broken

        var mark: String {
            switch self {
            case .ok: "ok"
            case .missing: "--"
            case .note: "i"
            case .broken: "!!"
            }
        }
    }

    let name: String
    let state: State
    let detail: String
    /// One command or sentence.
    var fix: String?

    init(_ name: String, _ state: State, _ detail: String, fix: String? = nil) {
        self.name = name
        self.state = state
        self.detail = detail
        self.fix = fix
    }

    var json: JSONValue {
        ["name": .string(name), "state": .string(state.rawValue), "detail": .string(detail), "fix": .optional(fix)]
    }
}
