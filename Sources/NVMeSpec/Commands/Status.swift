/// The 15-bit status field of a completion (NVMe Base 2.0 §3.3.3.2.1).
public struct Status: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
    /// SC (7:0), SCT (10:8), CRD (12:11), M (13), DNR (14).
    public let rawValue: UInt16

    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue & 0x7FFF }

    @inlinable
    public init(
        _ code: StatusCode, doNotRetry: Bool = false, more: Bool = false, retryDelay: UInt8 = 0
    ) {
        self.init(
            rawValue: code.rawValue & 0x7FF | UInt16(retryDelay & 0b11) << 11 | (more ? 1 << 13 : 0)
                | (doNotRetry ? 1 << 14 : 0))
    }

    @inlinable
    public static var success: Self { Self(rawValue: 0) }

    /// Status code type and status code.
    @inlinable
    public var code: StatusCode { StatusCode(rawValue: rawValue & 0x7FF) }

    /// Command retry delay (CRD): 0, or the index of a CRDT field of Identify Controller.
    public var retryDelay: UInt8 { UInt8(rawValue >> 11 & 0b11) }

    /// More (M): the Error Information log page has more about this command.
    public var more: Bool { rawValue & 1 << 13 != 0 }

    /// Do not retry (DNR): the same command would fail again.
    public var doNotRetry: Bool { rawValue & 1 << 14 != 0 }

    @inlinable
    public var isSuccess: Bool { rawValue & 0x7FF == 0 }
}

extension Status: CustomStringConvertible {
    /// `"Invalid Field in Command (00/02), do not retry, more in the error log"`.
    public var description: String {
        var words = [code.debugDescription]
        if retryDelay != 0 { words.append("retry after CRDT\(retryDelay)") }
        if doNotRetry { words.append("do not retry") }
        if more { words.append("more in the error log") }
        return words.joined(separator: ", ")
    }
}

/// Status code type and status code: what became of a command, without the retry hints.
public struct StatusCode: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
    /// SCT in bits 10:8, SC in bits 7:0.
    public let rawValue: UInt16

    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue & 0x7FF }

    @inlinable
    public init(type: StatusCodeType, _ code: UInt8) {
        self.init(rawValue: UInt16(type.rawValue) << 8 | UInt16(code))
    }

    @inlinable
    public var type: StatusCodeType { StatusCodeType(rawValue: UInt8(rawValue >> 8)) }

    /// Status code (SC) inside its type.
    @inlinable
    public var code: UInt8 { UInt8(truncatingIfNeeded: rawValue) }
}

/// Status code type (SCT, NVMe Base 2.0 figure "Status Code – Status Code Type Values").
public struct StatusCodeType: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue & 0b111 }
    public static var generic: Self { Self(rawValue: 0) }
    public static var commandSpecific: Self { Self(rawValue: 1) }
    public static var mediaAndDataIntegrity: Self { Self(rawValue: 2) }
    public static var pathRelated: Self { Self(rawValue: 3) }
    public static var vendorSpecific: Self { Self(rawValue: 7) }
}
