/// A doorbell that is written like any other register of BAR 0.
public final class RegisterDoorbell: DoorbellSlowPath {
    private let function: any FunctionAccess
    private let offset: Int

    public init(function: any FunctionAccess, offset: Int) {
        self.function = function
        self.offset = offset
    }

    public func ring(_ value: UInt32) throws(PCIeError) {
        try function.setRegister32(value, at: offset)
    }
}
