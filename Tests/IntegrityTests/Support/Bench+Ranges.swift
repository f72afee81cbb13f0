import NVMeSpec

extension Bench {
    func deallocate(_ ranges: [Range<UInt64>], attributes: UInt32 = 0b100, _ code: StatusCode = .success) {
        let data = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
        defer { data.deallocate() }
        for (index, range) in ranges.enumerated() {
            let place = data + index * 16
            place.storeBytes(of: UInt32(range.count), toByteOffset: 4, as: UInt32.self)
            place.storeBytes(of: range.lowerBound, toByteOffset: 8, as: UInt64.self)
        }
        var command = SubmissionQueueEntry(NVMOpcode.datasetManagement, nsid: 1)
        command.cdw10 = UInt32(ranges.count - 1)
        command.cdw11 = attributes
        run(command, data, code)
    }

    func copyBlocks(_ ranges: [Range<UInt64>], to lba: UInt64, _ code: StatusCode = .success) {
        let data = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
        defer { data.deallocate() }
        for (index, range) in ranges.enumerated() {
            let place = data + index * 32
            place.storeBytes(of: range.lowerBound, toByteOffset: 8, as: UInt64.self)
            place.storeBytes(of: UInt16(range.count - 1), toByteOffset: 16, as: UInt16.self)
        }
        var command = SubmissionQueueEntry(NVMOpcode.copy, nsid: 1)
        command.startingLBA = lba
        command.cdw12 = UInt32(ranges.count - 1)
        run(command, data, code)
    }
}
