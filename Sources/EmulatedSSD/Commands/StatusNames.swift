import NVMeSpec

extension StatusCode {
    static var success: Self { Self(rawValue: 0x000) }
    static var invalidOpcode: Self { Self(rawValue: 0x001) }
    static var invalidField: Self { Self(rawValue: 0x002) }
    static var dataTransferError: Self { Self(rawValue: 0x004) }
    static var invalidNamespaceOrFormat: Self { Self(rawValue: 0x00B) }
    static var invalidSGLSegmentDescriptor: Self { Self(rawValue: 0x00D) }
    static var invalidSGLDescriptorCount: Self { Self(rawValue: 0x00E) }
    static var dataSGLLengthInvalid: Self { Self(rawValue: 0x00F) }
    static var sglDescriptorTypeInvalid: Self { Self(rawValue: 0x011) }
    static var prpOffsetInvalid: Self { Self(rawValue: 0x013) }
    static var sanitizeInProgress: Self { Self(rawValue: 0x01D) }
    static var formatInProgress: Self { Self(rawValue: 0x084) }
}
