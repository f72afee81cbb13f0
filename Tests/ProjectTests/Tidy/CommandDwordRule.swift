/// Finds a command dword that is taken apart, or put together, by hand.
enum CommandDwordRule {
    static func takesApart(_ line: some StringProtocol) -> Bool {
        let line = String(line)
        let isRead = line.contains(/cdw1[0-5]\s*(>>|<<|&(?![&+*-])|\||%|\.bits?\()/)
        let isWritten =
            line.contains(/cdw1[0-5]\s*[|&]?=[^=].*(<<|>>|\|(?!\|))/) || line.contains(/cdw1[0-5]\s*[|&]=/)
        return isRead || isWritten
    }
}
