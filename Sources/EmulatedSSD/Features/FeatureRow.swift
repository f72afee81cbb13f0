import NVMeSpec

/// One feature: everything that Get Features and Set Features have to know about it (NVMe Base 2.0 §5.27).
struct FeatureRow: Sendable {
    typealias Validate = @Sendable (FeatureRequest, EmulatedController) -> StatusCode

    let id: FeatureIdentifier
    var isSaveable = false
    var isChangeable = true
    var isNamespaceSpecific = false
    /// Whether a device of this profile has the feature at all.
    var isPresent: @Sendable (SSDProfile) -> Bool = { _ in true }
    /// Bytes of the feature's data structure; 0 when all is in dword 11 and dword 0.
    var dataByteCount = 0
    /// The factory's value of dword 11; the argument is what `subject` made of it.
    var defaultValue: @Sendable (SSDProfile, UInt32) -> UInt32 = { _, _ in 0 }
    /// What tells apart the values that one identifier has (a threshold's sensor, an interrupt vector) in dword 11.
    var subject: @Sendable (UInt32) -> UInt32 = { _ in 0 }
    /// The subjects that Set Features is about, where dword 11 can name several at once; nil: that of `subject`.
    var subjects: (@Sendable (UInt32) -> [UInt32])?
    /// Checks a new value. Also where a feature refuses the time at which it is set.
    var validate: Validate = { _, _ in .success }
    /// Checks the subject of Get Features.
    var validateGet: @Sendable (UInt32, EmulatedController) -> StatusCode = { _, _ in .success }
    /// What is kept of dword 11.
    var stored: @Sendable (UInt32, EmulatedController) -> UInt32 = { value, _ in value }
    /// A new value has become the current one, by command or by reset.
    var apply: @Sendable (UInt32, UInt32, EmulatedController) -> Void = { _, _, _ in }
    /// The data structure as Get Features returns it; nil returns what was set.
    var currentData: (@Sendable (EmulatedController) -> [UInt8])?
}

/// What Set Features asks for.
struct FeatureRequest {
    let value: UInt32
    let data: [UInt8]
    let nsid: UInt32
}
