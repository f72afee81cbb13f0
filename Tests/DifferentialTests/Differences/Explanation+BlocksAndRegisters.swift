extension Explanation {
    /// Blocks and registers.
    static let blocksAndRegisters = [
        Explanation(
            title: "Dataset Management beyond the end",
            right: .embedded,
            why: "A range that leaves the namespace is LBA Out of Range. QEMU skips it and carries out the others.",
            clause: "NVM Command Set 1.0 §3.2.3 (Dataset Management); NVMe Base 2.0 §3.3.3.2.1 (LBA Out of Range)",
            cases: [
                Difference(
                    "dataset/over-end", "LBA Out of Range (00/80); read Success, data 4096 bytes of sum A928F9C5h",
                    "Success; read Success, data 4096 bytes of sum A928F9C5h"),
                Difference(
                    "dataset/second-range-beyond",
                    "LBA Out of Range (00/80); read Success, data 4096 bytes of sum A928F9C5h",
                    "Success; read Success, data 4096 × 0h"),
                Difference(
                    "dataset/hints-beyond", "LBA Out of Range (00/80); read Success, data 4096 bytes of sum A928F9C5h",
                    "Success; read Success, data 4096 bytes of sum A928F9C5h"),
                Difference("dataset/wraps", "LBA Out of Range (00/80)", "Success"),
            ]),
        Explanation(
            title: "Copy beyond the end or the limits",
            right: .embedded,
            why: """
                LBA Out of Range and Command Size Limit Exceeded are the statuses for this. QEMU 7.2 finds the \
                fault, then reports Internal Error in their place, and checks MCL range by range instead of for \
                their sum. The embedded SSD checks all ranges before it copies the first: nothing was written, so \
                that dword 0 is 0h; QEMU has copied the ranges before the wrong one.
                """,
            clause: "NVM Command Set 1.0 §3.2.2 (Copy: LBA Out of Range, Command Size Limit Exceeded; MSSRL, MCL)",
            cases: [
                Difference("copy/target-beyond", "LBA Out of Range (00/80)", "Internal Error (00/06)"),
                Difference("copy/target-over-end", "LBA Out of Range (00/80)", "Internal Error (00/06)"),
                Difference("copy/source-beyond", "LBA Out of Range (00/80)", "Internal Error (00/06)"),
                Difference(
                    "copy/second-source-beyond", "LBA Out of Range (00/80)", "Internal Error (00/06), dword 0 1h"),
                Difference("copy/source-wraps", "LBA Out of Range (00/80)", "Internal Error (00/06)"),
                Difference("copy/range-too-long", "Command Size Limit Exceeded (01/83)", "Internal Error (00/06)"),
                Difference("copy/total-too-long", "Command Size Limit Exceeded (01/83)", "Success"),
            ]),
        Explanation(
            title: "Copy onto itself",
            right: .both,
            why: """
                Overlapping I/O Range came after the versions that both report; before, the result was left \
                open. The embedded SSD uses it already, QEMU copies.
                """,
            clause: "NVM Command Set 1.1 §3.3.2 (Copy: Overlapping I/O Range); NVM Command Set 1.0 §3.2.2",
            cases: [
                Difference("copy/overlapping", "Overlapping I/O Range (01/87)", "Success"),
                Difference("copy/onto-itself", "Overlapping I/O Range (01/87)", "Success"),
            ]),
        Explanation(
            title: "Copy descriptor format that does not fit",
            right: .embedded,
            why: """
                An unsupported descriptor format is Invalid Field in Command. Invalid Format belongs to Format \
                NVM and Namespace Management.
                """,
            clause: "NVM Command Set 1.0 §3.2.2 (Copy: Descriptor Format); NVMe Base 2.0 §3.3.3.2.1 (01h/0Ah)",
            cases: [
                Difference("copy/format-1", "Invalid Field in Command (00/02)", "Invalid Format (01/0a)")
            ]),
        Explanation(
            title: "Reserved bits of the admin queue registers",
            right: .embedded,
            why: "Reserved bits read as zero. QEMU keeps what was written.",
            clause: "NVMe Base 2.0 §3.1.3.8 to §3.1.3.10 (AQA, ASQ, ACQ) (reserved bits)",
            cases: [
                Difference("registers/AQA-reserved-bits", "1F001Fh", "F01FF01Fh"),
                Difference("registers/ASQ-reserved-bits", "123456000h", "123456FFFh"),
            ]),
        Explanation(
            title: "Values of CC that are not offered",
            right: .both,
            why: """
                The host shall not select what CAP does not offer, and the result is undefined: the embedded SSD \
                sets CSTS.CFS, QEMU goes on. SHN 11b is reserved; QEMU takes it for an abrupt shutdown.
                """,
            clause: "NVMe Base 2.0 §3.1.3.5 (CC.AMS, CC.SHN), §3.1.3.1 (CAP.AMS)",
            cases: [
                Difference("enable/arbitration-weighted", "not ready, fatal", "ready"),
                Difference("enable/arbitration-reserved", "not ready, fatal", "ready"),
                Difference("enable/shutdown-reserved", "ready", "ready, shutdown 2"),
            ]),
        Explanation(
            title: "A submission queue after an invalid doorbell write value",
            right: .embedded,
            why: """
                For a submission queue that experiences this error, the controller may complete previously consumed \
                commands; no additional commands are consumed, until the host has deleted the queue and made it \
                again. QEMU ignores the value and takes the next one.
                """,
            clause: "NVMe Base 2.1 §3.3.1.2 (Queue Usage)",
            cases: [
                Difference("doorbell/command-after-a-wrong-tail", "no completion", "Successful Completion")
            ]),
        Explanation(
            title: "Entry sizes that are still zero",
            right: .embedded,
            why: """
                CC.IOSQES and CC.IOCQES have to be right when an I/O queue is created, which fails with Invalid \
                Queue Size before; the controller can be enabled without them.
                """,
            clause: "NVMe Base 2.0 §3.1.3.5 (CC.IOSQES, CC.IOCQES)",
            cases: [
                Difference("enable/submission-entries-0", "ready", "not ready, fatal")
            ]),
    ]
}
