/// Where an NVMe/TCP subsystem listens.
public struct NetworkAddress: Sendable, Hashable {
    /// Host name, IPv4 address, or IPv6 address without brackets.
    public var host: String
    /// 4420 where the address names none (NVMe TCP Transport 1.0 §3.1.1).
    public var port: UInt16
    /// NVMe qualified name of the subsystem; nil asks the discovery controller.
    public var subsystem: String?

    /// The port assigned to NVMe over Fabrics.
    public static var defaultPort: UInt16 { 4420 }

    /// `host[:port][/nqn]`; an IPv6 host stands in brackets.
    init(authority: Substring, in address: String) throws(DeviceAddressError) {
        let parts = authority.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.first ?? ""
        subsystem = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
        if let subsystem, !subsystem.hasPrefix("nqn.") {
            throw .malformed(address: address, problem: "a subsystem's name begins with 'nqn.'")
        }
        let (host, port) = try Self.split(place, in: address)
        guard !host.isEmpty else { throw .malformed(address: address, problem: "the host is missing") }
        self.host = host
        self.port = port
    }

    private static func split(
        _ place: Substring, in address: String
    ) throws(DeviceAddressError) -> (host: String, port: UInt16) {
        var host = place
        var rest: Substring = ""
        if place.hasPrefix("[") {
            guard let bracket = place.firstIndex(of: "]") else {
                throw .malformed(address: address, problem: "the bracket of the IPv6 address is not closed")
            }
            host = place[place.index(after: place.startIndex)..<bracket]
            rest = place[place.index(after: bracket)...]
        } else if let colon = place.firstIndex(of: ":") {
            host = place[..<colon]
            rest = place[colon...]
        }
        guard !rest.isEmpty else { return (String(host), defaultPort) }
        guard rest.hasPrefix(":"), let port = UInt16(rest.dropFirst()), port > 0 else {
            throw .malformed(address: address, problem: "a port is a number from 1 to 65535")
        }
        return (String(host), port)
    }

    /// True for `a.b.c.d` and `a.b.c.d:port` with bytes in decimal.
    static func resemblesIPv4(_ text: String) -> Bool {
        let host = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false)
        return bytes.count == 4 && bytes.allSatisfy { UInt8($0) != nil }
    }
}

extension NetworkAddress: CustomStringConvertible {
    public var description: String {
        let host = host.contains(":") ? "[\(host)]" : host
        return "tcp://\(host):\(port)/\(subsystem ?? "")"
    }
}
