import Glibc
import NVMe
import Testing

/// A sysfs tree of our own, so that the tests see the same bus on every machine.
@Suite final class PCIBusTests {
    private let root: String

    init() throws {
        var template = Array("/tmp/pci-bus-XXXXXX".utf8CString)
        let made = mkdtemp(&template) != nil
        try #require(made)
        root = template.withUnsafeBytes { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        add("0000:02:00.0", classCode: "0x010802", driver: "nvme")
        add("0000:01:00.0", classCode: "0x020000", driver: nil)
    }

    deinit {
        for name in ["0000:02:00.0", "0000:01:00.0"] {
            for file in ["class", "vendor", "device", "driver"] { unlink("\(root)/\(name)/\(file)") }
            rmdir("\(root)/\(name)")
        }
        rmdir(root)
    }

    private func add(_ name: String, classCode: String, driver: String?) {
        mkdir("\(root)/\(name)", 0o755)
        for (file, text) in [("class", classCode), ("vendor", "0x1b36"), ("device", "0x0010")] {
            guard let stream = fopen("\(root)/\(name)/\(file)", "w") else { continue }
            fputs(text + "\n", stream)
            fclose(stream)
        }
        if let driver { symlink("../../../bus/pci/drivers/\(driver)", "\(root)/\(name)/driver") }
    }

    @Test func functionsAreListedInOrderOfAddress() {
        #expect(PCIBus.functions(root: root).map(\.address.description) == ["0000:01:00.0", "0000:02:00.0"])
    }

    @Test func functionTellsClassIdentifiersAndDriver() throws {
        let function = try #require(PCIBus.function(at: PCIeAddress("02:00.0"), root: root))
        #expect(function.isNVMe)
        #expect(function.vendorID == 0x1B36)
        #expect(function.deviceID == 0x10)
        #expect(function.driver == "nvme")
        #expect(function.iommuGroup == nil)
    }

    @Test func networkCardIsNoNVMeFunction() throws {
        let function = try #require(PCIBus.function(at: PCIeAddress("01:00.0"), root: root))
        #expect(!function.isNVMe)
        #expect(function.driver == nil)
    }

    @Test func absentFunctionIsNil() throws {
        #expect(try PCIBus.function(at: PCIeAddress("03:00.0"), root: root) == nil)
    }

    @Test func absentBusIsEmpty() {
        #expect(PCIBus.functions(root: "/nowhere").isEmpty)
    }
}
