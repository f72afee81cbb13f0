import NVMeSpec

/// Which structure of libnvme corresponds to ours.
struct LibnvmeStructure: Sendable {
    let name: String
    let ours: any SpecStructure.Type
    /// Whether `sizeof` is comparable: not where libnvme counts in data that we leave to the reader.
    let comparesSize: Bool
    /// Members that libnvme does not call by the standard's short name, by that name.
    let members: [String: String]

    init(
        _ name: String, _ ours: any SpecStructure.Type, comparesSize: Bool = true, members: [String: String] = [:]
    ) {
        self.name = name
        self.ours = ours
        self.comparesSize = comparesSize
        self.members = members
    }

    /// What libnvme calls a field of ours, if it has it at all.
    func member(for field: any AnyField) -> String { members[field.shortName] ?? field.shortName }

    static let all = identify + logs + events + others

    private static let identify: [LibnvmeStructure] = [
        .init("nvme_id_ctrl", IdentifyController.self),
        .init("nvme_id_psd", PowerStateDescriptor.self),
        .init("nvme_id_ns", IdentifyNamespace.self),
        .init("nvme_lbaf", LBAFormat.self),
        .init("nvme_ns_id_desc", NamespaceIdentificationDescriptorHeader.self),
        .init("nvme_nvmset_attr", NVMSetAttributes.self),
        .init("nvme_id_nvmset_list", NVMSetList.self),
        .init("nvme_id_independent_id_ns", IdentifyIndependentNamespace.self),
        .init("nvme_id_ns_granularity_desc", NamespaceGranularity.self),
        .init("nvme_id_ns_granularity_list", NamespaceGranularityList.self),
        .init("nvme_id_uuid_list_entry", UUIDListEntry.self),
        .init("nvme_id_uuid_list", UUIDList.self),
        .init("nvme_ctrl_list", ControllerList.self),
        .init("nvme_ns_list", NamespaceList.self),
        .init("nvme_id_ctrl_nvm", IdentifyNVMController.self),
        .init("nvme_nvm_id_ns", IdentifyNVMNamespace.self),
        .init("nvme_zns_lbafe", ZonedLBAFormat.self),
        .init("nvme_zns_id_ns", IdentifyZonedNamespace.self),
        .init("nvme_zns_id_ctrl", IdentifyZonedController.self),
        .init("nvme_primary_ctrl_cap", PrimaryControllerCapabilities.self),
        .init("nvme_secondary_ctrl", SecondaryControllerEntry.self),
        .init("nvme_secondary_ctrl_list", SecondaryControllerList.self),
        .init("nvme_id_iocs", IOCommandSetList.self),
        .init("nvme_id_domain_attr", DomainAttributes.self),
        .init("nvme_id_domain_list", DomainList.self),
        .init("nvme_id_endurance_group_list", EnduranceGroupList.self),
    ]

    private static let logs: [LibnvmeStructure] = [
        .init("nvme_supported_log_pages", SupportedLogPagesLog.self),
        .init(
            "nvme_error_log_page", ErrorInformationEntry.self,
            members: ["opc": "opcode", "lpver": "log_page_version"]),
        .init("nvme_smart_log", SMARTLog.self),
        .init("nvme_firmware_slot", FirmwareSlotLog.self),
        .init("nvme_cmd_effects_log", CommandsSupportedAndEffectsLog.self),
        .init("nvme_st_result", SelfTestResultEntry.self),
        .init("nvme_self_test_log", DeviceSelfTestLog.self),
        .init("nvme_telemetry_log", TelemetryLogHeader.self),
        .init(
            "nvme_endurance_group_log", EnduranceGroupLog.self,
            members: [
                "egfeat": "endurance_group_features", "domid": "domain_identifier", "tegcap": "total_end_grp_cap",
                "uegcap": "unalloc_end_grp_cap",
            ]),
        .init("nvme_eg_event_aggregate_log", EventAggregateLogHeader.self),
        .init("nvme_nvmset_predictable_lat_log", PredictableLatencyLog.self),
        .init("nvme_ana_group_desc", AsymmetricAccessGroupDescriptor.self),
        .init("nvme_ana_log", AsymmetricAccessLogHeader.self),
        .init("nvme_lba_status_log", LBAStatusLogHeader.self),
        .init("nvme_lbas_ns_element", LBAStatusNamespaceElement.self),
        .init("nvme_lba_rd", LBARangeDescriptor.self),
        .init("nvme_fid_supported_effects_log", FeatureIdentifiersSupportedAndEffectsLog.self),
        .init("nvme_boot_partition", BootPartitionLogHeader.self),
        .init("nvme_media_unit_stat_desc", MediaUnitStatusDescriptor.self),
        .init("nvme_media_unit_stat_log", MediaUnitStatusLogHeader.self),
        .init("nvme_resv_notification_log", ReservationNotificationLog.self),
        .init("nvme_sanitize_log_page", SanitizeStatusLog.self),
        .init("nvme_zns_changed_zone_log", ChangedZoneList.self),
        .init("nvme_fdp_stats_log", FDPStatisticsLog.self),
    ]

    private static let events: [LibnvmeStructure] = [
        .init("nvme_persistent_event_log", PersistentEventLogHeader.self),
        .init("nvme_persistent_event_entry", PersistentEventHeader.self),
        .init("nvme_sanitize_start_event", SanitizeStartEvent.self),
        .init("nvme_sanitize_compln_event", SanitizeCompletionEvent.self),
        .init("nvme_format_nvm_start_event", FormatStartEvent.self),
        .init("nvme_format_nvm_compln_event", FormatCompletionEvent.self),
        .init("nvme_time_stamp_change_event", TimestampChangeEvent.self),
        .init("nvme_fw_commit_event", FirmwareCommitEvent.self),
        .init("nvme_thermal_exc_event", ThermalExcursionEvent.self),
    ]

    private static let others: [LibnvmeStructure] = [
        .init("nvme_zns_desc", ZoneDescriptor.self),
        .init("nvme_zone_report", ZoneReportHeader.self),
        .init("nvme_fdp_ruh_status_desc", ReclaimUnitHandleStatusDescriptor.self),
        .init("nvme_lba_status_desc", LBAStatusDescriptor.self),
        .init("nvme_lba_status", LBAStatusListHeader.self),
        .init("nvme_feat_auto_pst", AutonomousPowerStateTransitionTable.self),
        .init("nvme_lba_range_type_entry", LBARangeTypeEntry.self),
        .init("nvme_lba_range_type", LBARangeTypeTable.self),
        .init("nvme_plm_config", PredictableLatencyModeConfig.self),
        .init("nvme_feat_host_behavior", HostBehaviorSupport.self),
        .init("nvme_host_mem_buf_attrs", HostMemoryBufferAttributes.self),
        .init("nvme_timestamp", TimestampData.self),
        .init("nvme_dsm_range", DSMRange.self),
        .init("nvme_copy_range", CopyRange.self),
        .init("nvme_registered_ctrl", RegisteredController.self),
        .init("nvme_registered_ctrl_ext", RegisteredControllerExtended.self),
        .init("nvme_resv_status", ReservationStatusHeader.self, comparesSize: false),
        .init("nvmf_disc_log_entry", DiscoveryLogEntry.self),
        .init("nvmf_discovery_log", DiscoveryLogHeader.self),
        .init("nvmf_connect_data", ConnectData.self),
    ]
}
