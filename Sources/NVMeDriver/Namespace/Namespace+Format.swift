import NVMeSpec

extension Namespace {
    /// Index of the first LBA format with these sizes; nil when the namespace offers none.
    public func lbaFormat(dataSize: Int = 512, metadataSize: Int = 0) throws -> UInt8? {
        let data = try identify()
        let offered = data.lbaFormats.prefix(Int(data.numberOfLBAFormats) + 1)
        let index = offered.firstIndex {
            $0.dataSize >= 9 && $0.dataSize < 32 && 1 << Int($0.dataSize) == dataSize
                && Int($0.metadataSize) == metadataSize
        }
        return index.map { UInt8($0) }
    }

    /// Formats this namespace, waits at least 100 s for it, and takes notice of its new geometry.
    ///
    /// Throws `unsupported` when no LBA format has these sizes, `status` when the controller refuses, and what `refresh` throws.
    @discardableResult
    public func format(
        dataSize: Int = 512, metadataSize: Int = 0, secureErase: UInt8 = 0
    ) throws -> Completion {
        guard let format = try lbaFormat(dataSize: dataSize, metadataSize: metadataSize) else {
            throw NVMeError.unsupported(
                operation: "formatting with \(dataSize) + \(metadataSize) bytes per block",
                because: "no LBA format of the namespace has these sizes")
        }
        let completion = try controller.makeAdminChannel(timeout: max(controller.timeout, .seconds(100)))
            .formatNVM(nsid: id, lbaFormat: format, secureErase: secureErase).wait()
        try refresh()
        return completion
    }
}
