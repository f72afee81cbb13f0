import PCIExpress

/// The PCIe function around the controller: configuration space, BAR 0, presence and power.
///
/// Used with the device's lock held.
final class FunctionModel {
    let profile: SSDProfile
    let controller: EmulatedController
    let layout: BARLayout
    private var space: ConfigurationSpace
    /// The device sits in its slot.
    private var isInserted = true
    private var isPowered = true

    init(profile: SSDProfile, map: DMAMap) throws(PCIeError) {
        let profile = profile.checked
        self.profile = profile
        controller = try EmulatedController(profile: profile, map: map)
        layout = BARLayout(doorbellByteCount: controller.queues.doorbells.byteCount, vectors: profile.vectors)
        space = FunctionConfiguration.cold(profile: profile, layout: layout)
        controller.bringUp()
        enumerate()
    }

    var isPresent: Bool { isInserted && isPowered }

    private var powerState: UInt32 { space.read(FunctionConfiguration.powerManagement + 4, bytes: 1) & 0b11 }

    /// Registers answer: memory space is enabled, in D0.
    private var decodesMemory: Bool {
        isPresent && space.read(FunctionConfiguration.command, bytes: 2) & 1 << 1 != 0 && powerState == 0
    }

    // MARK: Configuration space

    func readConfiguration(_ offset: Int, _ width: AccessWidth) -> UInt32 {
        guard isPresent else { return UInt32(truncatingIfNeeded: width.allOnes) }
        let pending = FunctionConfiguration.msi + 20
        if offset & ~3 == pending {
            return UInt32(truncatingIfNeeded: controller.interrupts.pendingBits(0)) >> UInt32((offset & 3) * 8)
                & UInt32(truncatingIfNeeded: width.allOnes)
        }
        return space.read(offset, bytes: width.rawValue)
    }

    func writeConfiguration(_ value: UInt32, _ offset: Int, _ width: AccessWidth) {
        guard isPresent else { return }
        let before = powerState
        space.write(offset, bytes: width.rawValue, value)
        // D1 and D2 do not exist: such a write is discarded.
        if powerState == 1 || powerState == 2 {
            space.set(FunctionConfiguration.powerManagement + 4, bytes: 1, 1 << 3 | before)
        }
        // Device Control bit 15 reads zero, and resets the function when it is written.
        let control = FunctionConfiguration.express + 8
        let shift = UInt32(max(0, control + 1 - offset) * 8)
        if offset <= control + 1, control + 1 < offset + width.rawValue, value >> shift & 0x80 != 0 {
            space.set(control + 1, bytes: 1, space.read(control + 1, bytes: 1) & 0x7F)
            resetFunction()
        }
        configurationChanged()
    }

    /// Everything that follows from configuration space, derived again from its bytes.
    private func configurationChanged() {
        let interrupts = controller.interrupts
        let bus = isPresent && powerState == 0
        controller.canMaster = bus && space.read(FunctionConfiguration.command, bytes: 2) & 1 << 2 != 0
        let msi = FunctionConfiguration.msi
        let control = space.read(msi + 2, bytes: 2)
        interrupts.msi = MSIState(
            isEnabled: control & 1 != 0, granted: UInt8(control >> 4 & 0b111),
            address: UInt64(space.read(msi + 8, bytes: 4)) << 32 | UInt64(space.read(msi + 4, bytes: 4)),
            data: UInt16(space.read(msi + 12, bytes: 2)), mask: space.read(msi + 16, bytes: 4))
        let msix = space.read(FunctionConfiguration.msix + 2, bytes: 2)
        interrupts.isFunctionMasked = msix & 1 << 14 != 0
        interrupts.isMSIXEnabled = msix & 1 << 15 != 0
    }

    // MARK: BAR 0

    func readRegister(_ offset: Int, _ width: AccessWidth) -> UInt64 {
        guard decodesMemory else { return width.allOnes }
        let bytes = width.rawValue
        if offset < layout.doorbells.lowerBound { return controller.readRegister(at: offset, byteCount: bytes) }
        if layout.table.contains(offset) { return readTable(offset - layout.table.lowerBound, bytes) }
        if layout.pendingBits.contains(offset) {
            let place = offset - layout.pendingBits.lowerBound
            let bits = controller.interrupts.pendingBits(place / 8) >> UInt64(place % 8 * 8)
            return bytes == 8 ? bits : bits & (1 << UInt64(bytes * 8) - 1)
        }
        // Doorbells read as zero, or whatever else the device likes; so does the rest of the BAR.
        return 0
    }

