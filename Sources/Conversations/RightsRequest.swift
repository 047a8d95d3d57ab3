import ByteCoding
package import Clocks
package import Consent

// LAW: Art. 12(3) GDPR: an answer within one month of the request.
/// A right that a contact exercised, with its clock.
package struct RightsRequest: Hashable, Sendable {
    package let right: Right
    package let receivedAt: Timestamp
    /// `nil` while it is open.
    package private(set) var closedAt: Timestamp?

    /// The last instant at which an answer is in time.
    package var dueAt: Timestamp { receivedAt.adding(.months(Right.answerMonths)) }
    package var isOpen: Bool { closedAt == nil }

    package init(right: Right, receivedAt: Timestamp, closedAt: Timestamp? = nil) {
        self.right = right
        self.receivedAt = receivedAt
        self.closedAt = closedAt
    }

    mutating func close(at now: Timestamp) {
        closedAt = closedAt ?? now
    }
}

extension Right {
    /// Answered by the engine itself, as soon as the turn that asked is over.
    package var isAutomatic: Bool {
        switch self {
        case .erasure, .receipt: true
        case .access, .portability, .rectification, .restriction, .objection: false
        }
    }
}

extension RightsRequest {
    func write(to writer: inout ByteWriter) {
        writer.write(right.rawValue)
        writer.write(signed: receivedAt.milliseconds)
        writer.write(optional: closedAt) { $0.write(signed: $1.milliseconds) }
    }

    init(from reader: inout ByteReader) throws(ByteCodingError) {
        guard let right = Right(rawValue: try reader.readText()) else {
            throw .invalidValue("right")
        }
        self.init(
            right: right,
            receivedAt: Timestamp(milliseconds: try reader.readSigned()),
            closedAt: try reader.readOptional { reader throws(ByteCodingError) in
                Timestamp(milliseconds: try reader.readSigned())
            }
        )
    }
}
