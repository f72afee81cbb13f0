extension Explanation {
    /// Commands and their fields.
    static let commands = [
        Explanation(
            title: "Commands that only one controller has",
            right: .both,
            why: """
                Firmware update, Device Self-test, Sanitize and Write Uncorrectable are in the embedded SSD; \
                Namespace Attachment, Virtualization Management and Doorbell Buffer Config are in QEMU. OACS, \
                ONCS and the Commands Supported and Effects log page say so, and the other controller answers \
                Invalid Command Opcode.
                """,
            clause: "NVMe Base 2.0 §3.1.2 (command support), §5.17.2.1 (OACS, ONCS, SANICAP), §5.16.1.6",
            cases: [
                Difference(
                    "log/effects-admin", "Success, opcodes 0h 1h 2h 4h 5h 6h 8h 9h Ah Ch 10h 11h 14h 80h 84h",
                    "Success, opcodes 0h 1h 2h 4h 5h 6h 8h 9h Ah Ch 15h 1Ch 7Ch 80h"),
                Difference(
                    "log/effects-io", "Success, opcodes 0h 1h 2h 4h 5h 8h 9h Ch 19h",
                    "Success, opcodes 0h 1h 2h 5h 8h 9h Ch 19h"),
                Difference(
                    "firmware/commit-nothing", "Invalid Firmware Image (01/07)", "Invalid Command Opcode (00/01)"),
                Difference("firmware/commit-slot-7", "Invalid Firmware Slot (01/06)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "firmware/commit-reserved-action", "Invalid Field in Command (00/02)",
                    "Invalid Command Opcode (00/01)"),
                Difference(
                    "firmware/activate-empty-slot", "Invalid Firmware Image (01/07)", "Invalid Command Opcode (00/01)"),
                Difference("firmware/download", "Success", "Invalid Command Opcode (00/01)"),
                Difference("firmware/download-again", "Overlapping Range (01/14)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "firmware/download-granularity", "Invalid Field in Command (00/02)",
                    "Invalid Command Opcode (00/01)"),
                Difference(
                    "firmware/download-offset", "Invalid Field in Command (00/02)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "firmware/commit-no-image", "Invalid Firmware Image (01/07)", "Invalid Command Opcode (00/01)"),
                Difference("admin-opcode/14h", "Invalid Field in Command (00/02)", "Invalid Command Opcode (00/01)"),
                Difference("admin-opcode/15h", "Invalid Command Opcode (00/01)", "Invalid Namespace or Format (00/0b)"),
                Difference("admin-opcode/84h", "Invalid Field in Command (00/02)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "admin-opcode/virtualization-management", "Invalid Command Opcode (00/01)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "admin-opcode/doorbell-buffer-unaligned", "Invalid Command Opcode (00/01)",
                    "Invalid Field in Command (00/02)"),
                Difference("range/write-uncorrectable-last-block", "Success", "Invalid Command Opcode (00/01)"),
                Difference(
                    "range/write-uncorrectable-at-end", "LBA Out of Range (00/80)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "range/write-uncorrectable-over-end", "LBA Out of Range (00/80)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "range/write-uncorrectable-at-2-64", "LBA Out of Range (00/80)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "range/write-uncorrectable-wraps", "LBA Out of Range (00/80)", "Invalid Command Opcode (00/01)"),
                Difference(
                    "zeroes/uncorrectable", "Success; read Unrecovered Read Error (02/81)",
                    "Invalid Command Opcode (00/01); read Success, data 4096 bytes of sum A928F9C5h"),
            ]),
        Explanation(
            title: "Fused commands",
            right: .both,
            why: """
                FUSES is 1h in the embedded SSD and 0h in QEMU, which refuses the FUSE field as an unsupported \
                value. Where it is supported, Compare and Write run as a pair and fail as a pair.
                """,
            clause: "NVMe Base 2.0 §3.4.2 (fused operation), §5.17.2.1 (FUSES); NVM Command Set 1.0 §2.1.3",
            cases: [
                Difference(
                    "flags/fuse-second-alone", "Command Aborted due to Missing Fused Command (00/0a)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "fused/compare-and-write", "Success; Success",
                    "Invalid Field in Command (00/02); Invalid Field in Command (00/02)"),
                Difference(
                    "fused/compare-fails",
                    "Compare Failure (02/85); Command Aborted due to Failed Fused Command (00/09)",
                    "Invalid Field in Command (00/02); Invalid Field in Command (00/02)"),
                Difference(
                    "fused/second-is-normal", "Command Aborted due to Missing Fused Command (00/0a); Success",
                    "Invalid Field in Command (00/02); Success"),
            ]),
        Explanation(
            title: "Which of two faults is reported",
            right: .both,
            why: """
                An unknown opcode with an invalid namespace identifier has two faults; the standard gives \
                statuses no order.
                """,
            clause: "NVMe Base 2.0 §3.3.3.2.1 (status field), §3.3.3.1 (NSID)",
            cases: [
                Difference(
                    "namespace/unknown-opcode-nsid-0", "Invalid Command Opcode (00/01)",
                    "Invalid Namespace or Format (00/0b)"),
                Difference(
                    "namespace/unknown-opcode-nsid-beyond", "Invalid Command Opcode (00/01)",
                    "Invalid Namespace or Format (00/0b)"),
            ]),
        Explanation(
            title: "Abort for a queue that is not there",
            right: .both,
            why: """
                Abort is best effort and says in dword 0 bit 0 whether the command was aborted: a command on an \
                absent queue was not. QEMU refuses the queue identifier itself.
                """,
            clause: "NVMe Base 2.0 §5.1 (Abort)",
            cases: [
                Difference("abort/queue-absent", "Success, dword 0 1h", "Invalid Field in Command (00/02)"),
                Difference("abort/queue-beyond", "Success, dword 0 1h", "Invalid Field in Command (00/02)"),
                Difference("abort/queue-65535", "Success, dword 0 1h", "Invalid Field in Command (00/02)"),
            ]),
        Explanation(
            title: "Verify Size Limit",
            right: .both,
            why: """
                VSL is 0h in the embedded SSD, no limit; QEMU reports the size of MDTS, and 65,536 blocks are \
                more than that.
                """,
            clause: "NVM Command Set 1.0 §3.2.5 (Verify), §4.1.5 (VSL)",
            cases: [
                Difference("data/verify-most-blocks", "Success", "Invalid Field in Command (00/02)")
            ]),
        Explanation(
            title: "Interrupt vector of a queue without interrupts",
            right: .both,
            why: "With IEN cleared, IV has no use. QEMU checks it all the same.",
            clause: "NVMe Base 2.0 §5.4 (Create I/O Completion Queue: IEN, IV)",
            cases: [
                Difference(
                    "create-completion-queue/vector-beyond-without-interrupts", "Success",
                    "Invalid Interrupt Vector (01/08)")
            ]),
        Explanation(
            title: "Identify and an unknown command set",
            right: .embedded,
            why: "Identify has a status of its own for a CSI value that it has no structure for.",
            clause: "NVMe Base 2.0 §3.3.3.2.1 (Invalid I/O Command Set, 01h/2Ch: Identify), §5.17.2",
            cases: [
                Difference(
                    "identify/namespace-csi-unknown", "Invalid I/O Command Set (01/2c)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/namespace-csi-zoned", "Invalid I/O Command Set (01/2c)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/controller-csi-unknown", "Invalid I/O Command Set (01/2c)",
                    "Invalid Field in Command (00/02)"),
                Difference(
                    "identify/list-csi-unknown", "Invalid I/O Command Set (01/2c)", "Invalid Field in Command (00/02)"),
            ]),
        Explanation(
            title: "Names of a namespace",
            right: .embedded,
            why: """
                At least one descriptor has to name the namespace (EUI64, NGUID or UUID); QEMU has only the \
                command set unless its namespace is given a name.
                """,
            clause: "NVMe Base 2.0 §5.17.2.3 (Namespace Identification Descriptor list)",
            cases: [
                Difference("identify/descriptors", "Success, types [1, 2, 4]", "Success, types [4]")
            ]),
        Explanation(
            title: "Completion queue of a new submission queue",
            right: .embedded,
            why: """
                Identifier 0h and one beyond the range are Invalid Queue Identifier; Completion Queue Invalid is \
                for one in range that was not created.
                """,
            clause: "NVMe Base 2.0 §5.5 (Create I/O Submission Queue: CQID)",
            cases: [
                Difference(
                    "create-submission-queue/completion-queue-0", "Invalid Queue Identifier (01/01)",
                    "Completion Queue Invalid (01/00)"),
                Difference(
                    "create-submission-queue/completion-queue-beyond", "Invalid Queue Identifier (01/01)",
                    "Completion Queue Invalid (01/00)"),
                Difference(
                    "create-submission-queue/completion-queue-65535", "Invalid Queue Identifier (01/01)",
                    "Completion Queue Invalid (01/00)"),
            ]),
        Explanation(
            title: "Deleting a completion queue that is not there",
            right: .embedded,
            why: """
                Completion Queue Invalid belongs to Create I/O Submission Queue; Delete I/O Completion Queue has \
                Invalid Queue Identifier.
                """,
            clause: "NVMe Base 2.0 §5.6 (Delete I/O Completion Queue), §3.3.3.2.1 (command specific status values)",
            cases: [
                Difference(
                    "delete-queue/completion-0", "Invalid Queue Identifier (01/01)", "Completion Queue Invalid (01/00)"),
                Difference(
                    "delete-queue/completion-5", "Invalid Queue Identifier (01/01)", "Completion Queue Invalid (01/00)"),
                Difference(
                    "delete-queue/completion-33", "Invalid Queue Identifier (01/01)", "Completion Queue Invalid (01/00)"
                ),
                Difference(
                    "delete-queue/completion-65535", "Invalid Queue Identifier (01/01)",
                    "Completion Queue Invalid (01/00)"),
                Difference(
                    "delete-queue/completion-1-again", "Invalid Queue Identifier (01/01)",
                    "Completion Queue Invalid (01/00)"),
            ]),
        Explanation(
            title: "Log pages that neither has",
            right: .embedded,
            why: "Invalid Log Page is the status for a page that is not there, reserved identifiers included.",
            clause: "NVMe Base 2.0 §5.16 (Get Log Page: Invalid Log Page), §3.3.3.2.1 (01h/09h)",
            cases: [
                Difference("log/7h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/8h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/9h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/Ah", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/Bh", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/Ch", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/Dh", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/Eh", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/Fh", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/10h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/11h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/13h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/70h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/80h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/82h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/BFh", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/C0h", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
                Difference("log/FFh", "Invalid Log Page (01/09)", "Invalid Field in Command (00/02)"),
            ]),
        Explanation(
            title: "Pieces of log pages",
            right: .embedded,
            why: """
                An offset is refused when it is greater than the page, not when it is equal to it; offsets that \
                count entries need support (OT), which neither reports; NSID 0h and FFFFFFFFh both ask for the \
                controller's health.
                """,
            clause: "NVMe Base 2.0 §5.16 (Get Log Page: LPOL, LPOU, OT), §5.16.1.3",
            cases: [
                Difference("log/offset-at-end", "Success", "Invalid Field in Command (00/02)"),
                Difference("log/offset-type-index", "Invalid Field in Command (00/02)", "Success"),
                Difference("log/health-nsid-0", "Success, CW 0h", "Invalid Namespace or Format (00/0b)"),
            ]),
        Explanation(
            title: "Bytes behind the end of a log page",
            right: .both,
            why: """
                What lies behind the end is undefined. The embedded SSD sends zeros, QEMU leaves the host's \
                memory as it was.
                """,
            clause: "NVMe Base 2.0 §5.16 (Get Log Page: NUMDL, NUMDU)",
            cases: [
                Difference("log/longer-than-two-pages", "Success, start 0h", "Success, start A5A5A5A5h")
            ]),
        Explanation(
            title: "Reserved values of fields",
            right: .embedded,
            why: """
                A reserved coded value in a defined field is Invalid Field in Command: SEL 100b to 111b, TMPSEL \
                of a sensor that is not there, SES 011b to 111b, PSDT 11b.
                """,
            clause: """
                NVMe Base 2.0 §3.3.3.2.1 (Invalid Field in Command), §5.14 (SES), §5.15 (SEL), §5.27.1.3 \
                (TMPSEL)
                """,
            cases: [
                Difference("features-select/select-4", "Invalid Field in Command (00/02)", "Success, dword 0 7h"),
                Difference("features-select/select-7", "Invalid Field in Command (00/02)", "Success, dword 0 7h"),
                Difference("features-errors/temperature-sensor-2", "Invalid Field in Command (00/02)", "Success"),
                Difference(
                    "features-errors/temperature-sensor-reserved", "Invalid Field in Command (00/02)", "Success"),
                Difference(
                    "features-errors/set-temperature-sensor-reserved", "Invalid Field in Command (00/02)", "Success"),
                Difference("format/erase-3", "Invalid Field in Command (00/02)", "Success"),
                Difference("format/erase-7", "Invalid Field in Command (00/02)", "Success"),
                Difference("flags/flush-psdt-reserved", "Invalid Field in Command (00/02)", "Success"),
            ]),
        Explanation(
            title: "A namespace identifier where none is used",
            right: .embedded,
            why: """
                A command, or a structure of Identify, that does not use NSID is refused with any NSID but 0. QEMU does not \
                look at it.
                """,
            clause: "NVMe Base 2.3 figure 92 (NSID), figure 142 and figure 326 (who uses it)",
            cases: [
                Difference("identify/controller-nsid-7", "Invalid Field in Command (00/02)", "Success"),
                Difference("create-completion-queue/nsid-1", "Invalid Field in Command (00/02)", "Success"),
            ]),
        Explanation(
            title: "Configuration of a vector without a queue",
            right: .both,
            why: """
                The controller should refuse a vector that no I/O completion queue has. QEMU refuses the whole feature, with \
                other codes.
                """,
            clause: "NVMe Base 2.3 §5.2.26.2.3",
            cases: [
                Difference("features-set/9h", "Invalid Field in Command (00/02)", "Feature Not Changeable (01/0e)"),
                Difference(
                    "features-save/9h", "Invalid Field in Command (00/02)",
                    "Feature Identifier Not Saveable (01/0d)"),
            ]),
        Explanation(
            title: "Features after a reset",
            right: .embedded,
            why: """
                Error Recovery does not persist: after a controller level reset it has its saved value or its \
                default. QEMU keeps the last one.
                """,
            clause: "NVMe Base 2.0 §5.27.1 (persistence across resets), §3.7.2 (controller level reset)",
            cases: [
                Difference("features-set/error-recovery-after-reset", "Success", "Success, dword 0 77h")
            ]),
    ]
}
