import NVMe

extension ScriptedDevice {
    /// A controller that is enabled, without the steps that need identify data.
    func controller() throws -> Controller {
        let controller = Controller(self)
        try controller.initialise { controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            try controller.enable()
        }
        return controller
    }
}

extension Controller {
    /// A queue pair of eight entries.
    func smallQueuePair() throws -> QueuePair { try makeQueuePair(depth: 8) }
}

extension SubmissionQueueEntry {
    /// Any command; flush has no data.
    static var anything: Self { Self(NVMOpcode.flush, nsid: 1) }
}
