import Synchronization

/// The devices that this process has open, so that an interrupted program can leave them in order.
public final class OpenDevices: Sendable {
    public static let shared = OpenDevices()

    private struct Entry {
        weak var function: (any PCIeFunction)?
    }

    private let entries = Mutex<[Entry]>([])

    func add(_ function: any PCIeFunction) {
        let living = entries.withLock { entries in
            let living = entries.compactMap(\.function)
            entries = (living + [function]).map { Entry(function: $0) }
            return living
        }
        // Outside of the lock, where the last reference to one of them may go.
        withExtendedLifetime(living) {}
    }

    /// Disables the controllers of all open devices and closes the devices. For the way out only: whoever uses one of them
    /// at this moment gets errors.
    public func shutDown() {
        let functions = entries.withLock { entries in
            defer { entries = [] }
            return entries.compactMap(\.function)
        }
        for function in functions {
            Self.disable(function)
            function.close()
        }
    }

    /// Clears CC.EN and waits for CSTS.RDY to follow, at most one second (NVMe Base 2.0 §3.5.3).
    private static func disable(_ function: any PCIeFunction) {
        guard function.isPresent, let value = try? function.readRegister(bar: 0, at: RegisterOffset.cc, width: .dword)
        else { return }
        var configuration = ControllerConfiguration(rawValue: UInt32(truncatingIfNeeded: value))
        configuration.enable = false
        try? function.writeRegister(
            UInt64(configuration.rawValue), bar: 0, at: RegisterOffset.cc, width: .dword)
        let deadline = ContinuousClock.now + .seconds(1)
        while ContinuousClock.now < deadline, function.isPresent, isReady(function) {
            function.stepper?.step()
        }
    }

    private static func isReady(_ function: any PCIeFunction) -> Bool {
        guard let value = try? function.readRegister(bar: 0, at: RegisterOffset.csts, width: .dword) else {
            return false
        }
        return ControllerStatus(rawValue: UInt32(truncatingIfNeeded: value)).ready
    }
}
