extension DeviceAddress {
    /// Reads an address in any of the forms of ``DeviceAddress``; white space around it is ignored.
    ///
    /// Throws `DeviceAddressError.unknownForm` for text that looks like none of them, `.malformed` for a form with a mistake.
    public init(_ text: String) throws(DeviceAddressError) {
        let text = text.trimmed
        if text.isEmpty {
            self = .default
        } else if let body = text.body(ofScheme: "emu") {
            self = .embedded(try VirtualDevice(body, in: text))
        } else if let body = text.body(ofScheme: "qemu") {
            self = .qemu(try VirtualDevice(body, in: text))
        } else if let body = text.body(ofScheme: "vfio-user") {
            guard body.hasPrefix("/") else {
                throw .malformed(address: text, problem: "a vfio-user address is an absolute path, as /run/ssd.sock")
            }
            self = .vfioUser(path: body)
        } else if text.hasPrefix("tcp://") {
            self = .tcp(try NetworkAddress(authority: text.dropFirst("tcp://".count), in: text))
        } else if PCIeAddress.resembles(text) {
            self = .pcie(try PCIeAddress(text))
        } else if NetworkAddress.resemblesIPv4(text) {
            self = .tcp(try NetworkAddress(authority: text[...], in: text))
        } else {
            throw .unknownForm(text)
        }
    }
}

extension VirtualDevice {
    /// `PROFILE?key=value&key=value`, `/path?key=value`, or nothing.
    init(_ body: String, in address: String) throws(DeviceAddressError) {
        let parts = body.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        let query = parts.count > 1 ? parts[1] : ""
        self.init(parameters: try Self.parameters(query, in: address))
        if name.hasPrefix("/") {
            mediaPath = name
        } else if !name.isEmpty {
            guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }) else {
                throw .malformed(
                    address: address,
                    problem: "a profile's name has letters, digits, '-', '_' and '.' only; a media file begins with '/'"
                )
            }
            profile = name
        }
    }

    private static func parameters(
        _ query: Substring, in address: String
    ) throws(DeviceAddressError) -> [String: String] {
        var result: [String: String] = [:]
        for item in query.split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, !pair[0].isEmpty else {
                throw .malformed(address: address, problem: "'\(item)' is not of the form name=value")
            }
            guard result.updateValue(String(pair[1]), forKey: String(pair[0])) == nil else {
                throw .malformed(address: address, problem: "'\(pair[0])' is given twice")
            }
        }
        return result
    }
}

extension String {
    /// Without the white space around it.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// What follows `scheme:`; empty for the bare scheme, nil for another one.
    func body(ofScheme scheme: String) -> String? {
        if self == scheme { return "" }
        return hasPrefix(scheme + ":") ? String(dropFirst(scheme.count + 1)) : nil
    }
}
