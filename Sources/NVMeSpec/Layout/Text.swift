/// The number in lower-case hexadecimal, padded with zeros to `digits` (all digits of its type when nil).
func hexadecimal<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number, digits: Int? = nil) -> String {
    let text = String(number, radix: 16)
    let width = digits ?? Number.bitWidth / 4
    return String(repeating: "0", count: max(0, width - text.count)) + text
}

/// `"invalidNVMSubsystem"` as `"INVALID NVM SUBSYSTEM"`.
func capitalWords(_ camelCase: String) -> String {
    let letters = Array(camelCase)
    var words = ""
    for (index, letter) in letters.enumerated() {
        let startsWord =
            letter.isUppercase
            && index > 0
            && (letters[index - 1].isLowercase || index + 1 < letters.count && letters[index + 1].isLowercase)
        words += (startsWord ? " " : "") + letter.uppercased()
    }
    return words
}
