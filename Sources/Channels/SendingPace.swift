package import Clocks

/// How fast a provider takes messages.
package struct SendingPace: Hashable, Sendable {
    /// Messages a second that one sender may send.
    package let perSecond: Int
    /// The time between two messages to the same contact, once `burst` are used up.
    package let betweenMessages: Period
    /// Messages to the same contact that may follow each other at once.
    package let burst: Int

    /// The same for a sender of whom the provider takes another number a second.
    package func with(perSecond: Int?) -> SendingPace {
        SendingPace(
            perSecond: perSecond ?? self.perSecond,
            betweenMessages: betweenMessages,
            burst: burst
        )
    }

    package init(perSecond: Int, betweenMessages: Period, burst: Int) {
        precondition(perSecond > 0 && burst > 0, "a provider takes some messages")
        self.perSecond = perSecond
        self.betweenMessages = betweenMessages
        self.burst = burst
    }
}
