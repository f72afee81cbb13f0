/// Byte offsets of the controller properties (NVMe Base 2.0 §3.1.3, PCIe Transport 1.0 §3.1).
public enum RegisterOffset {
    /// Controller Capabilities, 8 bytes.
    public static var cap: Int { 0x00 }
    /// Version.
    public static var vs: Int { 0x08 }
    /// Interrupt Mask Set.
    public static var intms: Int { 0x0C }
    /// Interrupt Mask Clear.
    public static var intmc: Int { 0x10 }
    /// Controller Configuration.
    public static var cc: Int { 0x14 }
    /// Controller Status.
    public static var csts: Int { 0x1C }
    /// NVM Subsystem Reset.
    public static var nssr: Int { 0x20 }
    /// Admin Queue Attributes.
    public static var aqa: Int { 0x24 }
    /// Admin Submission Queue Base Address, 8 bytes.
    public static var asq: Int { 0x28 }
    /// Admin Completion Queue Base Address, 8 bytes.
    public static var acq: Int { 0x30 }
    /// Controller Memory Buffer Location.
    public static var cmbloc: Int { 0x38 }
    /// Controller Memory Buffer Size.
    public static var cmbsz: Int { 0x3C }
    /// Boot Partition Information.
    public static var bpinfo: Int { 0x40 }
    /// Boot Partition Read Select.
    public static var bprsel: Int { 0x44 }
    /// Boot Partition Memory Buffer Location, 8 bytes.
    public static var bpmbl: Int { 0x48 }
    /// Controller Memory Buffer Memory Space Control, 8 bytes.
    public static var cmbmsc: Int { 0x50 }
    /// Controller Memory Buffer Status.
    public static var cmbsts: Int { 0x58 }
    /// Controller Memory Buffer Elasticity Buffer Size.
    public static var cmbebs: Int { 0x5C }
    /// Controller Memory Buffer Sustained Write Throughput.
    public static var cmbswtp: Int { 0x60 }
    /// NVM Subsystem Shutdown.
    public static var nssd: Int { 0x64 }
    /// Controller Ready Timeouts.
    public static var crto: Int { 0x68 }
    /// Persistent Memory Region Capabilities.
    public static var pmrcap: Int { 0xE00 }
    /// Persistent Memory Region Control.
    public static var pmrctl: Int { 0xE04 }
    /// Persistent Memory Region Status.
    public static var pmrsts: Int { 0xE08 }
    /// Persistent Memory Region Elasticity Buffer Size.
    public static var pmrebs: Int { 0xE0C }
    /// Persistent Memory Region Sustained Write Throughput.
    public static var pmrswtp: Int { 0xE10 }
    /// Persistent Memory Region Memory Space Control Lower.
    public static var pmrmscl: Int { 0xE14 }
    /// Persistent Memory Region Memory Space Control Upper.
    public static var pmrmscu: Int { 0xE18 }
    /// First doorbell: submission queue 0 tail (PCIe Transport 1.0 §3.1.2.1).
    public static var doorbells: Int { 0x1000 }

    /// Doorbell of a submission queue's tail. `stride` is CAP.DSTRD.
    public static func submissionTail(queue: UInt16, stride: Int = 0) -> Int {
        doorbells + 2 * Int(queue) * (4 << stride)
    }

    /// Doorbell of a completion queue's head. `stride` is CAP.DSTRD.
    public static func completionHead(queue: UInt16, stride: Int = 0) -> Int {
        doorbells + (2 * Int(queue) + 1) * (4 << stride)
    }
}

/// What written to NSSR resets the NVM subsystem: "NVMe" (NVMe Base 2.0 §3.1.3.7).
public let subsystemResetSignature: UInt32 = 0x4E56_4D65
