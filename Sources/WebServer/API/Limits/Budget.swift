/// What a key may ask for how often; each kind of work has a budget of its own, so that one cannot
/// starve another.
package enum Budget: String, Hashable, Sendable, CaseIterable {
    case read
    /// What leads to messages.
    case send
    /// Rights of the person, and corrections.
    case rights
    /// Keys and dead letters.
    case manage
    /// Failed attempts to authenticate, by the part of the net they come from.
    case failures
}
