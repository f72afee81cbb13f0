import NVMe
import Testing

@Suite("Bringing a controller up", .serialized)
struct InitialisationTests {
    @Test(arguments: TestDevice.allCases)
    func attachingTouchesNothing(device: TestDevice) throws {
        try device.runUninitialised { (controller) throws in
            #expect(try controller.configuration.enable == false)
            #expect(try controller.status.ready == false)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func standardProcedureEndsWithAReadyController(device: TestDevice) throws {
        try device.run { (controller) throws in
            #expect(try controller.status.ready)
        }
    }

    /// What tells a power loss from a reset of the host's (NVMe Base 2.3 §3.1.4.5, EN: no controller reset changes ASQ).
    @Test(arguments: TestDevice.allCases)
    func addressOfTheAdminQueueOutlivesTheReset(device: TestDevice) throws {
        try device.run { (controller) throws in
            let address = try controller.readRegister(RegisterOffset.asq, width: .qword)
            try controller.disable()
            #expect(try controller.readRegister(RegisterOffset.asq, width: .qword) == address)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func standardProcedureArmsOneEventRequestWithIdentifier126(device: TestDevice) throws {
        try device.run { (controller) throws in
            #expect(controller.outstanding == 1)
            let armed = controller.commandLog?.entries().first { $0.completion == nil }
            #expect(armed?.command.adminOpcode == .asynchronousEventRequest)
            #expect(armed?.command.commandID == 126)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func ownProcedureReplacesTheStandardOneAlsoInReset(device: TestDevice) throws {
        try device.runUninitialised { (controller) throws in
            var runs = 0
            try controller.initialise { controller in
                runs += 1
                try controller.disable()
                try controller.setUpAdminQueue()
                try controller.enable()
            }
            try controller.reset()
            #expect(runs == 2)
            #expect(controller.outstanding == 0)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func closeLeavesADisabledController(device: TestDevice) throws {
        try device.run { (controller) throws in
            try controller.close()
            #expect(try controller.configuration.enable == false)
        }
    }

    /// NVMe Base 2.3 §3.7.2.1: a controller reset is a write that clears CC.EN, and nothing else.
    @Test(arguments: [false, true])
    func disablingLeavesTheOtherFieldsAsTheyAre(closes: Bool) throws {
        let controller = try ScriptedDevice().controller()
        var configuration = try controller.configuration
        #expect(configuration.submissionEntrySize == 6)
        if closes { try controller.close() } else { try controller.disable() }
        configuration.enable = false
        #expect(try controller.configuration == configuration)
    }

    /// Written once more, it would announce another shutdown.
    @Test(arguments: TestDevice.allCases)
    func disablingAfterAShutdownTakesTheAnnouncementBack(device: TestDevice) throws {
        try device.run { (controller) throws in
            try controller.shutdown()
            #expect(try controller.configuration.shutdownNotification == 0b01)
            try controller.disable()
            #expect(try controller.configuration.shutdownNotification == 0)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func closingTwiceIsFine(device: TestDevice) throws {
        try device.run { (controller) throws in
            try controller.close()
            #expect(throws: Never.self) { try controller.close() }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func closedControllerRefusesCommands(device: TestDevice) throws {
        try device.run { (controller) throws in
            try controller.close()
            #expect(throws: NVMeError.closed) { try controller.identifyController() }
        }
    }

    @Test func commandBeforeInitialisationSaysWhatIsMissing() throws {
        let controller = Controller(try ScriptedDevice())
        #expect(throws: NVMeError.notInitialised(missing: "admin queue")) { try controller.abort(0) }
    }

    @Test func resetBeforeInitialisationSaysWhatIsMissing() throws {
        let controller = Controller(try ScriptedDevice())
        #expect(throws: NVMeError.notInitialised(missing: "initialisation procedure")) { try controller.reset() }
    }

    @Test(arguments: TestDevice.allCases)
    func identifyDataNamesTheDevice(device: TestDevice) throws {
        try device.run { (controller) throws in
            let data = try controller.identifyController()
            #expect(!data.modelNumber.description.isEmpty)
            #expect(data.numberOfNamespaces >= 1)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func namespaceOneIsActive(device: TestDevice) throws {
        try device.run { (controller) throws in
            #expect(try controller.activeNamespaces().contains(1))
        }
    }

    @Test(arguments: TestDevice.allCases)
    func logPagesCanBeRead(device: TestDevice) throws {
        try device.run { (controller) throws in
            let smart = try controller.smartLog()
            #expect(smart.compositeTemperature > 0)
            #expect(try controller.firmwareSlotLog().bytes.count == 512)
            let errors = try controller.errorLog(1)
            #expect(errors.count <= 1)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func supportedCommandsAreInTheEffectsLog(device: TestDevice) throws {
        try device.run { (controller) throws in
            #expect(try controller.supports(.identify))
            #expect(try controller.supports(.read))
            #expect(try controller.supports(AdminOpcode(rawValue: 0xFF)) == false)
        }
    }
}
