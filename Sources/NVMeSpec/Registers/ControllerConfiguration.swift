/// CC, Controller Configuration (NVMe Base 2.0 §3.1.3.5).
public struct ControllerConfiguration: BitStructure {
    public final class Layout: BitLayout {
        /// Enable (EN).
        public let enable = Bit<0>("EN", "Enable")
        /// I/O Command Set Selected (CSS): 000b NVM, 110b all supported, 111b admin only.
        public let commandSetSelected = Bits<UInt8, 6, 4>("CSS", "I/O Command Set Selected")
        /// Memory Page Size (MPS): `4096 << value` bytes.
        public let memoryPageSize = Bits<UInt8, 10, 7>("MPS", "Memory Page Size")
        /// Arbitration Mechanism Selected (AMS): 000b round robin, 001b weighted round robin with urgent class.
        public let arbitrationMechanism = Bits<UInt8, 13, 11>("AMS", "Arbitration Mechanism Selected")
        /// Shutdown Notification (SHN): 01b normal, 10b abrupt.
        public let shutdownNotification = Bits<UInt8, 15, 14>("SHN", "Shutdown Notification")
        /// I/O Submission Queue Entry Size (IOSQES) as a power of two.
        public let submissionEntrySize = Bits<UInt8, 19, 16>("IOSQES", "I/O Submission Queue Entry Size")
        /// I/O Completion Queue Entry Size (IOCQES) as a power of two.
        public let completionEntrySize = Bits<UInt8, 23, 20>("IOCQES", "I/O Completion Queue Entry Size")
        /// Controller Ready Independent of Media Enable (CRIME).
        public let readyIndependentOfMedia = Bit<24>("CRIME", "Controller Ready Independent of Media Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
