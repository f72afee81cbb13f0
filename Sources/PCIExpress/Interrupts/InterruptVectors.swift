/// The message-signalled interrupts of a function, vector by vector, for tests that look at them.
///
/// Nothing is ever delivered to the script by interrupt: a vector's arrival is a level that stays set until it is cleared.
public protocol InterruptVectors: AnyObject, Sendable {
    /// Vectors that the function offers (MSI-X Table Size, or the MSI count); 0 where it has none.
    var count: Int { get }

    /// Programs and enables all vectors. Called once when the controller is opened, and again after each reset.
    func enable() throws(PCIeError)

    /// Disables message-signalled interrupts.
    func disable() throws(PCIeError)

    /// True when a message of this vector has arrived since the last `clear`.
    func isSet(_ vector: Int) throws(PCIeError) -> Bool

    /// Forgets what has arrived.
    func clear(_ vector: Int) throws(PCIeError)

    /// Sets the vector's mask bit: no message is sent, the device remembers it as pending.
    func mask(_ vector: Int) throws(PCIeError)

    /// Clears the vector's mask bit; the device now delivers what was pending.
    func unmask(_ vector: Int) throws(PCIeError)

    /// The vector's bit of the pending bit array.
    func isPending(_ vector: Int) throws(PCIeError) -> Bool
}
