import NVMeSpec

/// An enumerator of libnvme, the number that it should be, and what of ours it vouches for.
struct LibnvmeConstant: Sendable {
    let name: String
    let value: UInt64
    let subject: Subject

    /// Something of ours that an outside header can confirm.
    enum Subject: Hashable, Sendable {
        /// A named value of a type.
        case value(type: String, UInt64)
        /// Place and width of a bit field at once, as a mask in place.
        case bits(type: String, field: String)
        case lowestBit(type: String, field: String)
        case width(type: String, field: String)
        case offset(register: String)
        /// Something that is in no list of ours.
        case other
    }

    init(_ name: String, _ value: UInt64, _ subject: Subject) {
        self.name = name
        self.value = value
        self.subject = subject
    }

    /// A value that has a name.
    init<Value: RawRepresentable>(_ name: String, _ value: Value) where Value.RawValue: BinaryInteger {
        let number = UInt64(value.rawValue)
        self.init(name, number, .value(type: "\(Value.self)", number))
    }

    /// One of several flags.
    init<Flags: FlagStructure>(_ name: String, _ type: Flags.Type, _ flag: PartialKeyPath<Flags.Layout>) {
        let mask = UInt64(Flags(flag).rawValue)
        let field = Flags.bitFields.first { $0.maskInPlace == mask }
        self.init(name, mask, field.map { .bits(type: "\(Flags.self)", field: $0.name) } ?? .other)
    }

    /// A status code is its code alone, as libnvme has it.
    init(_ name: String, code: StatusCode) {
        self.init(name, UInt64(code.code), .value(type: "StatusCode", UInt64(code.rawValue)))
    }

    /// The information of an event alone, as libnvme has it.
    init(_ name: String, information event: AsynchronousEvent) {
        self.init(name, UInt64(event.information), .other)
    }
}

extension BitFieldDescription {
    var mask: UInt64 { UInt64.max.bits(0...bits.count - 1) }
    var maskInPlace: UInt64 { mask << UInt64(bits.lowerBound) }
}
