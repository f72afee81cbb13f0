/// Where a release of libnvme says something else than the standard, and why the standard is on our side.
struct LibnvmeDifferences {
    /// Enumerators.
    let constants: [String: String]
    /// Members of structures.
    let members: [String: String]

    init(_ release: LibnvmeRelease) { self = release.version == LibnvmeRelease.newestVersion ? .newest : .debian }

    private init(constants: [String: String], members: [String: String] = [:]) {
        self.constants = constants
        self.members = members
    }

    private static let newest = LibnvmeDifferences(
        constants: [
            "NVME_NS_FEAT_IO_OPT": "both bits of OPTPERF; ours has a flag for each",
            "NVME_CC_CRIME": "the value of the bit, where others are masks in place",
            "NVME_FEAT_RRL_RRL_MASK": "8 bits; Base 2.0 §5.27.1.14: bits 3:0 of dword 12 are RRL",
            "NVME_FEAT_FDP_INDEX_MASK": "4 of the 8 bits; Base 2.1 (Flexible Data Placement): bits 15:8 of dword 12",
            "NVME_CTRL_FRMW_NR_SLOTS": "2 of the 3 bits; Base 2.0 §5.17.2.1: bits 3:1 are the number of slots",
        ])

    private static let debian = LibnvmeDifferences(
        constants: [
            "NVME_BPRSEL_BPROF_MASK": "libnvme keeps 12 of the 20 bits",
            "NVME_CRTO_CRIMT_MASK": "libnvme has this one mask in place instead of shifted down",
            "NVME_CC_CRIME": "the value of the bit, where others are masks in place",
            "NVME_FEAT_RRL_RRL_MASK": "8 bits; Base 2.0 §5.27.1.14: bits 3:0 of dword 12 are RRL",
            "NVME_FEAT_IOCSP_IOCSCI_MASK": "8 of the 9 bits; Base 2.0 §5.27.1.21: bits 8:0 of dword 11",
            "NVME_FEAT_FDP_INDEX_MASK": "4 of the 8 bits; Base 2.1 (Flexible Data Placement): bits 15:8 of dword 12",
            "NVME_CMD_EFFECTS_CSE_MASK": "2 of the 3 bits; Base 2.0 §5.16.1.6: bits 18:16 are CSE",
            "NVME_CTRL_FRMW_NR_SLOTS": "2 of the 3 bits; Base 2.0 §5.17.2.1: bits 3:1 are the number of slots",
        ],
        members: [
            "nvme_id_ns.vs": "the storage tag mask (LBSTM) lies before it; the standard has that in CNS 05h only",
            "nvme_copy_range.elbat": "where ELBATM is; NVM Command Set 1.0 §3.2.2: bytes 29:28",
            "nvme_copy_range.elbatm": "where ELBAT is; NVM Command Set 1.0 §3.2.2: bytes 31:30",
        ])
}
