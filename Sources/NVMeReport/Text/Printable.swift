import NVMeWorkload

extension Figures {
    /// Text of a device or a file without what would move a terminal's cursor.
    public static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: "?"
                    default: scalar
                    }
                }))
    }
}
