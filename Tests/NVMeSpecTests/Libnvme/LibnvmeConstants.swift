import NVMeSpec

/// Enumerators of libnvme beside the values of ours that mean the same.
enum LibnvmeConstants {
    /// Every pair as name and number; a status code is its code alone, as libnvme has it.
    static let all: [(name: String, value: UInt64)] =
        numbers(adminOpcodes) + numbers(ioOpcodes) + numbers(cns) + numbers(logPages) + numbers(features)
        + statusCodes.map { ($0.0, UInt64($0.1.code)) } + typeCodes + flags + actions + bitFields

    private static func numbers<Value: RawRepresentable>(
        _ pairs: [(String, Value)]
    ) -> [(name: String, value: UInt64)] where Value.RawValue == UInt8 {
        pairs.map { ($0.0, UInt64($0.1.rawValue)) }
    }
}

extension LibnvmeConstants {
    static let adminOpcodes: [(String, AdminOpcode)] = [
        ("nvme_admin_delete_sq", .deleteIOSubmissionQueue),
        ("nvme_admin_create_sq", .createIOSubmissionQueue),
        ("nvme_admin_get_log_page", .getLogPage),
        ("nvme_admin_delete_cq", .deleteIOCompletionQueue),
        ("nvme_admin_create_cq", .createIOCompletionQueue),
        ("nvme_admin_identify", .identify),
        ("nvme_admin_abort_cmd", .abort),
        ("nvme_admin_set_features", .setFeatures),
        ("nvme_admin_get_features", .getFeatures),
        ("nvme_admin_async_event", .asynchronousEventRequest),
        ("nvme_admin_ns_mgmt", .namespaceManagement),
        ("nvme_admin_fw_commit", .firmwareCommit),
        ("nvme_admin_fw_download", .firmwareImageDownload),
        ("nvme_admin_dev_self_test", .deviceSelfTest),
        ("nvme_admin_ns_attach", .namespaceAttachment),
        ("nvme_admin_keep_alive", .keepAlive),
        ("nvme_admin_directive_send", .directiveSend),
        ("nvme_admin_directive_recv", .directiveReceive),
        ("nvme_admin_virtual_mgmt", .virtualizationManagement),
        ("nvme_admin_nvme_mi_send", .nvmeMISend),
        ("nvme_admin_nvme_mi_recv", .nvmeMIReceive),
        ("nvme_admin_capacity_mgmt", .capacityManagement),
        ("nvme_admin_discovery_info_mgmt", .discoveryInformationManagement),
        ("nvme_admin_fabric_zoning_recv", .fabricZoningReceive),
        ("nvme_admin_lockdown", .lockdown),
        ("nvme_admin_fabric_zoning_lookup", .fabricZoningLookup),
        ("nvme_admin_fabric_zoning_send", .fabricZoningSend),
        ("nvme_admin_dbbuf", .doorbellBufferConfig),
        ("nvme_admin_fabrics", .fabrics),
        ("nvme_admin_format_nvm", .formatNVM),
        ("nvme_admin_security_send", .securitySend),
        ("nvme_admin_security_recv", .securityReceive),
        ("nvme_admin_sanitize_nvm", .sanitize),
        ("nvme_admin_get_lba_status", .getLBAStatus),
    ]
}

extension LibnvmeConstants {
    static let ioOpcodes: [(String, NVMOpcode)] = [
        ("nvme_cmd_flush", .flush),
        ("nvme_cmd_write", .write),
        ("nvme_cmd_read", .read),
        ("nvme_cmd_write_uncor", .writeUncorrectable),
        ("nvme_cmd_compare", .compare),
        ("nvme_cmd_write_zeroes", .writeZeroes),
        ("nvme_cmd_dsm", .datasetManagement),
        ("nvme_cmd_verify", .verify),
        ("nvme_cmd_resv_register", .reservationRegister),
        ("nvme_cmd_resv_report", .reservationReport),
        ("nvme_cmd_resv_acquire", .reservationAcquire),
        ("nvme_cmd_io_mgmt_recv", .ioManagementReceive),
        ("nvme_cmd_resv_release", .reservationRelease),
        ("nvme_cmd_copy", .copy),
        ("nvme_cmd_io_mgmt_send", .ioManagementSend),
        ("nvme_zns_cmd_mgmt_send", .zoneManagementSend),
        ("nvme_zns_cmd_mgmt_recv", .zoneManagementReceive),
        ("nvme_zns_cmd_append", .zoneAppend),
    ]
}

