/// Header of the telemetry log pages (07h host-initiated, 08h controller-initiated, NVMe Base 2.3 §5.2.12.1.8).
public struct TelemetryLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Log Page Identifier (LPI).
        public let logIdentifier = Field<UInt8>("lpi", at: 0, "Log Page Identifier")
        /// IEEE OUI Identifier (IEEE).
        public let ieeeOUI = Field<[UInt8]>("ieee", at: 5, bytes: 3, "IEEE OUI Identifier")
        /// Telemetry Data Area 1 Last Block (DALB1): in blocks of 512 bytes.
        public let dataArea1LastBlock = Field<UInt16>("dalb1", at: 8, "Telemetry Data Area 1 Last Block")
        /// Telemetry Data Area 2 Last Block (DALB2).
        public let dataArea2LastBlock = Field<UInt16>("dalb2", at: 10, "Telemetry Data Area 2 Last Block")
        /// Telemetry Data Area 3 Last Block (DALB3).
        public let dataArea3LastBlock = Field<UInt16>("dalb3", at: 12, "Telemetry Data Area 3 Last Block")
        /// Telemetry Data Area 4 Last Block (DALB4).
        public let dataArea4LastBlock = Field<UInt32>("dalb4", at: 16, "Telemetry Data Area 4 Last Block")
        /// Telemetry Host-Initiated Scope (THS).
        public let hostInitiatedScope = Field<UInt8>("ths", at: 380, "Telemetry Host-Initiated Scope")
        /// Telemetry Host-Initiated Data Generation Number (HOSTDGN).
        public let hostInitiatedGenerationNumber = Field<UInt8>(
            "hostdgn", at: 381, "Telemetry Host-Initiated Data Generation Number")
        /// Telemetry Controller-Initiated Data Available (CTRLAVAIL).
        public let controllerInitiatedDataAvailable = Field<UInt8>(
            "ctrlavail", at: 382, "Telemetry Controller-Initiated Data Available")
        /// Telemetry Controller-Initiated Data Generation Number (CTRLDGN).
        public let controllerInitiatedGenerationNumber = Field<UInt8>(
            "ctrldgn", at: 383, "Telemetry Controller-Initiated Data Generation Number")
        /// Reason Identifier (RSNIDENT).
        public let reasonIdentifier = Field<[UInt8]>("rsnident", at: 384, bytes: 128, "Reason Identifier")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}
