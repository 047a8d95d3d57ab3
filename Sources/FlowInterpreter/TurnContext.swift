package import Clocks
package import FlowProgram

/// The circumstances of a turn: everything the interpreter may know of the world.
package struct TurnContext: Hashable, Sendable {
    package let now: Timestamp
    /// Counts the contact's turns.
    package let turn: UInt64
    package let locale: LocaleIndex
    /// The channel the turn happens on: consent is kept for each.
    package let channel: String
    /// Values kept from earlier conversations.
    package let kept: [KeptValue]

    package init(
        now: Timestamp,
        turn: UInt64,
        locale: LocaleIndex,
        channel: String,
        kept: [KeptValue]
    ) {
        self.now = now
        self.turn = turn
        self.locale = locale
        self.channel = channel
        self.kept = kept
    }
}
