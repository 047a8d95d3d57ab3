package import Clocks
package import Conversations

/// A provider's wire format: bytes in, values out, and the other way round.
///
/// It has no input or output of its own; time comes in as an argument. One type a provider, made
/// once for each channel of a workspace. To add one: a folder with its type, its recordings for
/// `ChannelConformance`, and a line in `ChannelCatalog`.
package protocol Channel: Sendable {
    /// What `provider:` names in `parley.yaml`.
    static var provider: String { get }
    /// The secrets it works with, by the names that variables and files are derived from.
    static var secrets: [SecretNeed] { get }

    /// Reads a captured webhook without asking who sent it or whom it is for: for people who look
    /// into one.
    static func read(
        captured request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent]

    /// Asks only whether a captured webhook is the provider's.
    static func check(
        captured request: WebhookRequest,
        secrets: ChannelSecrets,
        webhookURL: String?,
        at now: Timestamp
    ) throws(CapturedWebhookFault)

    /// What a refusal with this code of the provider's comes to; `nil` where its table has none.
    static func remedy(forCode code: String) -> DispatchRemedy?

    /// - Throws: `ChannelSettingsError` when something that the provider needs is missing or is not
    ///   what it has to be.
    init(_ settings: ChannelSettings) throws(ChannelSettingsError)

    var settings: ChannelSettings { get }
    /// How fast the provider takes messages.
    var pace: SendingPace { get }
    /// What a webhook is answered with once everything in it is durable.
    var acknowledgement: WebhookAnswer { get }

    /// The answer to a provider that asks whether the webhook is ours; `nil` for a request that
    /// asks nothing of the kind.
    func greet(_ request: WebhookRequest) -> WebhookAnswer?

    /// Answers a form that the contact fills in inside the provider's own program, while they do.
    ///
    /// It changes nothing here: what was filled in comes as a message when the form closes. `nil`
    /// where the channel has no forms, or is not set up for them.
    func answerForm(_ request: WebhookRequest) -> WebhookAnswer?

    /// Tells the provider's requests from a stranger's, over the raw bytes, before anything of them
    /// is read.
    ///
    /// - Throws: `WebhookRefusal`; whoever catches it answers 401 and keeps no byte of the body.
    func verify(
        _ request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookRefusal) -> VerifiedWebhook

    /// Reads everything a webhook tells of, in its order.
    ///
    /// What cannot be read is an event of its own, `.broken` or `.unknown`, and takes nothing else
    /// along.
    ///
    /// - Throws: `WebhookFault` when there is nothing to take apart: no JSON, no form.
    func decode(
        _ webhook: VerifiedWebhook,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent]

    /// The request that sends a message.
    ///
    /// - Throws: `EncodingFault` for a message that the provider would refuse whatever happens.
    func encode(_ dispatch: Dispatch) throws(EncodingFault) -> ProviderRequest

    /// Adds to a request what depends on the moment it is sent, such as a signature over the time;
    /// asked again for every attempt.
    func seal(_ request: ProviderRequest, at now: Timestamp) -> ProviderRequest

    /// What a provider's answer means for the message it answers.
    func classify(_ answer: ProviderAnswer) -> DispatchOutcome
}

extension Channel {
    package var name: String { settings.name }

    package static func remedy(forCode code: String) -> DispatchRemedy? { nil }

    package func greet(_ request: WebhookRequest) -> WebhookAnswer? { nil }

    package func answerForm(_ request: WebhookRequest) -> WebhookAnswer? { nil }

    package func seal(_ request: ProviderRequest, at now: Timestamp) -> ProviderRequest {
        request
    }
}