extension LibnvmeConstants {
    static let cns: [(String, IdentifyCNS)] = [
        ("NVME_IDENTIFY_CNS_NS", .namespace),
        ("NVME_IDENTIFY_CNS_CTRL", .controller),
        ("NVME_IDENTIFY_CNS_NS_ACTIVE_LIST", .activeNamespaceList),
        ("NVME_IDENTIFY_CNS_NS_DESC_LIST", .namespaceIdentificationDescriptorList),
        ("NVME_IDENTIFY_CNS_NVMSET_LIST", .nvmSetList),
        ("NVME_IDENTIFY_CNS_CSI_NS", .ioCommandSetNamespace),
        ("NVME_IDENTIFY_CNS_CSI_CTRL", .ioCommandSetController),
        ("NVME_IDENTIFY_CNS_CSI_NS_ACTIVE_LIST", .ioCommandSetActiveNamespaceList),
        ("NVME_IDENTIFY_CNS_CSI_INDEPENDENT_ID_NS", .ioCommandSetIndependentNamespace),
        ("NVME_IDENTIFY_CNS_NS_USER_DATA_FORMAT", .namespaceUserDataFormat),
        ("NVME_IDENTIFY_CNS_CSI_NS_USER_DATA_FORMAT", .ioCommandSetNamespaceUserDataFormat),
        ("NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST", .allocatedNamespaceList),
        ("NVME_IDENTIFY_CNS_ALLOCATED_NS", .allocatedNamespace),
        ("NVME_IDENTIFY_CNS_NS_CTRL_LIST", .namespaceAttachedControllerList),
        ("NVME_IDENTIFY_CNS_CTRL_LIST", .controllerList),
        ("NVME_IDENTIFY_CNS_PRIMARY_CTRL_CAP", .primaryControllerCapabilities),
        ("NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST", .secondaryControllerList),
        ("NVME_IDENTIFY_CNS_NS_GRANULARITY", .namespaceGranularityList),
        ("NVME_IDENTIFY_CNS_UUID_LIST", .uuidList),
        ("NVME_IDENTIFY_CNS_DOMAIN_LIST", .domainList),
        ("NVME_IDENTIFY_CNS_ENDURANCE_GROUP_ID", .enduranceGroupList),
        ("NVME_IDENTIFY_CNS_CSI_ALLOCATED_NS_LIST", .ioCommandSetAllocatedNamespaceList),
        ("NVME_IDENTIFY_CNS_CSI_ID_NS_DATA_STRUCTURE", .ioCommandSetAllocatedNamespace),
        ("NVME_IDENTIFY_CNS_COMMAND_SET_STRUCTURE", .ioCommandSetList),
    ]
}

extension LibnvmeConstants {
    static let logPages: [(String, LogPageIdentifier)] = [
        ("NVME_LOG_LID_SUPPORTED_LOG_PAGES", .supportedLogPages),
        ("NVME_LOG_LID_ERROR", .errorInformation),
        ("NVME_LOG_LID_SMART", .smart),
        ("NVME_LOG_LID_FW_SLOT", .firmwareSlot),
        ("NVME_LOG_LID_CHANGED_NS", .changedAttachedNamespaceList),
        ("NVME_LOG_LID_CMD_EFFECTS", .commandsSupportedAndEffects),
        ("NVME_LOG_LID_DEVICE_SELF_TEST", .deviceSelfTest),
        ("NVME_LOG_LID_TELEMETRY_HOST", .telemetryHostInitiated),
        ("NVME_LOG_LID_TELEMETRY_CTRL", .telemetryControllerInitiated),
        ("NVME_LOG_LID_ENDURANCE_GROUP", .enduranceGroupInformation),
        ("NVME_LOG_LID_PREDICTABLE_LAT_NVMSET", .predictableLatencyPerNVMSet),
        ("NVME_LOG_LID_PREDICTABLE_LAT_AGG", .predictableLatencyEventAggregate),
        ("NVME_LOG_LID_ANA", .asymmetricNamespaceAccess),
        ("NVME_LOG_LID_PERSISTENT_EVENT", .persistentEvent),
        ("NVME_LOG_LID_LBA_STATUS", .lbaStatusInformation),
        ("NVME_LOG_LID_ENDURANCE_GRP_EVT", .enduranceGroupEventAggregate),
        ("NVME_LOG_LID_MEDIA_UNIT_STATUS", .mediaUnitStatus),
        ("NVME_LOG_LID_SUPPORTED_CAP_CONFIG_LIST", .supportedCapacityConfigurationList),
        ("NVME_LOG_LID_FID_SUPPORTED_EFFECTS", .featureIdentifiersSupportedAndEffects),
        ("NVME_LOG_LID_MI_CMD_SUPPORTED_EFFECTS", .nvmeMICommandsSupportedAndEffects),
        ("NVME_LOG_LID_BOOT_PARTITION", .bootPartition),
        ("NVME_LOG_LID_FDP_CONFIGS", .fdpConfigurations),
        ("NVME_LOG_LID_FDP_RUH_USAGE", .reclaimUnitHandleUsage),
        ("NVME_LOG_LID_FDP_STATS", .fdpStatistics),
        ("NVME_LOG_LID_FDP_EVENTS", .fdpEvents),
        ("NVME_LOG_LID_DISCOVER", .discovery),
        ("NVME_LOG_LID_RESERVATION", .reservationNotification),
        ("NVME_LOG_LID_SANITIZE", .sanitizeStatus),
        ("NVME_LOG_LID_ZNS_CHANGED_ZONES", .changedZoneList),
    ]
}

