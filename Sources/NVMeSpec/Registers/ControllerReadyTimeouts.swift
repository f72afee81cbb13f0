/// CRTO, Controller Ready Timeouts (NVMe Base 2.0 §3.1.3.21), in units of 500 ms.
public struct ControllerReadyTimeouts: BitStructure {
    public final class Layout: BitLayout {
        /// Controller Ready With Media Timeout (CRWMT).
        public let readyWithMedia = Bits<UInt16, 15, 0>("CRWMT", "Controller Ready With Media Timeout")
        /// Controller Ready Independent of Media Timeout (CRIMT).
        public let readyIndependentOfMedia = Bits<UInt16, 31, 16>(
            "CRIMT", "Controller Ready Independent of Media Timeout")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
