package import Clocks
package import FlowProgram
package import MessageCatalog

/// What a turn is about: the one event that sets it off.
package enum Turn: Hashable, Sendable {
    case message(InboundMessage)
    /// Deadlines, expiries and idle conversations.
    case time
    /// The contact, or an operator for them, changed the language.
    case setLocale(LocaleTag)
    /// Something an operator, a provider or the engine does to a contact.
    case operation(Operation, by: Actor)
    /// A provider told something about the contact that is no message of theirs.
    case signal(String, Operation)
    /// A program asked for something: by which operation, and how the log names the program.
    case request(String, by: String, Operation)
}

/// What the world lends a turn: the time, and randomness for whatever is new in it.
package struct TurnInput: Hashable, Sendable {
    package let turn: Turn
    package let now: Timestamp
    /// 16 random bytes that name a conversation begun in this turn.
    package let sessionID: [UInt8]
    /// Seed of that conversation's generator.
    package let seed: UInt64
    /// The flow that answers a first message whatever its words are.
    package let preferredFlow: FlowIndex?
    /// A conversation that could not be taken up again: its program is not known any more.
    package let lostSession: [UInt8]?

    package init(
        turn: Turn,
        now: Timestamp,
        sessionID: [UInt8],
        seed: UInt64,
        preferredFlow: FlowIndex?,
        lostSession: [UInt8]? = nil
    ) {
        self.turn = turn
        self.now = now
        self.sessionID = sessionID
        self.seed = seed
        self.preferredFlow = preferredFlow
        self.lostSession = lostSession
    }
}
