extension Explanation {
    /// How data gets to host memory and back.
    static let transfers = [
        Explanation(
            title: "Queues in memory that nobody can reach",
            right: .embedded,
            why: """
                A controller that cannot reach its queues cannot run: CSTS.CFS for the admin queues, a Data \
                Transfer Error for others. QEMU finds out only when it uses them. In QEMU's machine, memory \
                begins at address 0; the embedded SSD's host has none there.
                """,
            clause: "NVMe Base 2.0 §3.1.3.6 (CSTS.CFS), §3.3.3.2.1 (Data Transfer Error), §9",
            cases: [
                Difference("create-completion-queue/prp1-zero", "Data Transfer Error (00/04)", "Success"),
                Difference("create-completion-queue/prp1-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("create-submission-queue/prp1-zero", "Data Transfer Error (00/04)", "Success"),
                Difference("create-submission-queue/prp1-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("enable/submission-queue-at-0", "not ready, fatal", "ready"),
                Difference("enable/submission-queue-unmapped", "not ready, fatal", "ready"),
            ]),
        Explanation(
            title: "Data in memory that nobody can reach",
            right: .embedded,
            why: """
                Data that could not be transferred is a Data Transfer Error. QEMU drops what its bus cannot \
                write, takes what it cannot read for zeros, and reports success.
                """,
            clause: "NVMe Base 2.0 §3.3.3.2.1 (Data Transfer Error)",
            cases: [
                Difference("identify/prp1-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("features-errors/timestamp-prp-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("log/prp1-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("prp/prp1-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("prp/prp1-unmapped-write", "Data Transfer Error (00/04)", "Success"),
                Difference("prp/prp1-unmapped-compare", "Data Transfer Error (00/04)", "Success"),
                Difference("prp/prp2-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("prp/list-entry-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("sgl/block-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("dataset/prp-unmapped", "Data Transfer Error (00/04)", "Success"),
                Difference("copy/prp-unmapped", "Data Transfer Error (00/04)", "Success"),
            ]),
        Explanation(
            title: "PRP entries that are not aligned",
            right: .embedded,
            why: """
                A controller may refuse a first PRP entry that is not dword aligned and a list that is not qword \
                aligned; otherwise it has to act as if the low bits were zero. QEMU does neither and transfers \
                to the odd address.
                """,
            clause: "NVMe Base 2.0 §4.1.1 (PRP Entry and List)",
            cases: [
                Difference("identify/prp1-unaligned", "PRP Offset Invalid (00/13)", "Success, start 57531AF41B36A5A5h"),
                Difference("log/prp1-unaligned", "PRP Offset Invalid (00/13)", "Success"),
                Difference(
                    "prp/prp1-offset-1", "PRP Offset Invalid (00/13)", "Success, data 520 bytes of sum B489692Dh"),
                Difference(
                    "prp/prp1-offset-2", "PRP Offset Invalid (00/13)", "Success, data 520 bytes of sum B1FC612Dh"),
                Difference("dataset/prp-unaligned", "PRP Offset Invalid (00/13)", "Success"),
            ]),
        Explanation(
            title: "SGL bit buckets",
            right: .both,
            why: """
                SGLS bit 16 is set in the embedded SSD, which has bit bucket descriptors, and cleared in QEMU, \
                which refuses them. In data from the host a bit bucket stands for nothing, so the list is then \
                too short.
                """,
            clause: "NVMe Base 2.0 §4.1.2 (SGL Bit Bucket descriptor), §5.17.2.1 (SGLS)",
            cases: [
                Difference("sgl/bit-bucket", "Success, data 1024 × A5h", "Invalid SGL Segment Descriptor (00/0d)"),
                Difference(
                    "sgl/bit-bucket-write", "Data SGL Length Invalid (00/0f)", "Invalid SGL Segment Descriptor (00/0d)"),
                Difference(
                    "sgl/last-segment-with-bucket", "Success, data 1024 bytes of sum 1E7F70C5h",
                    "Invalid SGL Segment Descriptor (00/0d)"),
            ]),
        Explanation(
            title: "SGL descriptor types",
            right: .embedded,
            why: """
                A type or subtype that is not supported is SGL Descriptor Type Invalid. QEMU takes a first \
                descriptor of a strange type for a bad segment, and ignores the subtype.
                """,
            clause: "NVMe Base 2.0 §3.3.3.2.1 (SGL Descriptor Type Invalid), §4.1.2",
            cases: [
                Difference(
                    "sgl/keyed", "SGL Descriptor Type Invalid (00/11)", "Invalid SGL Segment Descriptor (00/0d)"),
                Difference(
                    "sgl/transport", "SGL Descriptor Type Invalid (00/11)", "Invalid SGL Segment Descriptor (00/0d)"),
                Difference(
                    "sgl/vendor", "SGL Descriptor Type Invalid (00/11)", "Invalid SGL Segment Descriptor (00/0d)"),
                Difference(
                    "sgl/reserved-type", "SGL Descriptor Type Invalid (00/11)", "Invalid SGL Segment Descriptor (00/0d)"
                ),
                Difference("sgl/block-offset-subtype", "SGL Descriptor Type Invalid (00/11)", "Success"),
            ]),
        Explanation(
            title: "SGLs longer than the data",
            right: .embedded,
            why: """
                Neither controller sets SGLS bit 18, which would permit SGLs that are longer than the data: Data \
                SGL Length Invalid.
                """,
            clause: "NVMe Base 2.0 §4.1.2, §5.17.2.1 (SGLS bit 18), §3.3.3.2.1 (Data SGL Length Invalid)",
            cases: [
                Difference("sgl/block-long", "Data SGL Length Invalid (00/0f)", "Success"),
                Difference("sgl/segment-too-long", "Data SGL Length Invalid (00/0f)", "Success"),
            ]),
        Explanation(
            title: "SGL segment that leads nowhere",
            right: .embedded,
            why: """
                A segment that is not the last ends with a Segment or Last Segment descriptor. QEMU reads data \
                descriptors to the end and is content.
                """,
            clause: "NVMe Base 2.0 §4.1.2 (SGL Segment and Last Segment descriptors)",
            cases: [
                Difference("sgl/segment-without-successor", "Invalid SGL Segment Descriptor (00/0d)", "Success")
            ]),
    ]
}
