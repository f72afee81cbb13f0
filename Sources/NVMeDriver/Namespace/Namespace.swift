import NVMeSpec
import Synchronization

/// An active namespace of a controller. Stays valid across resets and power cycles.
///
/// Every I/O verb submits on the given queue pair and returns it at once; `wait()` or `completion()` follows.
public final class Namespace: Sendable {
    public let controller: Controller
    /// Namespace identifier (NSID).
    public let id: UInt32
    private let shape: Mutex<NamespaceShape>
    /// Bytes of one block as transferred, kept beside `shape` for the hot path.
    private let transferBytes: Atomic<Int>

    init(controller: Controller, id: UInt32, shape: NamespaceShape) {
        self.controller = controller
        self.id = id
        self.shape = Mutex(shape)
        self.transferBytes = Atomic(shape.transferBytes)
    }

    /// Size in logical blocks (NSZE).
    public var blockCount: UInt64 { shape.withLock { $0.blockCount } }

    /// Data bytes of one logical block (LBADS), without metadata.
    public var blockSize: Int { shape.withLock { $0.dataBytes } }

    /// Metadata bytes of one logical block (MS).
    public var metadataSize: Int { shape.withLock { $0.metadataBytes } }

    /// Bytes that one block takes in a data buffer: metadata included where it is transferred inline (FLBAS bit 4).
    public var transferSize: Int { transferBytes.load(ordering: .relaxed) }

    /// Capacity in bytes: NVMCAP, or NSZE blocks where that is 0.
    public func capacity(fileID: String = #fileID, line: Int = #line) throws -> UInt128 {
        let data = try identify(fileID: fileID, line: line)
        return data.nvmCapacity > 0 ? data.nvmCapacity : UInt128(data.namespaceSize) * UInt128(blockSize)
    }

    /// Identify Namespace (CNS 00h). Never cached.
    public func identify(fileID: String = #fileID, line: Int = #line) throws -> IdentifyNamespace {
        try controller.identifyNamespace(id, fileID: fileID, line: line)
    }

    /// Reads the geometry again, as after a format.
    ///
    /// Throws what the Identify command throws, or `startVerification` where another geometry needs another table.
    public func refresh(fileID: String = #fileID, line: Int = #line) throws {
        let new = try NamespaceShape(identify(fileID: fileID, line: line), id: id)
        let old = blockCount
        shape.withLock { $0 = new }
        transferBytes.store(new.transferBytes, ordering: .relaxed)
        try geometryChanged(from: old)
    }
}

extension Namespace: CustomStringConvertible {
    public var description: String { "<namespace: \(id)>" }
}

extension Controller {
    /// Opens an active namespace.
    ///
    /// Throws `inactiveNamespace` when the controller does not know it, `invalidDeviceData` when its format makes no sense.
    public func namespace(_ id: UInt32 = 1, fileID: String = #fileID, line: Int = #line) throws -> Namespace {
        guard id != 0, id != .max else { throw NVMeError.inactiveNamespace(id: id) }
        let data: IdentifyNamespace
        do {
            data = try identifyNamespace(id, fileID: fileID, line: line)
        } catch NVMeError.status(let completion) where completion.code == .invalidNamespaceOrFormat {
            throw NVMeError.inactiveNamespace(id: id)
        }
        return Namespace(controller: self, id: id, shape: try NamespaceShape(data, id: id))
    }
}

/// What the driver must know of a namespace's format.
struct NamespaceShape {
    let blockCount: UInt64
    let dataBytes: Int
    let metadataBytes: Int
    let transferBytes: Int

    init(_ data: IdentifyNamespace, id: UInt32) throws(NVMeError) {
        guard data.namespaceSize > 0 else { throw .inactiveNamespace(id: id) }
        let format = data.formattedLBASize
        // The upper index bits count only where there are more than 16 formats (NVM Command Set 1.0 §4.1.5.1).
        let high = data.numberOfLBAFormats > 15 ? Int(format.formatIndexHigh) << 4 : 0
        let index = high | Int(format.formatIndexLow)
        guard let current = data.lbaFormats.element(at: index) else {
            throw .invalidDeviceData(what: "FLBAS, LBA format index", value: UInt64(index), limit: "63")
        }
        guard (9...31).contains(current.dataSize) else {
            throw .invalidDeviceData(
                what: "LBADS, LBA data size exponent", value: UInt64(current.dataSize), limit: "9...31")
        }
        blockCount = data.namespaceSize
        dataBytes = 1 << Int(current.dataSize)
        metadataBytes = Int(current.metadataSize)
        transferBytes = dataBytes + (format.metadataInline ? metadataBytes : 0)
    }
}
