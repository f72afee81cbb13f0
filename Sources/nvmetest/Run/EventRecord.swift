import Foundation

/// One line of Swift Testing's event stream, as far as reports need it.
struct EventRecord: Decodable {
    struct Payload: Decodable {
        /// `function` or `suite` for tests; `testStarted`, `issueRecorded` … for events.
        let kind: String
        /// Tests only.
        let id: String?
        let name: String?
        let displayName: String?
        let sourceLocation: Location?
        /// Events only.
        let testID: String?
        let instant: Instant?
        let messages: [Message]?
        let issue: Issue?
    }

    struct Location: Decodable {
        let fileID: String
        let line: Int
    }

    struct Instant: Decodable {
        /// Seconds of a monotonic clock.
        let absolute: Double
    }

    struct Message: Decodable {
        let symbol: String
        let text: String
    }

    struct Issue: Decodable {
        let isKnown: Bool?
        let isFailure: Bool?
        let sourceLocation: Location?
    }

    let kind: String
    let payload: Payload

    init?(line: some DataProtocol) {
        guard let record = try? JSONDecoder().decode(EventRecord.self, from: Data(line)) else { return nil }
        self = record
    }
}
