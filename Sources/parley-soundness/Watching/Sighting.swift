import ModelChecker

/// A rule that was seen broken in a conversation.
struct Sighting: Sendable {
    let property: PropertyID
    let sentence: String
    /// The action that showed it, from 1.
    let action: Int
}
