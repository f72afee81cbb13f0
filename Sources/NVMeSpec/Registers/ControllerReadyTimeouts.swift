/// CRTO, Controller Ready Timeouts (NVMe Base 2.0 §3.1.3.21), in units of 500 ms.
public struct ControllerReadyTimeouts: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Controller Ready With Media Timeout (CRWMT, 15:0).
    public var readyWithMedia: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Controller Ready Independent of Media Timeout (CRIMT, 31:16).
    public var readyIndependentOfMedia: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("readyWithMedia", "CRWMT", 0...15, "Controller Ready With Media Timeout"),
        .init("readyIndependentOfMedia", "CRIMT", 16...31, "Controller Ready Independent of Media Timeout"),
    ]
}
