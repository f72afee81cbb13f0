extension Explanation {
    /// What the controllers offer, and say that they offer.
    static let capabilities = [
        Explanation(
            title: "Versions of the standard",
            right: .both,
            why: """
                The embedded SSD reports version 2.0, QEMU version 1.4; CAP.CSS, CNS 08h and the log pages of \
                2.0 follow from it. QEMU offers command sets beside NVM; the embedded SSD has NVM alone, so \
                CC.CSS may not select others there.
                """,
            clause: "NVMe Base 2.0 §3.1.3.1 (CAP.CSS), §3.1.3.2 (VS), §3.1.3.5 (CC.CSS), §5.17.2 (CNS 08h)",
            cases: [
                Difference(
                    "identify/cns-8h-nsid-0", "Invalid Namespace or Format (00/0b)", "Invalid Field in Command (00/02)"),
                Difference("identify/cns-8h-nsid-1", "Success", "Invalid Field in Command (00/02)"),
                Difference("identify/cns-8h-nsid-2", "Success", "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/cns-8h-nsid-beyond", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/cns-8h-nsid-all", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/cns-8h-nsid-last", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference("identify-controller/VER", "Success, VER 20000h", "Success, VER 10400h"),
                Difference("registers/CAP.CSS", "1h", "C1h"),
                Difference("registers/VS", "20000h", "10400h"),
                Difference("enable/command-set-admin-only", "not ready, fatal", "ready"),
                Difference("enable/command-set-all", "not ready, fatal", "ready"),
            ]),
        Explanation(
            title: "What Identify Controller says of the controller",
            right: .both,
            why: """
                Optional capabilities, limits and sizes that each controller reports for itself. A host reads \
                them and acts on what it finds.
                """,
            clause: "NVMe Base 2.0 §5.17.2.1 (Identify Controller data structure)",
            cases: [
                Difference(
                    "identify/controller-nvm-limits", "Success, VSL, WZSL, WUSL 0h, DMRL 0h",
                    "Success, VSL, WZSL, WUSL 7h, DMRL 0h"),
                Difference("identify-controller/RTD3R", "Success, RTD3R 186A0h", "Success, RTD3R 0h"),
                Difference("identify-controller/OAES", "Success, OAES 200h", "Success, OAES 100h"),
                Difference("identify-controller/CTRATT", "Success, CTRATT 1h", "Success, CTRATT 8000h"),
                Difference("identify-controller/OACS", "Success, OACS 16h", "Success, OACS 10Ah"),
                Difference("identify-controller/FRMW", "Success, FRMW 16h", "Success, FRMW 3h"),
                Difference("identify-controller/LPA", "Success, LPA 6h", "Success, LPA 7h"),
                Difference("identify-controller/ELPE", "Success, ELPE 3Fh", "Success, ELPE 0h"),
                Difference("identify-controller/NPSS", "Success, NPSS 4h", "Success, NPSS 0h"),
                Difference("identify-controller/CCTEMP", "Success, CCTEMP 161h", "Success, CCTEMP 175h"),
                Difference("identify-controller/SANICAP", "Success, SANICAP 40000007h", "Success, SANICAP 0h"),
                Difference("identify-controller/ONCS", "Success, ONCS 1DFh", "Success, ONCS 15Dh"),
                Difference("identify-controller/FUSES", "Success, FUSES 1h", "Success, FUSES 0h"),
                Difference("identify-controller/FNA", "Success, FNA 4h", "Success, FNA 0h"),
                Difference("identify-controller/AWUN", "Success, AWUN 7Fh", "Success, AWUN 0h"),
                Difference("identify-controller/ACWU", "Success, ACWU 7Fh", "Success, ACWU 0h"),
                Difference("identify-controller/OCFS", "Success, OCFS 1h", "Success, OCFS 3h"),
                Difference("identify-controller/SGLS", "Success, SGLS 10001h", "Success, SGLS 1h"),
                Difference("registers/CAP.TO", "14h", "Fh"),
            ]),
        Explanation(
            title: "What Identify Namespace says of the namespace",
            right: .both,
            why: """
                Formats, atomicity, granularity, copy limits and deallocation behaviour are the controller's to \
                choose and to report.
                """,
            clause: "NVM Command Set 1.0 §4.1.5.1 (Identify Namespace data structure)",
            cases: [
                Difference("identify-namespace/NSFEAT", "Success, NSFEAT 1Fh", "Success, NSFEAT 14h"),
                Difference("identify-namespace/NLBAF", "Success, NLBAF 1h", "Success, NLBAF 7h"),
                Difference("identify-namespace/MC", "Success, MC 0h", "Success, MC 3h"),
                Difference("identify-namespace/DPC", "Success, DPC 0h", "Success, DPC 1Fh"),
                Difference("identify-namespace/DLFEAT", "Success, DLFEAT 9h", "Success, DLFEAT 1h"),
                Difference("identify-namespace/NAWUN", "Success, NAWUN 3FFh", "Success, NAWUN 0h"),
                Difference("identify-namespace/NACWU", "Success, NACWU 3FFh", "Success, NACWU 0h"),
                Difference("identify-namespace/MSSRL", "Success, MSSRL 100h", "Success, MSSRL 80h"),
                Difference("identify-namespace/MCL", "Success, MCL 800h", "Success, MCL 80h"),
                Difference("identify-namespace/LBAF0", "Success, LBAF0 2090000h", "Success, LBAF0 90000h"),
            ]),
        Explanation(
            title: "Namespaces that could be",
            right: .both,
            why: """
                QEMU reports NN = 256, so identifiers above its namespaces are valid and inactive: Invalid Field \
                in Command. The embedded SSD has no more identifiers than namespaces, so they are invalid: \
                Invalid Namespace or Format.
                """,
            clause: "NVMe Base 2.0 §3.2.1.2 and §3.2.1.4 (valid and inactive NSIDs), §3.3.3.1 (NSID)",
            cases: [
                Difference("identify-controller/NN", "Success, NN 2h", "Success, NN 100h"),
                Difference(
                    "namespace/read-nsid-inactive", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "namespace/write-nsid-inactive", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "namespace/flush-nsid-inactive", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "namespace/compare-nsid-inactive", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "namespace/verify-nsid-inactive", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "namespace/write-zeroes-nsid-inactive", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
            ]),
        Explanation(
            title: "Identify structures of other capabilities",
            right: .both,
            why: """
                Controller lists belong to Namespace Management and CNS 14h and 15h to Virtualization; QEMU \
                refuses the first outside a subsystem, and the embedded SSD has no virtualization. CNS 1Ah and \
                1Bh go with CNS 10h and 11h where CAP.CSS bit 6 is set, which it is only in QEMU.
                """,
            clause: "NVMe Base 2.0 §5.17.1 (CNS values and when they are mandatory)",
            cases: [
                Difference("identify/cns-14h", "Invalid Field in Command (00/02)", "Success"),
                Difference("identify/cns-15h", "Invalid Field in Command (00/02)", "Success"),
                Difference("identify/controller-list", "Success, count 1h", "Invalid Field in Command (00/02)"),
                Difference("identify/controller-list-beyond", "Success, count 0h", "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/controller-list-of-namespace", "Success, count 1h", "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/controller-list-of-no-namespace", "Invalid Namespace or Format (00/0b)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/allocated-list-csi", "Invalid Field in Command (00/02)",
                    "Success, list 64 bytes of sum B3F2D7A6h"),
                Difference("identify/allocated-namespace-csi", "Invalid Field in Command (00/02)", "Success"),
            ]),
        Explanation(
            title: "Features that only one controller has",
            right: .both,
            why: """
                I/O Command Set Profile goes with CAP.CSS bit 6, which QEMU sets; Software Progress Marker and \
                Host Identifier are optional, and the embedded SSD has them. QEMU refuses a profile with SCT 0h, \
                SC 2Bh, which is reserved: the rejection it means has SCT 1h. A refused SV of an unknown feature \
                has two faults, and either may be reported.
                """,
            clause: "NVMe Base 2.0 §5.27.1 (feature identifiers, mandatory and optional), §3.3.3.2.1 (status field)",
            cases: [
                Difference("features-current/19h", "Invalid Field in Command (00/02)", "Success"),
                Difference("features-current/80h", "Success", "Invalid Field in Command (00/02)"),
                Difference("features-current/81h", "Success", "Invalid Field in Command (00/02)"),
                Difference("features-select/19h-default", "Invalid Field in Command (00/02)", "Success"),
                Difference("features-select/19h-saved", "Invalid Field in Command (00/02)", "Success"),
                Difference(
                    "features-select/19h-capabilities", "Invalid Field in Command (00/02)", "Success, dword 0 4h"),
                Difference("features-select/80h-default", "Success", "Invalid Field in Command (00/02)"),
                Difference("features-select/80h-saved", "Success", "Invalid Field in Command (00/02)"),
                Difference(
                    "features-select/80h-capabilities", "Success, dword 0 5h", "Invalid Field in Command (00/02)"),
                Difference("features-select/81h-default", "Success", "Invalid Field in Command (00/02)"),
                Difference("features-select/81h-saved", "Success", "Invalid Field in Command (00/02)"),
                Difference(
                    "features-select/81h-capabilities", "Success, dword 0 4h", "Invalid Field in Command (00/02)"),
                Difference(
                    "features-set/80h", "Set Success; get Success, dword 0 3h", "Invalid Field in Command (00/02)"),
                Difference(
                    "features-set/81h", "Set Success; get Success, dword 0 1h", "Invalid Field in Command (00/02)"),
                Difference("features-save/80h", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference(
                    "features-errors/command-set-profile-1", "Invalid Field in Command (00/02)",
                    "Sanitize Namespace Failed (00/2b)"),
                Difference(
                    "features-errors/command-set-profile-511", "Invalid Field in Command (00/02)",
                    "Sanitize Namespace Failed (00/2b)"),
                Difference(
                    "features-errors/save-of-unknown", "Invalid Field in Command (00/02)",
                    "Feature Identifier Not Saveable (01/0d)"),
            ]),
        Explanation(
            title: "Features that can be saved and changed",
            right: .both,
            why: """
                Get Features with SEL 011b tells which features can be saved and changed: most can in the \
                embedded SSD, few in QEMU, which has no saved values and refuses SV and changes with the \
                statuses made for that before it looks at the value.
                """,
            clause: """
                NVMe Base 2.0 §5.15 (SEL 011b), §5.27 (SV; Feature Identifier Not Saveable, Feature Not \
                Changeable)
                """,
            cases: [
                Difference("features-select/1h-capabilities", "Success, dword 0 5h", "Success"),
                Difference("features-select/2h-capabilities", "Success, dword 0 5h", "Success"),
                Difference("features-select/4h-capabilities", "Success, dword 0 5h", "Success, dword 0 4h"),
                Difference("features-select/5h-capabilities", "Success, dword 0 7h", "Success, dword 0 6h"),
                Difference("features-select/6h-capabilities", "Success, dword 0 5h", "Success, dword 0 4h"),
                Difference("features-select/8h-capabilities", "Success, dword 0 5h", "Success"),
                Difference("features-select/9h-capabilities", "Success, dword 0 5h", "Success"),
                Difference("features-select/Ah-capabilities", "Success, dword 0 5h", "Success"),
                Difference("features-select/Bh-capabilities", "Success, dword 0 5h", "Success, dword 0 4h"),
                Difference(
                    "features-set/1h", "Set Success; get Success, dword 0 4030202h", "Feature Not Changeable (01/0e)"),
                Difference("features-set/2h", "Set Success; get Success", "Feature Not Changeable (01/0e)"),
                Difference(
                    "features-set/8h", "Set Success; get Success, dword 0 A0Bh", "Feature Not Changeable (01/0e)"),
                Difference("features-set/Ah", "Set Success; get Success, dword 0 1h", "Feature Not Changeable (01/0e)"),
                Difference("features-save/1h", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference("features-save/2h", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference("features-save/4h", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference("features-save/5h", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference("features-save/6h", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference("features-save/8h", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference("features-save/Ah", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference("features-save/Bh", "Success", "Feature Identifier Not Saveable (01/0d)"),
                Difference(
                    "features-errors/power-state-beyond", "Invalid Field in Command (00/02)",
                    "Feature Not Changeable (01/0e)"),
                Difference(
                    "features-errors/power-workload-hint-reserved", "Invalid Field in Command (00/02)",
                    "Feature Not Changeable (01/0e)"),
                Difference("features-errors/arbitration-nsid-all", "Success", "Feature Not Changeable (01/0e)"),
                Difference(
                    "features-errors/vector-beyond", "Invalid Field in Command (00/02)",
                    "Feature Not Changeable (01/0e)"),
                Difference(
                    "features-errors/vector-65535", "Invalid Field in Command (00/02)", "Feature Not Changeable (01/0e)"
                ),
            ]),
        Explanation(
            title: "Default values of features",
            right: .both,
            why: """
                The standard leaves these defaults to the controller: burst and weights of the arbitration, the \
                write cache, the events that are enabled.
                """,
            clause: """
                NVMe Base 2.0 §5.27.1.1 (Arbitration), §5.27.1.4 (Volatile Write Cache), §5.27.1.8 (Asynchronous \
                Event Configuration)
                """,
            cases: [
                Difference("features-current/1h", "Success, dword 0 3h", "Success, dword 0 7h"),
                Difference("features-current/Bh", "Success, dword 0 2FFh", "Success"),
                Difference("features-select/1h-default", "Success, dword 0 3h", "Success, dword 0 7h"),
                Difference("features-select/1h-saved", "Success, dword 0 3h", "Success, dword 0 7h"),
                Difference("features-select/6h-default", "Success, dword 0 1h", "Success"),
                Difference("features-select/6h-saved", "Success, dword 0 1h", "Success"),
                Difference("features-select/Bh-default", "Success, dword 0 2FFh", "Success"),
                Difference("features-select/Bh-saved", "Success, dword 0 2FFh", "Success"),
            ]),
        Explanation(
            title: "A feature of the controller, read with an NSID that cannot be",
            right: .embedded,
            why: """
                An invalid NSID in a command that uses the field ends it with Invalid Namespace or Format. QEMU looks at the \
                NSID of Get Features only where the feature is that of a namespace.
                """,
            clause: "NVMe Base 2.3 §3.2.1.5 (NSID and Namespace Relationships)",
            cases: [
                Difference(
                    "features-errors/get-arbitration-nsid-beyond", "Invalid Namespace or Format (00/0b)",
                    "Success, dword 0 7h")
            ]),
        Explanation(
            title: "Number of queues granted",
            right: .both,
            why: """
                A controller may allocate more queues than the host asks for. The embedded SSD gives what was \
                asked for, QEMU always all it has.
                """,
            clause: "NVMe Base 2.0 §5.27.1.5 (Number of Queues)",
            cases: [
                Difference(
                    "features-set/7h", "Set Success, dword 0 30003h; get Success, dword 0 30003h",
                    "Set Success, dword 0 1F001Fh; get Success, dword 0 1F001Fh")
            ]),
        Explanation(
            title: "Temperature sensors",
            right: .both,
            why: """
                The embedded SSD has one sensor beside the composite temperature, with a threshold of its own. \
                QEMU has none and answers 0.
                """,
            clause: "NVMe Base 2.0 §5.27.1.3 (Temperature Threshold)",
            cases: [
                Difference("features-errors/temperature-sensor-1", "Success, dword 0 FFFFh", "Success")
            ]),
        Explanation(
            title: "Log pages that only the embedded SSD has",
            right: .both,
            why: """
                Supported Log Pages, Device Self-test, Feature Identifiers Supported and Effects and Sanitize \
                Status go with capabilities that QEMU does not report.
                """,
            clause: "NVMe Base 2.0 §5.16.1 (log page identifiers)",
            cases: [
                Difference("log/0h", "Success", "Invalid Field in Command (00/02)"),
                Difference("log/6h", "Success", "Invalid Field in Command (00/02)"),
                Difference("log/12h", "Success", "Invalid Field in Command (00/02)"),
                Difference("log/81h", "Success", "Invalid Field in Command (00/02)"),
            ]),
        Explanation(
            title: "Health of one namespace",
            right: .both,
            why: """
                LPA bit 0 is set in QEMU, which has a health log for each namespace, and cleared in the embedded \
                SSD, where an NSID other than 0h and FFFFFFFFh is an invalid field.
                """,
            clause: "NVMe Base 2.0 §5.16.1.3 (SMART / Health Information), §5.17.2.1 (LPA)",
            cases: [
                Difference("log/health-nsid-1", "Invalid Field in Command (00/02)", "Success, CW 0h"),
                Difference(
                    "log/health-nsid-beyond", "Invalid Field in Command (00/02)", "Invalid Namespace or Format (00/0b)"),
            ]),
        Explanation(
            title: "Log pages of the controller, asked for with a namespace",
            right: .embedded,
            why: """
                Where the scope of a page is the controller or the NVM subsystem, commands with an NSID other than \
                0h and FFFFFFFFh shall be aborted with Invalid Field in Command. QEMU does not look at the NSID.
                """,
            clause: "NVMe Base 2.1 §5.1.12.1 (Common Log Specific Information); 2.0 §5.16.1 says should",
            cases: [
                Difference("log/firmware-nsid-1", "Invalid Field in Command (00/02)", "Success"),
                Difference("log/effects-nsid-1", "Invalid Field in Command (00/02)", "Success"),
            ]),
        Explanation(
            title: "Coalescing of vector 0 by default",
            right: .embedded,
            why: """
                Coalescing is enabled for each interrupt vector by default (CD is 0); the Admin Completion Queue is \
                exempt whatever its vector's setting. QEMU sets CD for vector 0, which exempts I/O queues there too.
                """,
            clause: "NVMe Base 2.0 §5.27.1.7 (Interrupt Vector Configuration), §5.27.1.6 (Interrupt Coalescing)",
            cases: [
                Difference("features-current/9h", "Success", "Success, dword 0 10000h"),
                Difference("features-select/9h-default", "Success", "Success, dword 0 10000h"),
                Difference("features-select/9h-saved", "Success", "Success, dword 0 10000h"),
                Difference("features-errors/vector-0-coalescing-disabled", "Success", "Success, dword 0 10000h"),
            ]),
        Explanation(
            title: "Health and temperature",
            right: .both,
            why: "Values of the device itself: an emulator's spare and temperature are what it says they are.",
            clause: "NVMe Base 2.0 §5.16.1.3 (SMART / Health Information)",
            cases: [
                Difference("log/health-temperature", "Success, CTEMP 137h", "Success, CTEMP 143h"),
                Difference("log/health-spare", "Success, AVSP 64h", "Success, AVSP 0h"),
            ]),
    ]
}
