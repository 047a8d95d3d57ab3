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

    package init(
        turn: Turn,
        now: Timestamp,
        sessionID: [UInt8],
        seed: UInt64,
        preferredFlow: FlowIndex?
    ) {
        self.turn = turn
        self.now = now
        self.sessionID = sessionID
        self.seed = seed
        self.preferredFlow = preferredFlow
    }
}
