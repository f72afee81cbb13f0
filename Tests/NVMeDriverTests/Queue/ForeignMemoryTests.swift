import EmulatedSSD
import NVMe
import PCIExpress
import Testing

/// Memory of one function means nothing, or something else, to another: all arenas may start at the same address.
@Suite("Buffers of other controllers")
struct ForeignMemoryTests {
    private let first: Controller
    private let second: Controller
    private let queue: QueuePair
    private let foreign: Buffer
    private let refusal: NVMeError

    init() throws {
        first = Controller(try EmulatedSSD(address: "emu:small?clock=virtual"))
        second = Controller(try EmulatedSSD(address: "emu:small?clock=virtual&seed=2"))
        try second.initialise()
        queue = try second.makeQueuePair(depth: 8)
        foreign = try first.makeBuffer(65_536, name: "mine")
        refusal = .foreignMemory(buffer: "mine", owner: first.address, function: second.address)
    }

    @Test func readIntoThemIsRefused() throws {
        let namespace = try second.namespace(1)
        #expect(throws: refusal) { try namespace.read(queue, foreign, lba: 0, count: 128) }
        #expect(queue.outstanding == 0)
    }

    @Test func genericCommandsAreRefusedToo() throws {
        let namespace = try second.namespace(1)
        #expect(throws: refusal) { try namespace.compare(queue, foreign, lba: 0) }
        #expect(throws: refusal) { try namespace.compareAndWrite(queue, compare: foreign, write: foreign, lba: 0) }
        #expect(queue.outstanding == 0)
    }

    @Test func metadataIsRefusedToo() throws {
        let own = try second.makeBuffer(512)
        let namespace = try second.namespace(1)
        #expect(throws: refusal) { try namespace.read(queue, own, lba: 0, metadata: foreign) }
    }

    @Test func adminCommandsRefuseThem() throws {
        #expect(throws: refusal) { try second.identify(foreign) }
    }

    @Test func queuesAreNotMadeOfThem() throws {
        let command = try IOCompletionQueue(second, id: 3, entries: 8).createCommand()
        #expect(throws: refusal) { try second.send(command, foreign) }
    }

    @Test func errorNamesBothFunctions() {
        #expect("\(refusal)".contains(first.address) && "\(refusal)".contains(second.address))
    }
}
