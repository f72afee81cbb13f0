/// Header of the telemetry log pages (07h host-initiated, 08h controller-initiated, NVMe Base 2.3 §5.2.12.1.8).
public struct TelemetryLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Log Page Identifier (LPI).
        public let logIdentifier = Field<UInt8, 0, 0>("lpi", "Log Page Identifier")
        /// IEEE OUI Identifier (IEEE).
        public let ieeeOUI = Field<[UInt8], 7, 5>("ieee", "IEEE OUI Identifier")
        /// Telemetry Data Area 1 Last Block (DALB1): in blocks of 512 bytes.
        public let dataArea1LastBlock = Field<UInt16, 9, 8>("dalb1", "Telemetry Data Area 1 Last Block")
        /// Telemetry Data Area 2 Last Block (DALB2).
        public let dataArea2LastBlock = Field<UInt16, 11, 10>("dalb2", "Telemetry Data Area 2 Last Block")
        /// Telemetry Data Area 3 Last Block (DALB3).
        public let dataArea3LastBlock = Field<UInt16, 13, 12>("dalb3", "Telemetry Data Area 3 Last Block")
        /// Telemetry Data Area 4 Last Block (DALB4).
        public let dataArea4LastBlock = Field<UInt32, 19, 16>("dalb4", "Telemetry Data Area 4 Last Block")
        /// Telemetry Host-Initiated Scope (THS).
        public let hostInitiatedScope = Field<UInt8, 380, 380>("ths", "Telemetry Host-Initiated Scope")
        /// Telemetry Host-Initiated Data Generation Number (HOSTDGN).
        public let hostInitiatedGenerationNumber = Field<UInt8, 381, 381>(
            "hostdgn", "Telemetry Host-Initiated Data Generation Number")
        /// Telemetry Controller-Initiated Data Available (CTRLAVAIL).
        public let controllerInitiatedDataAvailable = Field<UInt8, 382, 382>(
            "ctrlavail", "Telemetry Controller-Initiated Data Available")
        /// Telemetry Controller-Initiated Data Generation Number (CTRLDGN).
        public let controllerInitiatedGenerationNumber = Field<UInt8, 383, 383>(
            "ctrldgn", "Telemetry Controller-Initiated Data Generation Number")
        /// Reason Identifier (RSNIDENT).
        public let reasonIdentifier = Field<[UInt8], 511, 384>("rsnident", "Reason Identifier")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}
