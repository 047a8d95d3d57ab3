package import Clocks

/// A conversation that goes along ways of the flows which no other tour goes along.
package struct Tour: Hashable, Sendable {
    package let channel: String
    package let start: Timestamp
    package let conversation: [Move]
    /// The ways it is there for, in the order they are gone.
    package let ways: [TourWay]
}

/// One way of a flow: from a step to another, or to an end, and why.
package struct TourWay: Hashable, Sendable {
    /// The flow's name.
    package let flow: String
    package let from: String?
    /// A step or an outcome.
    package let to: String?
    /// The choice, the deadline or whatever else led there.
    package let cause: String?
}

extension TourWay: CustomStringConvertible {
    package var description: String {
        let cause = cause.map { " (\($0))" } ?? ""
        return "\(flow): \(from ?? "begins") → \(to ?? "ends")\(cause)"
    }
}
