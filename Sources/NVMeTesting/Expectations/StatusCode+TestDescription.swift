import NVMe
import Testing

extension StatusCode: CustomTestStringConvertible {
    /// What a failed expectation shows of a code: `"LBA Out of Range (00/80)"`, since the sentence alone names no number.
    public var testDescription: String { debugDescription }
}
