import NVMe
import Synchronization
import Testing

/// The devices that every behaviour of the driver is tried on: our model, and one that somebody else wrote.
enum TestDevice: String, CaseIterable, CustomTestStringConvertible {
    case embedded = "emu"
    case qemu

    var testDescription: String { rawValue }

    /// Runs a test on a device of this kind with an initialised controller, and closes the controller after it.
    ///
    /// Each test has an embedded SSD of its own; all share one QEMU, one at a time, because starting it takes a while.
    /// The test is skipped, saying why, where the device is not to be had.
    func run(_ body: (Controller) throws -> Void) throws {
        try runUninitialised { controller in
            try controller.initialise()
            try body(controller)
        }
    }

    /// As `run`, with a controller that has touched nothing yet.
    func runUninitialised(_ body: (Controller) throws -> Void) throws {
        switch self {
        case .embedded:
            let function = try Self.open("emu")
            defer { function.close() }
            try Self.use(function, body)
        case .qemu:
            try SharedQEMU.instance.withLock { function in
                guard QEMUFunction.isInstalled else {
                    try Test.cancel("QEMU is not installed: apt install qemu-system-x86")
                }
                if function == nil { function = try Self.open("qemu") }
                if let function { try Self.use(function, body) }
            }
        }
    }

    private static func use(_ function: any PCIeFunction, _ body: (Controller) throws -> Void) throws {
        let controller = Controller(function)
        controller.timeout = .seconds(5)
        defer { try? controller.close() }
        try body(controller)
    }

    private static func open(_ address: String) throws -> any PCIeFunction {
        do {
            return try Device.open(address)
        } catch DeviceAddressError.linkNotBuilt {
            try Test.cancel("'\(address)' is not built yet")
        }
    }
}

/// The one QEMU of this test run.
private enum SharedQEMU {
    static let instance = Mutex<(any PCIeFunction)?>(nil)
}

extension TestDevice {
    /// As `run`, with namespace 1, a queue pair of sixteen entries and two buffers of a block.
    func runIO(_ body: (IOBench) throws -> Void) throws {
        try run { controller in
            let namespace = try controller.namespace(1)
            try body(
                IOBench(
                    controller: controller, namespace: namespace, queue: controller.makeQueuePair(depth: 16),
                    first: controller.makeBuffer(namespace.blockSize),
                    second: controller.makeBuffer(namespace.blockSize)))
        }
    }
}

/// What an I/O test needs.
struct IOBench {
    let controller: Controller
    let namespace: Namespace
    let queue: QueuePair
    let first: Buffer
    let second: Buffer
}
