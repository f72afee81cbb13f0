import Testing

/// What a test of a device is about, for filters and reports.
extension Tag {
    /// The standard demands it of every controller.
    @Tag public static var mandatory: Self
    /// Controllers may lack it; they say so in a capability bit.
    @Tag public static var optional: Self
    /// Data of other people, or the firmware, are lost: on hardware it runs only when allowed.
    @Tag public static var destructive: Self
    /// Commands of the admin queue.
    @Tag public static var admin: Self
    /// The NVM command set.
    @Tag public static var nvm: Self
    /// The Zoned Namespace command set.
    @Tag public static var zoned: Self
    /// Below the commands: registers, initialisation, resets.
    @Tag public static var controller: Self
    /// How fast the device is: figures are logged, not judged.
    @Tag public static var performance: Self
    /// The device is loaded, and disturbed meanwhile.
    @Tag public static var stress: Self
}
