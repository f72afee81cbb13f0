import NVMe

/// What happens to the device in the middle of the work.
enum Disturbance: CaseIterable, Sendable {
    case controllerReset, hotReset, functionLevelReset, subsystemReset
    case normalShutdown, abruptShutdown, powerCut, removal

    static let all: [Disturbance] = allCases

    /// What is not durable may be gone.
    var losesPower: Bool {
        switch self {
        case .controllerReset, .hotReset, .functionLevelReset, .subsystemReset, .normalShutdown: false
        case .abruptShutdown, .powerCut, .removal: true
        }
    }

    /// Disturbs the device and brings the controller up again.
    func strike(_ ground: Playground) throws {
        let controller = ground.controller
        switch self {
        case .controllerReset: break
        case .hotReset: try controller.pcieReset(.hot)
        case .functionLevelReset: try controller.pcieReset(.functionLevel)
        case .subsystemReset: try controller.subsystemReset()
        case .normalShutdown:
            try controller.shutdown(.normal)
            try controller.powerCycle()
        case .abruptShutdown:
            try controller.shutdown(.abrupt)
            try controller.powerCycle()
        case .powerCut: try controller.powerCycle()
        case .removal:
            try ground.ssd.remove()
            try ground.ssd.reinsert()
        }
        try controller.reset()
    }
}
