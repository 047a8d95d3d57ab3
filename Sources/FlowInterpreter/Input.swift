package import FlowProgram

/// What may move a waiting session.
package enum Input: Hashable, Sendable {
    case text(String)
    /// A tapped button: the choice's name, and the wait it was made for. Without one it answers
    /// whatever is asked now.
    case button(String, wait: UInt64? = nil)
    /// A photo, voice note, location or anything else a flow cannot read.
    case unreadable
}

/// How a contact's message was taken; also decides whether a confirmation may rest on it.
package enum ReplyMatch: Hashable, Sendable {
    case choice(Int, how: Matcher)
    case pattern(Int, captures: [CapturedText])
    case slot(Value, how: Matcher)
    case unclear
}

/// What a named group of a pattern took, and the slot it is for.
package struct CapturedText: Hashable, Sendable {
    package let slot: SlotIndex
    package let text: String
}

/// The matchers, in the order they are tried.
package enum Matcher: String, Hashable, Sendable, CaseIterable {
    case button
    case exactWord = "exact word"
    case typedSlot = "typed slot"
    case pattern
    case fuzzy
}

/// What one matcher said of a reply, for `/why`.
package struct MatchAttempt: Hashable, Sendable {
    package let matcher: Matcher
    /// What it tried: a choice's name, a slot's name or a pattern.
    package let candidate: String
    package let took: Bool
    package let because: String
}
