/// Where a function sits on the PCI Express bus: domain, bus, device and function number.
public struct PCIeAddress: Sendable, Hashable, Comparable {
    public var domain: UInt16
    public var bus: UInt8
    /// 0...31.
    public var device: UInt8
    /// 0...7.
    public var function: UInt8

    /// Reads `DDDD:BB:DD.F` or `BB:DD.F` in hexadecimal; without a domain it is 0000.
    public init(_ text: String) throws(DeviceAddressError) {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        let slot = (fields.last ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard (2...3).contains(fields.count), slot.count == 2,
            let domain = Self.number(fields.count == 3 ? fields[0] : "0000", digits: 4),
            let bus = Self.number(fields[fields.count - 2], digits: 2),
            let device = Self.number(slot[0], digits: 2), let function = Self.number(slot[1], digits: 1)
        else {
            throw .malformed(address: text, problem: "a PCIe address has the form 0000:01:00.0 or 01:00.0")
        }
        guard device < 32 else {
            throw .malformed(address: text, problem: "the device number \(slot[0]) is over 1f")
        }
        guard function < 8 else {
            throw .malformed(address: text, problem: "the function number \(slot[1]) is over 7")
        }
        self.domain = domain
        self.bus = UInt8(truncatingIfNeeded: bus)
        self.device = UInt8(truncatingIfNeeded: device)
        self.function = UInt8(truncatingIfNeeded: function)
    }

    /// True for text that was meant as a PCIe address: hexadecimal fields with colons and a final `.F`.
    static func resembles(_ text: String) -> Bool {
        guard let dot = text.lastIndex(of: "."), text.distance(from: dot, to: text.endIndex) <= 3 else { return false }
        let head = text[..<dot]
        let colons = head.count { $0 == ":" }
        return (1...2).contains(colons) && head.allSatisfy { $0 == ":" || $0.isHexDigit }
            && text[text.index(after: dot)...].allSatisfy(\.isHexDigit)
    }

    private static func number(_ text: Substring, digits: Int) -> UInt16? {
        guard text.count == digits, text.allSatisfy(\.isHexDigit) else { return nil }
        return UInt16(text, radix: 16)
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.domain, left.bus, left.device, left.function) < (right.domain, right.bus, right.device, right.function)
    }
}

extension PCIeAddress: CustomStringConvertible {
    /// `DDDD:BB:DD.F`, as sysfs names the function.
    public var description: String {
        func hex(_ value: some BinaryInteger, _ digits: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return "\(hex(domain, 4)):\(hex(bus, 2)):\(hex(device, 2)).\(hex(function, 1))"
    }
}
