import NVMe

/// Which structure lies in which page.
enum StructureTable {
    private static let identifyPages: [IdentifyCNS: any SpecStructure.Type] = [
        .namespace: IdentifyNamespace.self, .controller: IdentifyController.self,
        .activeNamespaceList: NamespaceList.self, .ioCommandSetActiveNamespaceList: NamespaceList.self,
        .ioCommandSetIndependentNamespace: IdentifyIndependentNamespace.self,
        .allocatedNamespaceList: NamespaceList.self, .allocatedNamespace: IdentifyNamespace.self,
        .namespaceAttachedControllerList: ControllerList.self, .controllerList: ControllerList.self,
        .primaryControllerCapabilities: PrimaryControllerCapabilities.self,
        .secondaryControllerList: SecondaryControllerList.self, .nvmSetList: NVMSetList.self,
        .namespaceGranularityList: NamespaceGranularityList.self, .uuidList: UUIDList.self,
        .domainList: DomainList.self, .enduranceGroupList: EnduranceGroupList.self,
        .ioCommandSetList: IOCommandSetList.self,
    ]

    /// The structure that Identify returns; nil where it is shown as bytes.
    static func identify(_ page: IdentifyCNS, commandSet: UInt8) -> (any SpecStructure.Type)? {
        switch (page, commandSet) {
        case (.ioCommandSetNamespace, 0): IdentifyNVMNamespace.self
        case (.ioCommandSetNamespace, 2): IdentifyZonedNamespace.self
        case (.ioCommandSetController, 0): IdentifyNVMController.self
        case (.ioCommandSetController, 2): IdentifyZonedController.self
        default: identifyPages[page]
        }
    }
}
