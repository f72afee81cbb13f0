import NVMe

extension CaseGroup {
    static let registerGroups =
        [CaseGroup("registers", capabilities + readOnly)] + (enabling + shutdown).map { CaseGroup("enable", [$0]) }

    private static func capability(
        _ name: String, _ value: @escaping @Sendable (ControllerCapabilities) -> Int
    ) -> DifferentialCase {
        .script(name) { hexadecimal(value(try $0.controller.capabilities)) }
    }

    private static let capabilities = [
        capability("CAP.MQES") { Int($0.maximumQueueEntriesSupported) },
        capability("CAP.CQR") { $0.contiguousQueuesRequired ? 1 : 0 },
        capability("CAP.AMS") { Int($0.arbitrationMechanismSupported) },
        capability("CAP.TO") { Int($0.timeout) }, capability("CAP.DSTRD") { Int($0.doorbellStride) },
        capability("CAP.NSSRS") { $0.subsystemResetSupported ? 1 : 0 },
        capability("CAP.CSS") { Int($0.commandSetsSupported) },
        capability("CAP.MPSMIN") { Int($0.memoryPageSizeMinimum) },
        capability("CAP.MPSMAX") { Int($0.memoryPageSizeMaximum) },
        DifferentialCase.script("VS") { hexadecimal(try $0.controller.version) },
    ]

    /// Registers that a write must not change, and places where there is none.
    private static let readOnly: [DifferentialCase] =
        ([
            ("CAP", RegisterOffset.cap), ("VS", RegisterOffset.vs), ("reserved-18h", 0x18),
            ("CSTS", RegisterOffset.csts),
        ] as [(String, Int)])
        .map { name, offset in
            .script("\(name)-is-read-only") { bench in
                let before = try bench.controller.readRegister(offset)
                try bench.controller.writeRegister(offset, ~before)
                let after = try bench.controller.readRegister(offset)
                return before == after ? "unchanged" : "changed from \(hexadecimal(before)) to \(hexadecimal(after))"
            }
        } + [
            .script("reserved-18h") { hexadecimal(try $0.controller.readRegister(0x18)) },
            .script("NSSR-reads") { hexadecimal(try $0.controller.readRegister(RegisterOffset.nssr)) },
            .script("CMBLOC") { hexadecimal(try $0.controller.readRegister(RegisterOffset.cmbloc)) },
            .script("CMBSZ") { hexadecimal(try $0.controller.readRegister(RegisterOffset.cmbsz)) },
            .script("PMRCAP") { hexadecimal(try $0.controller.readRegister(RegisterOffset.pmrcap)) },
            .script("AQA-reserved-bits") { bench in
                try bench.controller.disable()
                try bench.controller.writeRegister(RegisterOffset.aqa, 0xF01F_F01F)
                return hexadecimal(try bench.controller.readRegister(RegisterOffset.aqa))
            },
            .script("ASQ-reserved-bits") { bench in
                try bench.controller.writeRegister(RegisterOffset.asq, 0x1_2345_6FFF, width: .qword)
                return hexadecimal(try bench.controller.readRegister(RegisterOffset.asq, width: .qword))
            },
        ]

    /// Enables a controller after a change to its admin queue registers or to CC, and shows CSTS.
    private static func enable(
        _ name: String, _ change: @escaping @Sendable (Bench, inout ControllerConfiguration) throws -> Void
    ) -> DifferentialCase {
        .script(name) { bench in
            let controller = bench.controller
            try controller.disable()
            try controller.setUpAdminQueue()
            // Round robin, entries of 64 and 16 bytes.
            var configuration = ControllerConfiguration(rawValue: 0x0046_0000)
            try change(bench, &configuration)
            configuration.enable = true
            try controller.setConfiguration(configuration)
            return try bench.settledStatus()
        }
    }

    private static let enabling = [
        enable("good") { _, _ in },
        enable("admin-queues-of-one") { bench, _ in try bench.controller.writeRegister(RegisterOffset.aqa, 0) },
        enable("submission-queue-of-one") { bench, _ in
            try bench.controller.writeRegister(RegisterOffset.aqa, 0x001F_0000)
        },
        enable("completion-queue-of-one") { bench, _ in
            try bench.controller.writeRegister(RegisterOffset.aqa, 0x0000_001F)
        },
        enable("submission-queue-at-0") { bench, _ in
            try bench.controller.writeRegister(RegisterOffset.asq, 0, width: .qword)
        },
        enable("submission-queue-unmapped") { bench, _ in
            try bench.controller.writeRegister(RegisterOffset.asq, Bench.unmapped, width: .qword)
        },
        enable("page-size-64k-and-queues-on-4k") { $1.memoryPageSize = 4 },
        enable("page-size-beyond") { $1.memoryPageSize = 15 },
        enable("command-set-reserved") { $1.commandSetSelected = 2 },
        enable("command-set-admin-only") { $1.commandSetSelected = 7 },
        enable("command-set-all") { $1.commandSetSelected = 6 },
        enable("arbitration-weighted") { $1.arbitrationMechanism = 1 },
        enable("arbitration-reserved") { $1.arbitrationMechanism = 3 },
        enable("submission-entries-0") { $1.submissionEntrySize = 0 },
        enable("submission-entries-32") { $1.submissionEntrySize = 5 },
        enable("completion-entries-32") { $1.completionEntrySize = 5 },
    ]

    private static let shutdown: [DifferentialCase] =
        ([("shutdown-normal", 1), ("shutdown-abrupt", 2), ("shutdown-reserved", 3)] as [(String, UInt8)])
        .map { name, notification in
            .script(name) { bench in
                var configuration = try bench.controller.configuration
                configuration.shutdownNotification = notification
                try bench.controller.setConfiguration(configuration)
                return try bench.settledStatus()
            }
        } + [
            .script("disabled") { bench in
                try bench.controller.writeRegister(RegisterOffset.cc, 0)
                return try bench.settledStatus()
            },
            .script("shutdown-while-disabled") { bench in
                try bench.controller.disable()
                try bench.controller.writeRegister(RegisterOffset.cc, 1 << 14)
                return try bench.settledStatus()
            },
        ]
}

extension Bench {
    /// CSTS once it has had time to settle: both devices change it before a write of CC has returned.
    fileprivate func settledStatus() throws -> String {
        let status = try controller.status
        var words = [status.ready ? "ready" : "not ready"]
        if status.controllerFatal { words.append("fatal") }
        if status.shutdownStatus != .normal { words.append("shutdown \(status.shutdownStatus.rawValue)") }
        return words.joined(separator: ", ")
    }
}
