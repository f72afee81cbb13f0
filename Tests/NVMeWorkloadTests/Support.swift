import EmulatedSSD
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import PCIExpress

/// An embedded SSD with an initialised controller and its first namespace; closed with the last reference.
final class Bench {
    let ssd: EmulatedSSD
    let controller: Controller
    let namespace: Namespace

    init(_ address: String = "emu:small") throws {
        ssd = try EmulatedSSD(address: address)
        controller = Controller(ssd)
        try controller.initialise()
        namespace = try controller.namespace(1)
    }

    deinit {
        try? controller.close()
        ssd.close()
    }
}
