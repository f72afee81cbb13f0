/// Several values of one type, one behind the other.
public struct FieldArray<Element: FixedSizeFieldValue>: FieldValue {
    public var elements: [Element]

    public init(_ elements: [Element]) { self.elements = elements }

    public init(littleEndianBytes bytes: ArraySlice<UInt8>) {
        let size = Element.byteCount
        elements = stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map {
            Element(littleEndianBytes: bytes[$0..<Swift.min($0 + size, bytes.endIndex)])
        }
    }

    public func littleEndianBytes(count: Int) -> [UInt8] {
        elements.flatMap { $0.littleEndianBytes(count: Element.byteCount) }.littleEndianBytes(count: count)
    }

    public var decoded: DecodedValue { .list(elements.map(\.decoded)) }
}

extension FieldArray: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) { self.init(elements) }
    public var startIndex: Int { elements.startIndex }
    public var endIndex: Int { elements.endIndex }
    public subscript(index: Int) -> Element {
        get { elements[index] }
        set { elements[index] = newValue }
    }

    /// The element at an index that may be out of range, as one that a device or a script supplies.
    public func element(at index: Int) -> Element? { elements.indices.contains(index) ? elements[index] : nil }
}