extension LibnvmeConstants {
    static let features: [(String, FeatureIdentifier)] = [
        ("NVME_FEAT_FID_ARBITRATION", .arbitration),
        ("NVME_FEAT_FID_POWER_MGMT", .powerManagement),
        ("NVME_FEAT_FID_LBA_RANGE", .lbaRangeType),
        ("NVME_FEAT_FID_TEMP_THRESH", .temperatureThreshold),
        ("NVME_FEAT_FID_ERR_RECOVERY", .errorRecovery),
        ("NVME_FEAT_FID_VOLATILE_WC", .volatileWriteCache),
        ("NVME_FEAT_FID_NUM_QUEUES", .numberOfQueues),
        ("NVME_FEAT_FID_IRQ_COALESCE", .interruptCoalescing),
        ("NVME_FEAT_FID_IRQ_CONFIG", .interruptVectorConfiguration),
        ("NVME_FEAT_FID_WRITE_ATOMIC", .writeAtomicityNormal),
        ("NVME_FEAT_FID_ASYNC_EVENT", .asynchronousEventConfiguration),
        ("NVME_FEAT_FID_AUTO_PST", .autonomousPowerStateTransition),
        ("NVME_FEAT_FID_HOST_MEM_BUF", .hostMemoryBuffer),
        ("NVME_FEAT_FID_TIMESTAMP", .timestamp),
        ("NVME_FEAT_FID_KATO", .keepAliveTimer),
        ("NVME_FEAT_FID_HCTM", .hostControlledThermalManagement),
        ("NVME_FEAT_FID_NOPSC", .nonOperationalPowerStateConfig),
        ("NVME_FEAT_FID_RRL", .readRecoveryLevelConfig),
        ("NVME_FEAT_FID_PLM_CONFIG", .predictableLatencyModeConfig),
        ("NVME_FEAT_FID_PLM_WINDOW", .predictableLatencyModeWindow),
        ("NVME_FEAT_FID_LBA_STS_INTERVAL", .lbaStatusInformationReportInterval),
        ("NVME_FEAT_FID_HOST_BEHAVIOR", .hostBehaviorSupport),
        ("NVME_FEAT_FID_SANITIZE", .sanitizeConfig),
        ("NVME_FEAT_FID_ENDURANCE_EVT_CFG", .enduranceGroupEventConfiguration),
        ("NVME_FEAT_FID_IOCS_PROFILE", .ioCommandSetProfile),
        ("NVME_FEAT_FID_SPINUP_CONTROL", .spinupControl),
        ("NVME_FEAT_FID_FDP", .flexibleDataPlacement),
        ("NVME_FEAT_FID_FDP_EVENTS", .flexibleDataPlacementEvents),
        ("NVME_FEAT_FID_ENH_CTRL_METADATA", .enhancedControllerMetadata),
        ("NVME_FEAT_FID_CTRL_METADATA", .controllerMetadata),
        ("NVME_FEAT_FID_NS_METADATA", .namespaceMetadata),
        ("NVME_FEAT_FID_SW_PROGRESS", .softwareProgressMarker),
        ("NVME_FEAT_FID_HOST_ID", .hostIdentifier),
        ("NVME_FEAT_FID_RESV_MASK", .reservationNotificationMask),
        ("NVME_FEAT_FID_RESV_PERSIST", .reservationPersistence),
        ("NVME_FEAT_FID_WRITE_PROTECT", .namespaceWriteProtection),
    ]
}
