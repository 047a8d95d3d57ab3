package import Consent
package import Conversations
package import FlowInterpreter
package import Storage

/// What became of one turn, for whoever set it off.
package struct TurnReport: Sendable {
    /// `nil` for a repetition from an address that is no contact's any more.
    package let contact: ContactID?
    package let result: CommitResult
    /// Whether messages that waited for delivery were cancelled.
    let emptiesQueue: Bool
    package let notes: [TurnNote]
    /// On which edition of the program the session went on, if it was pinned to another.
    package let placement: Placement.Outcome
    package let why: Explanation?

    /// A message that was taken before, from an address that is no contact's any more.
    static let duplicate = TurnReport(
        contact: nil,
        result: .duplicate,
        emptiesQueue: false,
        notes: [],
        placement: .current,
        why: nil
    )
}

/// Why a reply was taken as it was: what `/why` shows.
package struct Explanation: Hashable, Sendable {
    package let command: CommandDecision
    /// Empty when a command took the message or no conversation was going on.
    package let attempts: [MatchAttempt]
}

/// A message handed to the channel.
package struct DeliveredMessage: Hashable, Sendable {
    package let message: OutboundMessage
    /// `nil` when it went out; otherwise the reason the gate gave at dispatch.
    package let withheld: SendGate.Reason?
}
