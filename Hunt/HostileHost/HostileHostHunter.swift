import Glibc
import NVMe

/// Attacks the embedded SSD as no driver would, and then asks it to work as if nothing had been.
struct HostileHostHunter: Hunter {
    static let name = "host"
    static let purpose = "a hostile host against the embedded SSD: registers, doorbells, lists, queue memory, resets"

    private static let actions = 4000

    func round(seed: UInt64, _ findings: Findings) throws {
        var dice = Dice(seed: seed)
        // Every fourth round with the device's own thread and three intruders: what one writes changes under its eyes.
        let isThreaded = seed % 4 == 3
        let address =
            "emu:small?memory=16M&capacity=\(dice.number(1...16))M&queues=4&vectors=\(dice.number(1...8))"
            + "&namespaces=\(dice.number(1...2))&seed=\(seed & 0xFFFF)&dstrd=0&format=0ns&sanitize=0ns"
            + "&entries=\(dice.pick([2, 16, 64, 4096]))&cqr=\(dice.pick([0, 1]))" + (isThreaded ? "" : "&clock=virtual")
        let ssd = try EmulatedSSD(address: address)
        // Their memory is mapped for the device until it is closed.
        var intruders: [Intruder] = []
        defer {
            ssd.close()
            withExtendedLifetime(intruders) {}
        }
        if isThreaded {
            let crew = Crew()
            for index in 0..<3 {
                let intruder = try Intruder(ssd, findings, dice: Dice(seed: seed, stream: UInt64(index)))
                intruders.append(intruder)
                crew.start { for _ in 0..<Self.actions / 2 where !crew.isOver { intruder.act() } }
            }
            crew.join(tellingAfter: .seconds(3))
        } else {
            let intruder = try Intruder(ssd, findings, dice: dice)
            intruders.append(intruder)
            for _ in 0..<Self.actions { intruder.act() }
        }
        try checkThatItStillWorks(ssd, findings)
    }

    /// After a power cycle nothing may be left of the attack but settings that the standard lets survive.
    private func checkThatItStillWorks(_ ssd: EmulatedSSD, _ findings: Findings) throws {
        try ssd.setFlaws([])
        try ssd.reinsert()
        try ssd.power?.powerOff()
        // The intruder had the device write all over the host's own memory; a host's new rings are empty.
        for piece in ssd.memory.pieces { _ = piece.initializeMemory(as: UInt8.self, repeating: 0) }
        try ssd.power?.powerOn()
        let controller = Controller(ssd)
        controller.timeout = .seconds(5)
        do {
            try controller.initialise()
            let namespace = try controller.namespace()
            let queue = try controller.makeQueuePair(depth: 2)
            let buffer = try controller.makeBuffer(namespace.blockSize, pattern: .dword(0xC0FF_EE00))
            let back = try controller.makeBuffer(namespace.blockSize, pattern: .ones)
            let written = try namespace.write(queue, buffer, lba: 0).completion()
            if written.code == .namespaceWriteProtected { return try controller.close() }
            guard written.isSuccess else { return findings.fail("after a power cycle a write ends with \(written)") }
            try namespace.read(queue, back, lba: 0).wait()
            findings.count { $0.readsChecked += 1 }
            if back[...].bytes != buffer[...].bytes { findings.fail("after a power cycle data reads back wrong") }
            try queue.delete()
            try controller.close()
        } catch {
            let last = controller.commandLog?.entries(4).map { "\($0)" } ?? []
            findings.fail("after a power cycle the device does not work: \(error)\n" + last.joined(separator: "\n"))
        }
    }
}
