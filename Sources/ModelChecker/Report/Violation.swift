package import Clocks

/// A property that does not hold, and the shortest conversation that shows it.
package struct Violation: Hashable, Sendable {
    package let property: PropertyID
    package let sentence: String
    package let help: String
    /// The step it is about.
    package let place: Place?
    package let channel: String
    package let conversation: [Move]
    /// By what its last turn shows it.
    package let evidence: Evidence
    /// When the conversation begins.
    package let start: Timestamp

    init(_ property: PropertyID, _ breach: Breach, _ exploration: Exploration) {
        self.property = property
        sentence = breach.sentence
        help = breach.help
        place = breach.place
        channel = exploration.lens.channel
        conversation =
            breach.way.map { ConversationPath($0, exploration).moves }
            ?? exploration.moves(to: breach.situation, then: breach.moves)
        evidence = breach.evidence
        start = Explorer.start
    }
}
