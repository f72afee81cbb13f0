/// Names one device: what `--dut`, `NVME_DUT` and every function that opens a device take.
///
/// ```
/// (empty), emu, emu:PROFILE?capacity=64G&lba=4096    an embedded SSD in this process
/// emu:/path/disk.img                                 the same, media in a file
/// qemu, qemu:PROFILE?serial=S1                       QEMU's NVMe controller
/// 01:00.0, 0000:01:00.0                              a PCIe function of this machine
/// vfio-user:/run/ssd.sock                            a device model behind a socket
/// tcp://host[:4420]/[nqn], 10.0.0.7, 10.0.0.7:4420   an NVMe/TCP subsystem
/// ```
public enum DeviceAddress: Sendable, Hashable {
    /// An SSD in software in this process.
    case embedded(VirtualDevice)
    /// QEMU's NVMe controller, started by us, without a guest.
    case qemu(VirtualDevice)
    /// A function on this machine's PCI Express bus, through VFIO.
    case pcie(PCIeAddress)
    /// A device model behind a vfio-user socket.
    case vfioUser(path: String)
    /// An NVMe/TCP subsystem.
    case tcp(NetworkAddress)

    /// The embedded SSD with its default profile.
    public static var `default`: Self { .embedded(VirtualDevice()) }
}

/// A device that is made when it is opened: which profile, and what differs from it.
public struct VirtualDevice: Sendable, Hashable {
    /// Name of a profile; nil is the default profile.
    public var profile: String?
    /// File that holds the media; nil keeps them in memory.
    public var mediaPath: String?
    /// What differs from the profile, as written in the address.
    public var parameters: [String: String]

    public init(profile: String? = nil, mediaPath: String? = nil, parameters: [String: String] = [:]) {
        self.profile = profile
        self.mediaPath = mediaPath
        self.parameters = parameters
    }
}

extension DeviceAddress {
    /// True for a device that exists once and is shared by all who open it: tests on it run one at a time.
    public var isShared: Bool {
        switch self {
        case .embedded(let device), .qemu(let device): device.mediaPath != nil
        case .pcie, .vfioUser, .tcp: true
        }
    }

    /// True for hardware, where a destructive command costs somebody's data.
    public var isHardware: Bool {
        switch self {
        case .embedded, .qemu: false
        case .pcie, .vfioUser, .tcp: true
        }
    }
}

extension DeviceAddress: CustomStringConvertible {
    /// The address in its shortest form that parses to the same value.
    public var description: String {
        switch self {
        case .embedded(let device): device.description(scheme: "emu")
        case .qemu(let device): device.description(scheme: "qemu")
        case .pcie(let address): address.description
        case .vfioUser(let path): "vfio-user:\(path)"
        case .tcp(let address): address.description
        }
    }
}

extension VirtualDevice {
    func description(scheme: String) -> String {
        let query = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        let body = (profile ?? mediaPath ?? "") + (query.isEmpty ? "" : "?" + query)
        return body.isEmpty ? scheme : "\(scheme):\(body)"
    }
}
