// The one status that is not the standard's: it must be called the same wherever statuses are named.

extension StatusCodes {
    /// What a read completes with whose data are not what was written: vendor specific 81h (07h/81h), set by the driver.
    @inlinable public static var dataMismatch: Self {
        Self(
            0x781, "Data Mismatch, found by the driver",
            "The data that were read are not those that were written; the driver found it, the device reported success."
        )
    }
}

extension StatusCode {
    static let driverRows: [StatusCodeRow] = [
        .dataMismatch
    ]
}
