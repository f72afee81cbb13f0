import NVMe

/// Limits of a device that decide whether a test makes sense on it.
extension Capability {
    /// A command may move so many bytes.
    public static func transfer(ofBytes bytes: Int) -> Self {
        Self("Identify Controller MDTS: a command moves less than \(bytes) bytes") {
            try $0.maximumTransferSize() ?? .max >= bytes
        }
    }

    /// The controller grants so many I/O queue pairs.
    public static func queuePairs(_ count: Int) -> Self {
        Self("Get Features, Number of Queues (07h): fewer than \(count) I/O submission or completion queues granted") {
            let completion = try $0.makeAdminChannel().getFeatures(.numberOfQueues).wait()
            let granted = NumberOfQueuesFeature(rawValue: completion.dw0)  // 0's based
            return Int(min(granted.submissionQueues, granted.completionQueues)) + 1 >= count
        }
    }

    /// Blocks of namespace 1 can be written in any order, and again without more ado.
    public static var randomWrites: Self {
        Self("Namespace Identification Descriptors CSI is 02h: zones of namespace 1 are written in order, and once") {
            try $0.commandSet(ofNamespace: 1) != .zoned
        }
    }

    /// What is written can be read: a statement of the address, since no bit of the standard says that a device forgets.
    public static var media: Self {
        Self("media=null in the device's address: it keeps no data") {
            ($0.function as? EmulatedSSD)?.profile.media != .null
        }
    }

    /// The device survives a reset while writes are outstanding, which is no more than the standard demands.
    ///
    /// QEMU 7.2 does not where namespaces have metadata: the process dies of a write that ends after the reset.
    public static var resetsDuringWrites: Self {
        Self("metadata in a QEMU device's address: QEMU itself crashes when it is reset with writes outstanding") {
            ($0.function as? QEMUFunction)?.options.namespaces.contains { $0.metadataSize > 0 } != true
        }
    }

    /// Time passes by itself.
    public static var realTime: Self {
        Self("clock=virtual in the device's address: time passes only where somebody waits, so that nothing lasts") {
            $0.function.stepper == nil
        }
    }
}

extension Controller {
    /// The I/O command set of a namespace; the NVM Command Set where the controller knows no others.
    fileprivate func commandSet(ofNamespace id: UInt32) throws -> CommandSetIdentifier {
        do {
            let bytes = try identifyData(.namespaceIdentificationDescriptorList, nsid: id)
            let descriptors = NamespaceIdentificationDescriptor.list(in: bytes)
            let first = descriptors.first { $0.type == .commandSet }?.identifier.first
            return first.map { CommandSetIdentifier(rawValue: $0) } ?? .nvm
        } catch NVMeError.status {
            return .nvm
        }
    }
}
