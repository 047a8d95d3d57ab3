/// A rule that an event broke.
struct Breach: Error, Hashable, Sendable, CustomStringConvertible {
    /// The invariants of the engine, as the observer holds them.
    enum Invariant: String, Hashable, Sendable, CaseIterable {
        case defaultDeny = "default deny"
        case stopFirst = "STOP first"
        case monotone = "withdrawal is monotone"
        case double = "double means double"
        case evidence = "evidence"
        case once = "effectively once"
        case audited = "audited"
    }

    let invariant: Invariant
    /// What happened, without an address or a text.
    let sentence: String
    /// The event in which it happened, from 1.
    var event = 0

    init(_ invariant: Invariant, _ sentence: String) {
        self.invariant = invariant
        self.sentence = sentence
    }

    var description: String { "\(invariant.rawValue): \(sentence)" }
}
