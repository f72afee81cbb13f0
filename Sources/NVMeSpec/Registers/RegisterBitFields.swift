// The bit fields of the registers that have a file of their own, as tables for printing.

extension ControllerCapabilities: BitStructure {
    public static let bitFields: [BitFieldDescription] = [
        .init("maximumQueueEntriesSupported", "MQES", 0...15, "Maximum Queue Entries Supported"),
        .init("contiguousQueuesRequired", "CQR", 16...16, "Contiguous Queues Required"),
        .init("arbitrationMechanismSupported", "AMS", 17...18, "Arbitration Mechanism Supported"),
        .init("timeout", "TO", 24...31, "Timeout"),
        .init("doorbellStride", "DSTRD", 32...35, "Doorbell Stride"),
        .init("subsystemResetSupported", "NSSRS", 36...36, "NVM Subsystem Reset Supported"),
        .init("commandSetsSupported", "CSS", 37...44, "Command Sets Supported"),
        .init("bootPartitionSupport", "BPS", 45...45, "Boot Partition Support"),
        .init("controllerPowerScope", "CPS", 46...47, "Controller Power Scope"),
        .init("memoryPageSizeMinimum", "MPSMIN", 48...51, "Memory Page Size Minimum"),
        .init("memoryPageSizeMaximum", "MPSMAX", 52...55, "Memory Page Size Maximum"),
        .init("persistentMemoryRegionSupported", "PMRS", 56...56, "Persistent Memory Region Supported"),
        .init("controllerMemoryBufferSupported", "CMBS", 57...57, "Controller Memory Buffer Supported"),
        .init("subsystemShutdownSupported", "NSSS", 58...58, "NVM Subsystem Shutdown Supported"),
        .init("controllerReadyModesSupported", "CRMS", 59...60, "Controller Ready Modes Supported"),
    ]
}

extension ControllerConfiguration: BitStructure {
    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "EN", 0...0, "Enable"),
        .init("commandSetSelected", "CSS", 4...6, "I/O Command Set Selected"),
        .init("memoryPageSize", "MPS", 7...10, "Memory Page Size"),
        .init("arbitrationMechanism", "AMS", 11...13, "Arbitration Mechanism Selected"),
        .init("shutdownNotification", "SHN", 14...15, "Shutdown Notification"),
        .init("submissionEntrySize", "IOSQES", 16...19, "I/O Submission Queue Entry Size"),
        .init("completionEntrySize", "IOCQES", 20...23, "I/O Completion Queue Entry Size"),
        .init("readyIndependentOfMedia", "CRIME", 24...24, "Controller Ready Independent of Media Enable"),
    ]
}

extension ControllerStatus: BitStructure {
    public static let bitFields: [BitFieldDescription] = [
        .init("ready", "RDY", 0...0, "Ready"),
        .init("controllerFatal", "CFS", 1...1, "Controller Fatal Status"),
        .init("shutdownStatus", "SHST", 2...3, "Shutdown Status"),
        .init("subsystemResetOccurred", "NSSRO", 4...4, "NVM Subsystem Reset Occurred"),
        .init("processingPaused", "PP", 5...5, "Processing Paused"),
        .init("subsystemShutdown", "ST", 6...6, "Shutdown Type"),
    ]
}

extension AdminQueueAttributes: BitStructure {
    public static let bitFields: [BitFieldDescription] = [
        .init("submissionQueueSize", "ASQS", 0...11, "Admin Submission Queue Size"),
        .init("completionQueueSize", "ACQS", 16...27, "Admin Completion Queue Size"),
    ]
}
