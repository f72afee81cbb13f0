import Glibc

/// A firmware image that puts the processor to sleep: the machine is only there for its bus.
enum SleepingFirmware {
    private static let byteCount = 65536
    /// Where an x86 processor starts: 16 bytes before the end.
    private static let resetVector = byteCount - 16
    /// `cli`, `hlt`, and a jump back to the `hlt`.
    private static let code: [UInt8] = [0xFA, 0xF4, 0xEB, 0xFD]

    static func makeFile() throws(PCIeError) -> OwnedDescriptor {
        let file = try OwnedDescriptor.memoryFile("swift-nvme-firmware", byteCount: byteCount)
        guard pwrite(file.rawValue, code, code.count, resetVector) == code.count else {
            throw .outOfMemory(requested: byteCount, available: 0)
        }
        return file
    }
}
