// LAW: Art. 7(1), 7(3), 15, 16, 17, 18, 20 and 21 GDPR.
/// A right of the person that a contact can exercise, in the chat or through an operator.
package enum Right: String, CaseIterable, Hashable, Sendable {
    /// What is kept about them, and what for.
    case access
    /// Their data in a form that another machine can read.
    case portability
    case rectification
    case erasure
    /// Kept, and used for nothing else, until a dispute is settled.
    case restriction
    /// No more direct marketing, without giving a reason.
    case objection
    /// The proof of what they consented to.
    case receipt

    // LAW: Art. 12(3) GDPR: without undue delay and at the latest within one month.
    /// How many months an answer may take.
    package static let answerMonths = 1
}
