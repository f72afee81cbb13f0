import NVMe
import NVMeReport
import NVMeWorkload

/// A device that is open for a measurement, with its controller enabled.
struct DrivenDevice {
    let address: DeviceAddress
    let function: any PCIeFunction
    let controller: Controller
    let identity: IdentifyController

    /// Opens and initialises. The caller closes.
    init(_ options: DeviceOptions) throws {
        let timeout = try options.timeout
        address = try options.address
        function = try Device.open(address)
        controller = Controller(function)
        do {
            controller.timeout = timeout
            try controller.initialise()
            identity = try controller.identifyController()
        } catch {
            try? controller.close()
            function.close()
            throw error
        }
    }

    func close() {
        try? controller.close()
        function.close()
    }

    var description: PerformanceReport.Device {
        .init(
            address: "\(address)", model: "\(identity.modelNumber)", serialNumber: "\(identity.serialNumber)",
            firmwareRevision: "\(identity.firmwareRevision)")
    }

    /// Initialises once more, with weighted round robin arbitration, which makes priorities of queues mean something (CC.AMS, NVMe Base 2.0
    /// §3.1.3.5). False where the controller has none (CAP.AMS).
    func enablePriorities() throws -> Bool {
        guard try controller.capabilities.arbitrationMechanismSupported & 1 != 0 else { return false }
        var configuration = try controller.configuration
        configuration.arbitrationMechanism = 1
        try controller.initialise { [configuration] controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            try controller.enable(configuration)
            try controller.setUpNamespaces()
            let admin = controller.makeAdminChannel()
            try admin.setFeatures(.numberOfQueues, 0xFFFE_FFFE).wait()
            try controller.setUpQueues(granted: admin.getFeatures(.numberOfQueues).wait().dw0)
        }
        return true
    }

    /// Refuses to destroy what a real device holds unless the user allowed it for this one.
    func checkPermission(_ permission: PermissionOptions) throws {
        switch address {
        case .embedded, .qemu: return
        case .pcie, .vfioUser, .tcp: break
        }
        let serialNumber = "\(identity.serialNumber)"
        guard !permission.covers(serialNumber: serialNumber) else { return }
        throw UsageError(
            "this would overwrite data on \(address) (serial number \(serialNumber)); allow it with --yes, or with "
                + "--serial \(serialNumber)")
    }
}
