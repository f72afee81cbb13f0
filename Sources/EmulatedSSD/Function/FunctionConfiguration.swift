/// Configuration space of the embedded SSD: a type 0 header and the usual capabilities (PCIe Base 5.0 §7.5 to §7.9).
enum FunctionConfiguration {
    static let command = 0x04
    static let bar0 = 0x10
    static let powerManagement = 0x40
    static let msi = 0x50
    static let express = 0x70
    static let msix = 0xB0

    /// No vendor owns this pair.
    static let vendorID: UInt32 = 0x1234
    static let deviceID: UInt32 = 0x4E56

    /// Where firmware would have put the BAR.
    static let assignedAddress: UInt64 = 0x20_0000_0000

    /// As after a cold reset: no address, no decoding, no interrupts.
    static func cold(profile: SSDProfile, layout: BARLayout) -> ConfigurationSpace {
        var space = ConfigurationSpace()
        putHeader(&space, layout)
        putPowerManagement(&space)
        putMSI(&space)
        putExpress(&space)
        putMSIX(&space, profile, layout)
        putExtended(&space, profile)
        return space
    }

    private static func putHeader(_ space: inout ConfigurationSpace, _ layout: BARLayout) {
        space.define(0x00, bytes: 4, vendorID | deviceID << 16)
        // Memory space, bus master, parity, SERR, interrupt disable.
        space.define(command, bytes: 2, 0, writable: 0x0546)
        // Status: capabilities list; error bits are cleared by ones.
        space.define(0x06, bytes: 2, 0x0010, clearable: 0xF900)
        // Revision 1, NVM Express I/O controller.
        space.define(0x08, bytes: 4, 0x0108_0201)
        space.define(0x0C, bytes: 1, 0, writable: 0xFF)
        // A 64-bit memory BAR; its size shows by the bits that cannot be written.
        space.define(bar0, bytes: 4, 0b0100, writable: UInt32(truncatingIfNeeded: ~(layout.byteCount - 1)) & ~0xF)
        space.define(bar0 + 4, bytes: 4, 0, writable: .max)
        space.define(0x2C, bytes: 4, vendorID | deviceID << 16)
        space.define(0x34, bytes: 1, UInt32(powerManagement))
        space.define(0x3C, bytes: 1, 0, writable: 0xFF)
    }

    private static func putPowerManagement(_ space: inout ConfigurationSpace) {
        // Version 3, D0 and D3hot.
        space.define(powerManagement, bytes: 4, 0x0003_0001 | UInt32(msi) << 8)
        // PMCSR: power state, and No Soft Reset: D3hot keeps everything.
        space.define(powerManagement + 4, bytes: 4, 1 << 3, writable: 0b11)
    }

    private static func putMSI(_ space: inout ConfigurationSpace) {
        space.define(msi, bytes: 2, 0x05 | UInt32(express) << 8)
        // 64-bit addresses, per-vector masking, 32 messages.
        let capable = UInt32(MSIState.capable) << 1 | 1 << 7 | 1 << 8
        space.define(msi + 2, bytes: 2, capable, writable: 0x71)
        space.define(msi + 4, bytes: 4, 0, writable: ~0b11)
        space.define(msi + 8, bytes: 4, 0, writable: .max)
        space.define(msi + 12, bytes: 2, 0, writable: 0xFFFF)
        space.define(msi + 16, bytes: 4, 0, writable: .max)
    }

    private static func putExpress(_ space: inout ConfigurationSpace) {
        // Version 2, endpoint.
        space.define(express, bytes: 4, 0x0002_0010 | UInt32(msix) << 8)
        // Payload of 256 bytes, role-based error reporting, function level reset.
        space.define(express + 0x04, bytes: 4, 1 | 1 << 15 | 1 << 28)
        space.define(express + 0x08, bytes: 2, 0x2810, writable: 0x7FFF)
        space.define(express + 0x0A, bytes: 2, 0, clearable: 0x000F)
        // 16 GT/s, four lanes, L0s and L1, latencies, clock power management.
        space.define(express + 0x0C, bytes: 4, 4 | 4 << 4 | 0b11 << 10 | 3 << 12 | 4 << 15 | 1 << 18)
        // Link Control: ASPM, RCB, common clock, extended synch, clock power management.
        space.define(express + 0x10, bytes: 2, 0, writable: 0x01CB)
        space.define(express + 0x12, bytes: 2, 4 | 4 << 4 | 1 << 12)
        // Completion timeout ranges and disable.
        space.define(express + 0x24, bytes: 4, 0x1F)
        space.define(express + 0x28, bytes: 2, 0, writable: 0x001F)
        // Speeds 2.5 to 16 GT/s.
        space.define(express + 0x2C, bytes: 4, 0b1111 << 1)
        space.define(express + 0x30, bytes: 2, 4, writable: 0x000F)
    }

    private static func putMSIX(_ space: inout ConfigurationSpace, _ profile: SSDProfile, _ layout: BARLayout) {
        space.define(msix, bytes: 2, 0x11)
        space.define(msix + 2, bytes: 2, UInt32(profile.vectors - 1), writable: 0xC000)
        space.define(msix + 4, bytes: 4, UInt32(layout.table.lowerBound))
        space.define(msix + 8, bytes: 4, UInt32(layout.pendingBits.lowerBound))
    }

    private static func putExtended(_ space: inout ConfigurationSpace, _ profile: SSDProfile) {
        let (errors, serial) = (0x100, 0x148)
        // Advanced Error Reporting, version 2.
        space.define(errors, bytes: 4, 0x0002_0001 | UInt32(serial) << 20)
        space.define(errors + 0x04, bytes: 4, 0, clearable: 0x07FF_F030)
        space.define(errors + 0x08, bytes: 4, 1 << 22, writable: 0x07FF_F030)
        space.define(errors + 0x0C, bytes: 4, 0x0046_2030, writable: 0x07FF_F030)
        space.define(errors + 0x10, bytes: 4, 0, clearable: 0x0000_F1C1)
        space.define(errors + 0x14, bytes: 4, 0x0000_6000, writable: 0x0000_F1C1)
        space.define(errors + 0x18, bytes: 4, 0, writable: 0x0140)
        // Device Serial Number.
        space.define(serial, bytes: 4, 0x0001_0003)
        let number = profile.uniqueIdentifier
        space.define(serial + 4, bytes: 4, UInt32(truncatingIfNeeded: number))
        space.define(serial + 8, bytes: 4, UInt32(truncatingIfNeeded: number >> 32))
    }
}
