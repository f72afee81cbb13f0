import NVMe
import Testing

@Suite struct DeviceAddressTests {
    @Test(arguments: [
        ("", DeviceAddress.default),
        ("  emu\n", .default),
        ("emu:", .default),
        ("emu:?", .default),
        ("emu:small", .embedded(VirtualDevice(profile: "small"))),
        ("emu:?lba=4096", .embedded(VirtualDevice(parameters: ["lba": "4096"]))),
        (
            "emu:datacenter?capacity=64G&lba=4096",
            .embedded(VirtualDevice(profile: "datacenter", parameters: ["capacity": "64G", "lba": "4096"]))
        ),
        ("emu:/var/disk.img", .embedded(VirtualDevice(mediaPath: "/var/disk.img"))),
        (
            "emu:/var/disk.img?lba=512",
            .embedded(VirtualDevice(mediaPath: "/var/disk.img", parameters: ["lba": "512"]))
        ),
        ("emu:?seed=a=b", .embedded(VirtualDevice(parameters: ["seed": "a=b"]))),
        ("qemu", .qemu(VirtualDevice())),
        ("qemu:zoned?serial=S1", .qemu(VirtualDevice(profile: "zoned", parameters: ["serial": "S1"]))),
        ("vfio-user:/run/ssd.sock", .vfioUser(path: "/run/ssd.sock")),
    ])
    func addressOfAVirtualDeviceIsRead(text: String, expected: DeviceAddress) throws {
        #expect(try DeviceAddress(text) == expected)
    }

    @Test(arguments: [
        ("01:00.0", "0000:01:00.0"), ("0000:01:00.0", "0000:01:00.0"), ("10000:01:00.0", nil),
        ("abcd:EF:1f.7", "abcd:ef:1f.7"), ("01:20.0", nil), ("01:00.8", nil), ("1:00.0", nil), ("01:00.10", nil),
    ])
    func pcieAddressIsReadOrRefused(text: String, expected: String?) {
        let address = try? DeviceAddress(text)
        #expect(address?.description == expected)
        #expect((address?.isHardware ?? false) == (expected != nil))
    }

    @Test(arguments: [
        ("10.0.0.7", "tcp://10.0.0.7:4420/"), ("127.0.0.1:4421", "tcp://127.0.0.1:4421/"),
        ("tcp://target", "tcp://target:4420/"),
        ("tcp://target:4430/nqn.2014-08.org:a", "tcp://target:4430/nqn.2014-08.org:a"),
        ("tcp://[::1]", "tcp://[::1]:4420/"), ("tcp://[fe80::1]:9/", "tcp://[fe80::1]:9/"),
    ])
    func networkAddressIsRead(text: String, expected: String) throws {
        #expect(try DeviceAddress(text).description == expected)
    }

    @Test(arguments: [
        "emu:a b", "emu:?capacity", "emu:?=1", "emu:?a=1&a=2", "emu:../x", "qemu:a/b", "vfio-user:", "vfio-user:x",
        "tcp://", "tcp://h:0", "tcp://h:99999", "tcp://h/x", "tcp://[::1", "127.0.0.1:port", "01:00:00.0", "zz",
    ])
    func wrongAddressIsRefusedAndNamed(text: String) {
        let error = #expect(throws: DeviceAddressError.self) { try DeviceAddress(text) }
        #expect(error?.description.contains("'\(text)'") == true)
    }

    @Test(arguments: ["nvme0", "/dev/nvme0", "emulator", "256.0.0.1", "qemu2:x", "http://h", "0000:00"])
    func unknownFormListsTheForms(text: String) {
        let error = #expect(throws: DeviceAddressError.unknownForm(text)) { try DeviceAddress(text) }
        for form in ["emu", "qemu", "0000:01:00.0", "vfio-user:", "tcp://"] {
            #expect(error?.description.contains(form) == true)
        }
    }

    @Test(arguments: [
        "emu", "emu:p", "emu:p?a=1&b=2", "emu:?a=1", "emu:/x?a=1", "qemu", "qemu:?serial=S", "0000:01:00.0",
        "vfio-user:/x", "tcp://h:1/nqn.a", "tcp://[::1]:4420/",
    ])
    func descriptionIsTheShortestFormThatParsesToTheSame(text: String) throws {
        #expect(try DeviceAddress(text).description == text)
    }

    @Test func onlyWhatExistsOnceIsShared() throws {
        #expect(try !DeviceAddress("emu").isShared)
        #expect(try !DeviceAddress("qemu").isShared)
        #expect(try DeviceAddress("emu:/x").isShared)
        #expect(try DeviceAddress("01:00.0").isShared)
    }
}
