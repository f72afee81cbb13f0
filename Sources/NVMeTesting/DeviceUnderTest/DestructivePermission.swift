import Glibc

/// Whether tests may destroy what a real device holds.
public enum DestructivePermission {
    /// Name of the environment variable: `yes`, or the serial number of the one device that may be harmed.
    public static var environmentVariable: String { "NVME_DESTRUCTIVE" }

    /// Whether a device with this serial number may be harmed.
    public static func covers(serialNumber: String) -> Bool {
        guard let value = getenv(environmentVariable).map({ String(cString: $0) }) else { return false }
        return value == "yes" || !value.isEmpty && value == serialNumber
    }
}
