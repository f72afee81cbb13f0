/// The opcode of a command: an eight-bit value whose low bits tell where the data go.
public protocol Opcode: NamedValue, BitwiseCopyable where RawValue == UInt8 {
    /// The English name, or a word for what is not known.
    var name: String { get }
}

extension Opcode {
    /// Data transfer direction (DTD, opcode bits 1:0, NVMe Base 2.0 §3.3.3.1).
    ///
    /// A Fabrics command has its direction in the Fabrics command type instead.
    @inlinable
    public var dataDirection: DataDirection { DataDirection(rawValue: rawValue & 0b11) }

    public var description: String { "\(name) (\(hexadecimal(rawValue)))" }
}

/// Where the data of a command go.
public struct DataDirection: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue & 0b11 }
    @inlinable public static var none: Self { Self(rawValue: 0b00) }
    @inlinable public static var hostToController: Self { Self(rawValue: 0b01) }
    @inlinable public static var controllerToHost: Self { Self(rawValue: 0b10) }
    @inlinable public static var bidirectional: Self { Self(rawValue: 0b11) }
}

extension SubmissionQueueEntry {
    @inlinable
    public init(_ opcode: AdminOpcode, nsid: UInt32 = 0) { self.init(opcode: opcode.rawValue, nsid: nsid) }

    @inlinable
    public init(_ opcode: NVMOpcode, nsid: UInt32 = 0) { self.init(opcode: opcode.rawValue, nsid: nsid) }

    /// The opcode, read as one of the admin queue.
    @inlinable
    public var adminOpcode: AdminOpcode { AdminOpcode(rawValue: opcode) }

    /// The opcode, read as one of an I/O queue.
    @inlinable
    public var nvmOpcode: NVMOpcode { NVMOpcode(rawValue: opcode) }
}
