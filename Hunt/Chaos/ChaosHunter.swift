import Foundation
import NVMe
import NVMeWorkload
import Synchronization

/// Fifteen threads that all do as they please with one controller.
struct ChaosHunter: Hunter {
    static let name = "chaos"
    static let purpose = "workers, I/O, admin, queues, resets, power, removal, verification and logs, all at once"

    func round(seed: UInt64, _ findings: Findings) throws {
        var dice = Dice(seed: seed)
        weak var left: EmulatedSSD?
        try scope {
            let ssd = try EmulatedSSD(
                address: "emu:small?queues=32&memory=1G&capacity=256M&format=0ns&seed=\(seed & 0xFFFF)"
                    + dice.pick(["", "&read=30us&write=10us", "&read=1ms&write=1ms"]))
            left = ssd
            let before = ssd.memory.allocatedBytes
            try run(ssd, seed: seed, findings)
            let after = ssd.memory.allocatedBytes
            if after != before { findings.fail("\(after - before) bytes of DMA memory are still taken") }
        }
        if left != nil { findings.fail("somebody still holds the device") }
    }

    /// Objects of the body die at its end.
    @inline(never)
    private func scope(_ body: () throws -> Void) rethrows { try body() }

    @inline(never)
    private func run(_ ssd: EmulatedSSD, seed: UInt64, _ findings: Findings) throws {
        defer { ssd.close() }
        let controller = Controller(ssd)
        controller.timeout = .seconds(5)
        controller.waitGrace = .seconds(5)
        try controller.initialise()
        let arena = Arena(ssd, controller, try controller.namespace(), findings)
        let crew = Crew()
        for (index, member) in Arena.members.enumerated() {
            crew.start {
                var dice = Dice(seed: seed, stream: UInt64(index))
                for _ in 0..<member.turns where !crew.isOver { arena.turn(member.act, &dice) }
            }
        }
        crew.join(tellingAfter: .seconds(2))
        arena.checkMismatches()
        try? controller.close()
    }
}
