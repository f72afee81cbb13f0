import NVMe

extension ScriptedDevice {
    /// Where the device puts the data of a command.
    func data(at address: UInt64) -> UnsafeMutableRawPointer {
        memory.arena.base + Int(address - memory.arena.ioVirtualBase)
    }

    /// Identify Namespace: a thousand blocks of 512 bytes.
    func describeNamespace(at address: UInt64) {
        data(at: address).storeBytes(of: 1000, as: UInt64.self)
        data(at: address).storeBytes(of: 1000, toByteOffset: 8, as: UInt64.self)
        data(at: address).storeBytes(of: 9, toByteOffset: 130, as: UInt8.self)
    }

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