    func writeRegister(_ value: UInt64, _ offset: Int, _ width: AccessWidth) {
        guard decodesMemory else { return }
        let bytes = width.rawValue
        if offset < layout.doorbells.lowerBound {
            controller.writeRegister(at: offset, byteCount: bytes, value)
            if controller.isLinkDown { resetFunction() }
            return
        }
        if layout.doorbells.contains(offset) {
            guard bytes >= 4 else { return }
            let start = offset - layout.doorbells.lowerBound
            controller.writeDoorbell(at: start, UInt32(truncatingIfNeeded: value))
            if bytes == 8 { controller.writeDoorbell(at: start + 4, UInt32(truncatingIfNeeded: value >> 32)) }
            return
        }
        guard layout.table.contains(offset), bytes >= 4 else { return }
        let index = (offset - layout.table.lowerBound) / 4
        controller.interrupts.writeTable(index, UInt32(truncatingIfNeeded: value))
        if bytes == 8 { controller.interrupts.writeTable(index + 1, UInt32(truncatingIfNeeded: value >> 32)) }
    }

    private func readTable(_ offset: Int, _ bytes: Int) -> UInt64 {
        let interrupts = controller.interrupts
        func word(_ index: Int) -> UInt64 { index < interrupts.vectorCount * 4 ? UInt64(interrupts.table[index]) : 0 }
        if bytes == 8 { return word(offset / 4) | word(offset / 4 + 1) << 32 }
        return word(offset / 4) >> UInt64(offset % 4 * 8) & (1 << UInt64(bytes * 8) - 1)
    }

    // MARK: Resets, power, removal

    /// A hot or function level reset: configuration space is as after power on, the controller disabled.
    private func resetFunction() {
        space = FunctionConfiguration.cold(profile: profile, layout: layout)
        controller.interrupts.resetTable()
        controller.reset(.function)
        controller.isLinkDown = false
        configurationChanged()
    }

    /// The reset, and what an operating system restores after it.
    func reset() {
        guard isPresent else { return }
        let saved = SavedConfiguration(space, controller.interrupts)
        resetFunction()
        saved.restore(to: &space, controller.interrupts)
        configurationChanged()
    }

    /// What firmware and bus driver do to a function that they find.
    private func enumerate() {
        space.write(
            FunctionConfiguration.bar0, bytes: 4, UInt32(truncatingIfNeeded: FunctionConfiguration.assignedAddress))
        space.write(
            FunctionConfiguration.bar0 + 4, bytes: 4,
            UInt32(truncatingIfNeeded: FunctionConfiguration.assignedAddress >> 32))
        space.write(FunctionConfiguration.command, bytes: 2, 0b110)
        configurationChanged()
    }

    func powerOff() {
        guard isPowered else { return }
        isPowered = false
        controller.powerOff()
        controller.interrupts.resetTable()
        space = FunctionConfiguration.cold(profile: profile, layout: layout)
        configurationChanged()
    }

    func powerOn() {
        guard !isPowered else { return }
        isPowered = true
        guard isInserted else { return }
        controller.powerOn()
        enumerate()
    }

    /// Pulled out of its slot: no power, and nothing answers.
    func remove() {
        guard isInserted else { return }
        let wasPowered = isPowered
        powerOff()
        isInserted = false
        isPowered = wasPowered
    }

    func reinsert() {
        guard !isInserted else { return }
        isInserted = true
        guard isPowered else { return }
        controller.powerOn()
        enumerate()
    }
}

/// The parts of configuration space that software restores after a reset of the function.
private struct SavedConfiguration {
    private static let fields: [(offset: Int, bytes: Int)] = [
        (FunctionConfiguration.bar0, 4), (FunctionConfiguration.bar0 + 4, 4), (0x0C, 1), (0x3C, 1),
        (FunctionConfiguration.express + 8, 2), (FunctionConfiguration.express + 0x10, 2),
        (FunctionConfiguration.msi + 4, 4), (FunctionConfiguration.msi + 8, 4), (FunctionConfiguration.msi + 12, 2),
        (FunctionConfiguration.msi + 16, 4), (FunctionConfiguration.msi + 2, 2), (FunctionConfiguration.msix + 2, 2),
    ]
    private let values: [UInt32]
    private let command: UInt32
    private let table: [UInt32]

    init(_ space: ConfigurationSpace, _ interrupts: InterruptController) {
        values = Self.fields.map { space.read($0.offset, bytes: $0.bytes) }
        command = space.read(FunctionConfiguration.command, bytes: 2)
        table = (0..<interrupts.vectorCount * 4).map { interrupts.table[$0] }
    }

    /// Memory and bus master are enabled whatever was before: the function has to be usable.
    func restore(to space: inout ConfigurationSpace, _ interrupts: InterruptController) {
        for (field, value) in zip(Self.fields, values) { space.write(field.offset, bytes: field.bytes, value) }
        space.write(FunctionConfiguration.command, bytes: 2, command | 0b110)
        for (index, word) in table.enumerated() { interrupts.writeTable(index, word) }
    }
}
