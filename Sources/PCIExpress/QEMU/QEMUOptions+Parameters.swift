extension QEMUOptions {
    /// Controllers that have a name.
    public static let profiles: [(name: String, meaning: String, options: Self)] = [
        ("default", "one namespace of 1 GiB with blocks of 512 bytes", QEMUOptions()),
        ("4k", "blocks of 4096 bytes", make { $0.namespaces[0].blockSize = 4096 }),
        (
            "metadata", "8 bytes of metadata with each block, protection type 1",
            make {
                $0.namespaces[0].metadataSize = 8
                $0.namespaces[0].protectionType = 1
            }
        ),
        ("zoned", "a zoned namespace, zones of 16 MiB", make { $0.namespaces[0].zones = QEMUZones() }),
        ("cmb", "a controller memory buffer of 16 MiB", make { $0.controllerMemoryBufferMiB = 16 }),
        (
            "subsystem", "two namespaces in an NVM subsystem",
            make {
                $0.subsystem = "swift-nvme"
                $0.namespaces.append(QEMUNamespace())
            }
        ),
    ]

    private static func make(_ change: (inout Self) -> Void) -> Self {
        var options = Self()
        change(&options)
        return options
    }

    /// A profile, changed by the parameters of an address such as `qemu:4k?mdts=128k&namespaces=2`.
    ///
    /// `size`, `lba`, `metadata`, `protection`, `zoned`, `zonesize`, `zonecapacity`, `maxopen` and `maxactive` go for every namespace.
    ///
    /// - Parameter mediaPath: file that keeps the data of the only namespace; nil keeps them in memory.
    /// - Throws: `invalidParameter` that names what is wrong and what there is.
    public init(
        profile: String? = nil, mediaPath: String? = nil, parameters: [String: String] = [:]
    ) throws(PCIeError) {
        guard let base = Self.profiles.first(where: { $0.name == profile ?? "default" }) else {
            throw .invalidParameter(
                name: profile ?? "",
                problem: "is no profile; the profiles are \(Self.profiles.map(\.name).joined(separator: ", "))")
        }
        self = base.options
        var parameters = DeviceParameters(parameters)
        try takeController(&parameters)
        try takeNamespaces(&parameters)
        try parameters.finish()
        if let mediaPath {
            guard namespaces.count == 1 else {
                throw .invalidParameter(name: "namespaces", problem: "must be 1 for media in a file")
            }
            namespaces[0].path = mediaPath
        }
        try validate()
    }

    private mutating func takeController(_ parameters: inout DeviceParameters) throws(PCIeError) {
        serial = parameters.text("serial") ?? serial
        subsystem = parameters.text("subsystem") ?? subsystem
        if let bytes = try parameters.integer("mdts", in: 0...128 << 20) {
            guard bytes == 0 || bytes >= 8192 && bytes.nonzeroBitCount == 1 else {
                throw .invalidParameter(
                    name: "mdts",
                    problem: "is \(bytes) bytes, and must be 8k to 128M and a power of two, or 0 for no limit")
            }
            // MDTS itself is a power of two in units of the smallest page, 4 KiB; 0 is no limit.
            maximumDataTransferSize = bytes == 0 ? 0 : bytes.trailingZeroBitCount - 12
        }
        ioQueuePairs = try parameters.integer("queues", in: 1...1024) ?? ioQueuePairs
        interruptVectors = try parameters.integer("vectors", in: 1...2048) ?? interruptVectors
        asynchronousEventRequests = try parameters.integer("aerl", in: 1...256) ?? asynchronousEventRequests
        memoryByteCount = try parameters.integer("memory", in: 1 << 20...Self.maximumMemory) ?? memoryByteCount
        if let bytes = try parameters.integer("cmb", in: 0...256 << 20) {
            guard bytes % (1 << 20) == 0 else {
                throw .invalidParameter(name: "cmb", problem: "is \(bytes) bytes, and must be whole MiB, as in cmb=16M")
            }
            controllerMemoryBufferMiB = bytes >> 20
        }
    }

    private mutating func takeNamespaces(_ parameters: inout DeviceParameters) throws(PCIeError) {
        var model = namespaces.first ?? QEMUNamespace()
        let count = try parameters.integer("namespaces", in: 0...32) ?? namespaces.count
        model.byteCount = try parameters.integer("size", in: 1 << 20...1 << 44) ?? model.byteCount
        model.blockSize = try parameters.integer("lba", oneOf: [512, 1024, 2048, 4096]) ?? model.blockSize
        model.metadataSize = try parameters.integer("metadata", oneOf: [0, 8, 16, 64]) ?? model.metadataSize
        model.protectionType = try parameters.integer("protection", in: 0...3) ?? model.protectionType
        if let isZoned = try parameters.flag("zoned") { model.zones = isZoned ? model.zones ?? QEMUZones() : nil }
        var zones = model.zones ?? QEMUZones()
        zones.byteCount = try parameters.integer("zonesize", in: 4096...1 << 40) ?? zones.byteCount
        zones.capacity = try parameters.integer("zonecapacity", in: 0...1 << 40) ?? zones.capacity
        zones.maximumOpen = try parameters.integer("maxopen", in: 0...65536) ?? zones.maximumOpen
        zones.maximumActive = try parameters.integer("maxactive", in: 0...65536) ?? zones.maximumActive
        if model.zones != nil {
            model.zones = zones
        } else if zones != QEMUZones() {
            throw .invalidParameter(name: "zoned", problem: "must be 1 for a namespace to have zones")
        }
        namespaces = Array(repeating: model, count: count)
    }

    /// Throws `invalidParameter` for what QEMU would not understand, or would understand otherwise. What is merely too much for
    /// it, QEMU refuses with a sentence of its own.
    func validate() throws(PCIeError) {
        let isPrintable = serial.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard isPrintable, (1...20).contains(serial.utf8.count) else {
            throw .invalidParameter(name: "serial", problem: "must be 1 to 20 printable ASCII characters")
        }
        if let subsystem {
            let isName = subsystem.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            guard isName, (1...200).contains(subsystem.utf8.count) else {
                throw .invalidParameter(name: "subsystem", problem: "must be 1 to 200 printable ASCII characters")
            }
        }
        guard memoryByteCount % (1 << 20) == 0, (1 << 20...Self.maximumMemory).contains(memoryByteCount) else {
            throw .invalidParameter(name: "memory", problem: "must be whole MiB, at most 1T")
        }
        let buffer = controllerMemoryBufferMiB
        guard (0...256).contains(buffer), buffer & (buffer - 1) == 0 else {
            throw .invalidParameter(name: "cmb", problem: "must be a power of two, at most 256M")
        }
    }
}
