import NVMeSpec

extension IdentifyRow {
    /// Every CNS value that the device answers.
    static let table = [
        // NSID FFFFFFFFh, what namespaces have in common, belongs to Namespace Management, which OACS does not claim.
        IdentifyRow(.namespace) { request, controller in
            namespacePage(request, controller) { NamespacePages.namespace($0, controller) }
        },
        IdentifyRow(.controller, usesNamespaceIdentifier: false) { _, controller in
            .success(ControllerPage.make(controller))
        },
        IdentifyRow(.activeNamespaceList) { namespaceList($0, $1) },
        IdentifyRow(.namespaceIdentificationDescriptorList) { request, controller in
            guard let namespace = controller.namespace(request.nsid) else { return refused(.invalidNamespaceOrFormat) }
            return .success(NamespacePages.descriptors(namespace))
        },
        IdentifyRow(.ioCommandSetNamespace) { request, controller in
            guard commandSet(request) == .nvm else { return refused(.invalidIOCommandSet) }
            // The NVM command set's structure: no storage tags, no variable formats.
            return namespacePage(request, controller) { _ in identifyNVMNamespaceSpecific() }
        },
        IdentifyRow(.ioCommandSetController, usesNamespaceIdentifier: false) { request, controller in
            guard commandSet(request) == .nvm else { return refused(.invalidIOCommandSet) }
            return .success(ControllerPage.commandSet(controller))
        },
        IdentifyRow(.ioCommandSetActiveNamespaceList) { request, controller in
            guard commandSet(request) == .nvm else { return refused(.invalidIOCommandSet) }
            return namespaceList(request, controller)
        },
        IdentifyRow(.ioCommandSetIndependentNamespace) { request, controller in
            namespacePage(request, controller) { _ in NamespacePages.independent() }
        },
        IdentifyRow(.allocatedNamespaceList) { namespaceList($0, $1) },
        IdentifyRow(.allocatedNamespace) { request, controller in
            namespacePage(request, controller) { NamespacePages.namespace($0, controller) }
        },
        IdentifyRow(.namespaceAttachedControllerList) { request, controller in
            // NVMe Base 2.3 §5.2.13.2.11.
            guard request.nsid != .max else { return refused(.invalidField) }
            guard controller.namespace(request.nsid) != nil else { return refused(.invalidNamespaceOrFormat) }
            return .success(ControllerPage.controllerList(from: request))
        },
        IdentifyRow(.controllerList, usesNamespaceIdentifier: false) { request, _ in
            .success(ControllerPage.controllerList(from: request))
        },
        IdentifyRow(.ioCommandSetList, usesNamespaceIdentifier: false) { _, _ in
            // One combination: the NVM command set alone.
            var list = IOCommandSetList()
            list.combinations = [IOCommandSetVector(\.nvm)]
            return .success(list.bytes)
        },
    ]

    static let empty = [UInt8](repeating: 0, count: 4096)

    private static func refused(_ code: StatusCode) -> Result<[UInt8], Refusal> { .failure(Refusal(code: code)) }

    private static func commandSet(_ request: Request) -> CommandSetIdentifier {
        request.sqe.cdw11[as: IdentifyDword11.self].commandSet
    }

    /// A page about one namespace: zeros for one that is inactive, a refusal for one that cannot be.
    private static func namespacePage(
        _ request: Request, _ controller: EmulatedController, _ make: (EmulatedNamespace) -> [UInt8]
    ) -> Result<[UInt8], Refusal> {
        guard controller.isValid(nsid: request.nsid) else { return refused(.invalidNamespaceOrFormat) }
        return .success(controller.namespace(request.nsid).map(make) ?? empty)
    }

    /// Identifiers greater than the one in NSID, at most 1024.
    private static func namespaceList(
        _ request: Request, _ controller: EmulatedController
    ) -> Result<[UInt8], Refusal> {
        guard request.nsid < 0xFFFF_FFFE else { return refused(.invalidNamespaceOrFormat) }
        var list = NamespaceList()
        list.entries = FieldArray(Array(controller.namespaces.map(\.nsid).filter { $0 > request.nsid }.prefix(1024)))
        return .success(list.bytes)
    }
}
