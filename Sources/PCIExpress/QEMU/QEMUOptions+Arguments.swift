/// Files that QEMU inherits, by their number there.
struct QEMUFiles {
    /// The qtest connection.
    let connection: CInt
    /// The arena.
    let memory: CInt
    /// What the sleeping processor executes.
    let firmware: CInt
    /// Media of the namespaces, in their order.
    let media: [CInt]

    /// A name under which the process itself can open an inherited file again.
    static func path(_ descriptor: CInt) -> String { "/proc/self/fd/\(descriptor)" }
}

extension QEMUOptions {
    /// QEMU's command line: a PC without anything but a root port and the controller below it.
    func arguments(files: QEMUFiles, arena: DMAArena) -> [String] {
        // Behind the little memory that the sleeping firmware needs, the arena is a memory module at its own address.
        let room = UInt64(arena.byteCount) + arena.ioVirtualBase
        let module =
            "memory-backend-file,id=arena,share=on,size=\(arena.byteCount),mem-path=\(QEMUFiles.path(files.memory))"
        var arguments = [
            "-nodefaults", "-no-user-config", "-display", "none",
            "-machine", "q35,accel=tcg,smm=off,sata=off,usb=off,smbus=off,pit=off,vmport=off",
            "-m", "size=16M,slots=1,maxmem=\(room >> 20)M",
            "-object", module, "-device", "pc-dimm,memdev=arena,addr=\(arena.ioVirtualBase)",
            "-bios", QEMUFiles.path(files.firmware),
            "-chardev", "socket,id=qtest,fd=\(files.connection)", "-qtest", "chardev:qtest", "-qtest-log", "none",
            "-device", "pcie-root-port,id=rp,bus=pcie.0,addr=1.0,chassis=1,slot=1",
        ]
        if let subsystem { arguments += ["-device", "nvme-subsys,id=subsystem,nqn=\(Self.escaped(subsystem))"] }
        arguments += ["-device", controllerArgument]
        for (index, (namespace, file)) in zip(namespaces, files.media).enumerated() {
            // Memory files are nobody else's; a file with a name may be open in another QEMU.
            let locking = namespace.path == nil ? "off" : "auto"
            let media =
                "driver=file,node-name=media\(index),filename=\(QEMUFiles.path(file)),discard=unmap,locking=\(locking)"
            arguments += ["-blockdev", media, "-device", namespace.argument(index: index)]
        }
        return arguments
    }

    private var controllerArgument: String {
        var words = [
            "nvme", "id=nvme", "bus=rp", "addr=0.0", "serial=\(Self.escaped(serial))",
            "mdts=\(maximumDataTransferSize)", "max_ioqpairs=\(ioQueuePairs)", "msix_qsize=\(interruptVectors)",
            // QEMU's property is 0's based, as the field of Identify Controller.
            "aerl=\(asynchronousEventRequests &- 1)",
        ]
        if controllerMemoryBufferMiB > 0 { words.append("cmb_size_mb=\(controllerMemoryBufferMiB)") }
        if subsystem != nil { words.append("subsys=subsystem") }
        return words.joined(separator: ",")
    }

    /// A comma ends a value unless it is doubled.
    private static func escaped(_ text: String) -> String {
        text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",,")
    }
}

extension QEMUNamespace {
    fileprivate func argument(index: Int) -> String {
        var words = [
            "nvme-ns", "bus=nvme", "drive=media\(index)", "nsid=\(index + 1)",
            "logical_block_size=\(blockSize)", "physical_block_size=\(blockSize)",
        ]
        if metadataSize > 0 { words.append("ms=\(metadataSize)") }
        if protectionType > 0 { words.append("pi=\(protectionType)") }
        if let zones {
            words += [
                "zoned=on", "zoned.zone_size=\(zones.byteCount)", "zoned.zone_capacity=\(zones.capacity)",
                "zoned.max_open=\(zones.maximumOpen)", "zoned.max_active=\(zones.maximumActive)",
            ]
        }
        return words.joined(separator: ",")
    }
}
