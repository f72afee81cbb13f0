import Glibc

/// The start of one QEMU process.
struct QEMULaunch {
    let options: QEMUOptions
    let address: String
    let memory: DMAPool
    let firmware: OwnedDescriptor
    let media: [OwnedDescriptor]

    static let program = "qemu-system-x86_64"
    static let fix = "install it with 'apt-get install qemu-system-x86'"

    /// Starts QEMU and sets up its bus.
    ///
    /// - Throws: `environment` without QEMU; `transport` with QEMU's own words when it refuses the options.
    func start() throws(PCIeError) -> (ChildProcess, QEMUBus) {
        let (process, socket) = try spawn()
        return (process, try connect(socket, process))
    }

    /// Starts the process. Its end of the connection is not ours any more when this returns, or we would never see it close.
    private func spawn() throws(PCIeError) -> (ChildProcess, OwnedDescriptor) {
        let (ours, theirs) = try OwnedDescriptor.socketPair()
        let guestMemory = try OwnedDescriptor(duplicating: memory.arena.fileDescriptor)
        let first = ChildProcess.firstDescriptor
        let files = QEMUFiles(
            connection: first, memory: first + 1, firmware: first + 2,
            media: media.indices.map { first + 3 + CInt($0) })
        let process = try ChildProcess(
            Self.program, arguments: options.arguments(files: files, arena: memory.arena),
            descriptors: [theirs, guestMemory, firmware] + media, fix: Self.fix)
        return (process, ours)
    }

    private func connect(_ socket: OwnedDescriptor, _ process: ChildProcess) throws(PCIeError) -> QEMUBus {
        do throws(QTest.Failure) {
            return try QEMUBus(QTest(socket: socket, timeLimitSeconds: 10))
        } catch {
            process.kill()
            let words = process.errorText
            let problem = words.isEmpty ? "it ended or did not answer (\(error))" : words
            throw .transport(address: address, problem: "QEMU did not start: \(problem)")
        }
    }
}
