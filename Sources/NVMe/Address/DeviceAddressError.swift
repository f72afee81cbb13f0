/// Why an address cannot be used.
public enum DeviceAddressError: Error, Sendable, Equatable {
    /// The text has none of the known forms.
    case unknownForm(String)
    /// The form is known, but something in it is wrong.
    case malformed(address: String, problem: String)
    /// The address is right, but this version cannot reach such a device; `instead` says what can be used.
    case linkNotBuilt(address: String, link: String, instead: String)

    /// The forms of an address, one a line, for help texts.
    public static var forms: [(form: String, meaning: String)] {
        [
            ("emu", "an embedded SSD in this process (the default)"),
            ("emu:PROFILE?capacity=64G&lba=4096", "the same with another profile or other values"),
            ("emu:/path/disk.img", "the same with its media in a file"),
            ("qemu, qemu:PROFILE?serial=S1", "QEMU's NVMe controller"),
            ("01:00.0, 0000:01:00.0", "a PCIe function of this machine"),
            ("vfio-user:/run/ssd.sock", "a device model behind a vfio-user socket"),
            ("tcp://host[:4420]/[nqn], 10.0.0.7", "an NVMe/TCP subsystem"),
        ]
    }
}

extension DeviceAddressError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownForm(let text):
            "'\(text)' is no device address; use one of: \(Self.forms.map(\.form).joined(separator: "; "))"
        case .malformed(let address, let problem): "the device address '\(address)' is wrong: \(problem)"
        case .linkNotBuilt(let address, let link, let instead):
            "'\(address)' needs \(link), which this version does not have yet; \(instead)"
        }
    }
}
