package import Channels
package import Conversations

/// A webhook as a provider sends it, and what it tells of.
package struct ChannelRecording: Sendable, CustomStringConvertible {
    /// What happened, in a few words.
    package let description: String
    /// Not signed yet.
    package let request: WebhookRequest
    package let events: [InboundEvent]

    package init(_ description: String, _ request: WebhookRequest, _ events: [InboundEvent]) {
        self.description = description
        self.request = request
        self.events = events
    }
}

/// An answer of a provider, and what it means.
package struct AnswerRecording: Sendable, CustomStringConvertible {
    package let description: String
    package let answer: ProviderAnswer
    package let outcome: DispatchOutcome

    package init(_ description: String, _ answer: ProviderAnswer, _ outcome: DispatchOutcome) {
        self.description = description
        self.answer = answer
        self.outcome = outcome
    }
}

/// A message and the request that sends it, or why nothing can.
package struct SendingRecording: Sendable, CustomStringConvertible {
    package let description: String
    package let dispatch: Dispatch
    package let request: Result<ProviderRequest, EncodingFault>

    package init(
        _ description: String,
        _ dispatch: Dispatch,
        _ request: Result<ProviderRequest, EncodingFault>
    ) {
        self.description = description
        self.dispatch = dispatch
        self.request = request
    }
}
