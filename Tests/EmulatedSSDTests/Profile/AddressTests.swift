import PCIExpress
import Testing

@testable import EmulatedSSD

/// The grammar of `emu:` addresses.
@Suite struct AddressTests {
    @Test func parametersChangeTheProfile() throws {
        let profile = try SSDProfile(address: "emu:null?capacity=64G&lba=4096&queues=4&read=80us&cache=off")
        #expect(profile.media == .null)
        #expect(profile.capacity == 64 << 30)
        #expect(profile.formatIndex == 1)
        #expect(profile.queuePairs == 4)
        #expect(profile.latency.read == 80_000)
        #expect(!profile.writeCache)
    }

    @Test(arguments: ["", "emu", "emu:", "emu:default", "emu:?seed=3"])
    func shortFormsAreTheDefaultProfile(_ address: String) throws {
        #expect(try SSDProfile(address: address).queuePairs == 32)
    }

    @Test(arguments: [
        ("emu:nonsense", "nonsense"), ("emu:?speed=3", "speed"), ("emu:?lba=513", "513"),
        ("emu:?capacity=-1", "capacity"),
        ("emu:?capacity=9999999T", "9999999T"), ("emu:?capacity", "key=value"), ("qemu", "emu:"),
        ("emu:?queues=0", "1 to 1024"), ("emu:?media=tape", "null or sparse"), ("emu:?read=2h", "10ms"),
    ])
    func whatIsWrongIsNamed(_ address: String, _ word: String) {
        let error = #expect(throws: PCIeError.self) { _ = try SSDProfile(address: address) }
        #expect(error?.description.contains(word) == true)
    }

    @Test func mediaBudgetsAreNumbersOfBytes() throws {
        let profile = try SSDProfile(address: "emu:?mediamemory=2G&spill=0")
        #expect(profile.mediaMemory == 2 << 30 && profile.spill == 0)
        #expect(try SSDProfile(address: "emu").mediaMemory == nil)
    }

    /// A value that a budget cannot have, and what the error says of the limits.
    @Test(arguments: [
        ("mediamemory", "0", "1M"), ("mediamemory", "512K", "1M"), ("mediamemory", "9T", "8T"),
        ("mediamemory", "-1", "1M"),
        ("mediamemory", "lots", "8T"), ("mediamemory", "", "1M"), ("mediamemory", "1.5G", "64M"),
        ("mediamemory", "99999999999999999999", "8T"), ("spill", "9T", "8T"), ("spill", "off", "0"),
        ("spill", "-5G", "8T"),
    ])
    func badMediaBudgetsAreNamedWithTheirLimits(_ key: String, _ value: String, _ limit: String) {
        let error = #expect(throws: PCIeError.self) { _ = try SSDProfile(address: "emu:?\(key)=\(value)") }
        let text = error?.description ?? ""
        #expect(text.contains(key) && text.contains("'\(value)'") && text.contains(limit))
    }

    @Test func wildNumbersOfAProfileAreBroughtIntoRange() throws {
        var profile = SSDProfile()
        profile.capacity = 0
        profile.formats = []
        profile.formatIndex = 9
        profile.queuePairs = -3
        profile.vectors = 1_000_000
        profile.maximumQueueEntries = 0
        profile.maximumTransfer = Int.max
        profile.doorbellStride = 99
        profile.firmwareSlots = 0
        profile.memory = 0
        profile.clock = .virtual
        let ssd = try EmulatedSSD(profile: profile)
        #expect(ssd.profile.queuePairs == 1)
        #expect(ssd.interrupts.count == 2048)
    }
}
