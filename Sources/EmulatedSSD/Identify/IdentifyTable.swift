import NVMeSpec

extension IdentifyRow {
    /// Every CNS value that the device answers.
    static let table = [
        // NSID FFFFFFFFh, what namespaces have in common, belongs to Namespace Management, which OACS does not claim.
        IdentifyRow(0x00, "Identify Namespace") { request, controller in
            namespacePage(request, controller) { NamespacePages.namespace($0, controller) }
        },
        IdentifyRow(0x01, "Identify Controller") { _, controller in .success(ControllerPage.make(controller)) },
        IdentifyRow(0x02, "Active Namespace ID list") { namespaceList($0, $1) },
        IdentifyRow(0x03, "Namespace Identification Descriptor list") { request, controller in
            guard let namespace = controller.namespace(request.nsid) else { return refused(.invalidNamespaceOrFormat) }
            return .success(NamespacePages.descriptors(namespace))
        },
        IdentifyRow(0x05, "I/O Command Set specific Identify Namespace") { request, controller in
            guard commandSet(request) == 0 else { return refused(.invalidIOCommandSet) }
            // The NVM command set's structure: no storage tags, no variable formats.
            return namespacePage(request, controller) { _ in identifyNVMNamespaceSpecific() }
        },
        IdentifyRow(0x06, "I/O Command Set specific Identify Controller") { request, controller in
            guard commandSet(request) == 0 else { return refused(.invalidIOCommandSet) }
            return .success(ControllerPage.commandSet(controller))
        },
        IdentifyRow(0x07, "I/O Command Set specific Active Namespace ID list") { request, controller in
            guard commandSet(request) == 0 else { return refused(.invalidIOCommandSet) }
            return namespaceList(request, controller)
        },
        IdentifyRow(0x08, "I/O Command Set Independent Identify Namespace") { request, controller in
            namespacePage(request, controller) { _ in NamespacePages.independent() }
        },
        IdentifyRow(0x10, "Allocated Namespace ID list") { namespaceList($0, $1) },
        IdentifyRow(0x11, "Identify Namespace of an allocated namespace") { request, controller in
            namespacePage(request, controller) { NamespacePages.namespace($0, controller) }
        },
        IdentifyRow(0x12, "Controller list of a namespace") { request, controller in
            guard controller.namespace(request.nsid) != nil else { return refused(.invalidNamespaceOrFormat) }
            return .success(ControllerPage.controllerList(from: request))
        },
        IdentifyRow(0x13, "Controller list of the NVM subsystem") { request, _ in
            .success(ControllerPage.controllerList(from: request))
        },
        IdentifyRow(0x1C, "I/O Command Set data structure") { _, _ in
            var page = ByteLayout(count: 4096)
            // One combination: the NVM command set alone.
            page.put(UInt64(1), at: 0)
            return .success(page.bytes)
        },
    ]

    static let empty = [UInt8](repeating: 0, count: 4096)

    private static func refused(_ code: StatusCode) -> Result<[UInt8], Refusal> { .failure(Refusal(code: code)) }

    /// Command Set Identifier (CSI, CDW11 31:24).
    private static func commandSet(_ request: Request) -> UInt32 { request.sqe.cdw11 >> 24 }

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
        var page = ByteLayout(count: 4096)
        let identifiers = controller.namespaces.map(\.nsid).filter { $0 > request.nsid }.prefix(1024)
        for (index, nsid) in identifiers.enumerated() { page.put(nsid, at: 4 * index) }
        return .success(page.bytes)
    }
}
