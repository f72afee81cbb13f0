import Glibc

/// Knows whether the current thread is inside a completion closure, where waiting is an error.
enum CallbackScope {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    static var isInside: Bool { pthread_getspecific(key) != nil }

    /// Runs a completion closure.
    static func run(_ handler: CompletionHandler, _ completion: Completion) throws {
        // Any non-null value will do; it is never dereferenced.
        pthread_setspecific(key, UnsafeRawPointer(bitPattern: 1))
        defer { pthread_setspecific(key, nil) }
        try handler(completion)
    }
}
