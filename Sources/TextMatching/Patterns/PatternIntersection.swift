/// Whether two patterns can take the same text.
package enum PatternIntersection: Hashable, Sendable {
    /// No text is taken by both.
    case disjoint
    /// A shortest text that both take.
    case both(example: String)
    /// The patterns are too large to tell within the limit of pairs of states.
    case unknown
}
