import EmulatedSSD
import NVMe
import PCIExpress
import Testing

/// Two `Controller`s of one function: the one that set it up last drives it, the other sends nothing.
@Suite("A controller that another one has superseded")
struct SupersededTests {
    private let ssd: EmulatedSSD
    private let older: Controller
    private let newer: Controller
    /// Where the newer one is made.
    private let place: ScriptLine

    init() throws {
        ssd = try EmulatedSSD(address: "emu:small?clock=virtual&seed=7")
        older = Controller(ssd)
        try older.initialise()
        newer = Controller(ssd)
        place = ScriptLine(line: #line - 1)
    }

    private var superseded: NVMeError { .superseded(address: older.address, by: place) }

    @Test func sendsNoAdminCommandAndSaysWhoDrivesTheFunction() throws {
        try newer.initialise()
        #expect(throws: superseded) { try older.identifyController() }
        #expect(throws: superseded) { try older.makeQueuePair(depth: 4) }
        #expect(superseded.description.contains("NVMeDriverTests/SupersededTests.swift:\(place.line)"))
        #expect(try newer.identifyController().numberOfNamespaces > 0)
    }

    /// The device would carry out the commands of the newer one's ring again, into memory that is somebody else's by now.
    @Test func ringsNoDoorbellOfAPairFromBefore() throws {
        let namespace = try older.namespace(1)
        let pair = try older.makeQueuePair(depth: 16)
        let buffer = try older.makeBuffer(4096)
        try newer.initialise()
        let other = try newer.makeQueuePair(depth: 16)
        for _ in 0..<14 { try newer.namespace(1).read(other, newer.makeBuffer(4096), lba: 0, count: 8).wait() }
        let canaries = try (0..<40).map { _ in try newer.makeBuffer(4096, pattern: .dword(0x3C3C_3C3C)) }
        #expect(throws: superseded) { try namespace.read(pair, buffer, lba: 0) }
        #expect(throws: superseded) { try pair.wait() }
        _ = try newer.identifyController()
        #expect(canaries.allSatisfy { $0[...].allSatisfy { $0 == 0x3C } })
    }

    @Test func forgetsWhatWasOutstandingWhenTheOtherOneBegins() throws {
        let pair = try older.makeQueuePair(depth: 4)
        try older.namespace(1).read(pair, older.makeBuffer(4096), lba: 0)
        try newer.disable()
        #expect(pair.outstanding == 0)
        #expect(!pair.isAlive)
        #expect(newer.quarantine.regions == 0)
    }

    /// Each of these makes the device forget the queues of the other.
    @Test(arguments: ["reset", "power", "bus master", "subsystem reset"]) func isSoAlsoByAReset(kind: String) throws {
        switch kind {
        case "reset": try newer.pcieReset(.functionLevel)
        case "power": try newer.powerCycle()
        case "bus master": try newer.disableBusMaster()
        default: try newer.subsystemReset()
        }
        #expect(throws: superseded) { try older.identifyController() }
    }

    @Test func stepOfABringUpDoesNotTakeTheFunctionBackByAccident() throws {
        try newer.initialise()
        #expect(throws: superseded) { try older.setUpAdminQueue() }
        #expect(throws: superseded) { try older.enable() }
        #expect(try newer.identifyController().numberOfNamespaces > 0)
    }

    @Test func takesTheFunctionBackByAReset() throws {
        try newer.initialise()
        try older.reset()
        #expect(try older.identifyController().numberOfNamespaces > 0)
        #expect(throws: NVMeError.superseded(address: newer.address, by: older.madeAt)) {
            try newer.identifyController()
        }
    }
}
