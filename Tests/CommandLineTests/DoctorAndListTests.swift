import Testing

@Suite struct DoctorAndListTests {
    @Test func listShowsTheEmbeddedDevice() throws {
        let outcome = try Tool.run("list")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("emu"))
    }

    @Test func listAsJSONHasVersionAndDevices() throws {
        let document = try Tool.run("list", "--output", "json").document()
        #expect(document["schemaVersion"] as? Int == 1)
        #expect((document["devices"] as? [[String: Any]])?.first?["address"] as? String == "emu")
    }

    @Test func doctorFindsThatTestsCanRunHere() throws {
        let outcome = try Tool.run("doctor")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Tests can run here."))
    }

    @Test func doctorHasAFixForEverythingMissing() throws {
        let document = try Tool.run("doctor", "--output", "json", environment: ["PATH": "/nowhere"]).document()
        let findings = try #require(document["findings"] as? [[String: Any]])
        let missing = findings.filter { $0["state"] as? String == "missing" }
        #expect(missing.contains { $0["name"] as? String == "QEMU" })
        for finding in missing { #expect(finding["fix"] is String) }
    }

    @Test(arguments: ["bogus", "emu:?capacity=none", "ffff:ff:1f.7"])
    func doctorSaysThatTheChosenDeviceDoesNotWork(address: String) throws {
        let outcome = try Tool.run("doctor", environment: ["NVME_DUT": address])
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("Tests cannot run here yet."))
        #expect(outcome.output.contains("export NVME_DUT=emu"))
    }

    @Test func tablesFitOneHundredColumns() throws {
        for command in ["list", "doctor"] {
            for line in try Tool.run(command).output.split(separator: "\n") { #expect(line.count <= 100) }
        }
    }
}
