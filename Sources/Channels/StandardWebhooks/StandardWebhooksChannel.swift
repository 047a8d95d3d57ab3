package import Clocks

/// Any system that speaks Standard Webhooks 1.0.0: signed JSON comes in, signed JSON goes out.
///
/// The way to wire a provider that this program does not know. The JSON is our own, in
/// `docs/webhook-channel.md`, and says as little as it can.
package struct StandardWebhooksChannel: Channel {
    package static let provider = "webhook"

    /// The keys that what comes in is signed with.
    package static let signingSecret = "signing-secret"
    /// The keys that what goes out is signed with.
    package static let outgoingSecret = "outgoing-secret"

    package static let secrets = [
        SecretNeed(
            signingSecret,
            "what the other side signs with: `whsec_` of a shared secret, or `whpk_` of its public "
                + "key"
        ),
        SecretNeed(
            outgoingSecret,
            "what messages are signed with: `whsec_` of a shared secret, or `whsk_` of a private "
                + "key"
        ),
    ]

    /// Keys of one kind, of which there are several while one takes over from another.
    ///
    /// A request of a stranger costs at most this many times `mostSignatures` checks.
    package static let mostKeys = 4

    package let settings: ChannelSettings
    /// Where messages are posted to.
    package let endpoint: WebhookURL
    private let incomingKeys: [StandardWebhookKey]
    private let outgoingKeys: [StandardWebhookKey]

    package init(_ settings: ChannelSettings) throws(ChannelSettingsError) {
        guard let api = settings.api else { throw .missing("api") }
        do {
            endpoint = try WebhookURL(api)
        } catch {
            throw .invalid("api", why: error.text)
        }
        self.settings = settings
        incomingKeys = try Self.incomingKeys(settings.secrets)
        outgoingKeys = try Self.keys(
            settings.secrets,
            Self.outgoingSecret,
            without: .publicKey,
            why: "`whpk_` is a public key and signs nothing; it takes the private key, `whsk_`"
        )
    }

    static func incomingKeys(
        _ secrets: ChannelSecrets
    ) throws(ChannelSettingsError) -> [StandardWebhookKey] {
        try keys(
            secrets,
            signingSecret,
            without: .privateKey,
            why: "`whsk_` is a private key; it takes the other side's public key, `whpk_`"
        )
    }

    package let pace = SendingPace(
        perSecond: 50,
        betweenMessages: Period(months: 0, milliseconds: 1000),
        burst: 10
    )

    package var acknowledgement: WebhookAnswer { .empty }

    package func verify(
        _ request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookRefusal) -> VerifiedWebhook {
        guard request.method == .post else { throw .wrongMethod }
        try StandardWebhookSignature.verify(
            request.headers,
            body: request.body,
            keys: incomingKeys,
            at: now
        )
        return VerifiedWebhook(request)
    }

    package func decode(
        _ webhook: VerifiedWebhook,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        try WebhookEventReader(
            channel: name,
            requestID: webhook.request.headers[StandardWebhookSignature.idField] ?? "",
            now: now
        ).events(in: webhook.body)
    }

    /// The request as it goes out now: signed with every key there is, at this time.
    ///
    /// An attempt made later is sealed anew, with the same id and another time. Takes only what
    /// `encode` made.
    package func seal(_ request: ProviderRequest, at now: Timestamp) -> ProviderRequest {
        guard let id = request.headers[StandardWebhookSignature.idField] else {
            preconditionFailure("only a request with an id can be signed")
        }
        let seconds = StandardWebhookSignature.wholeSeconds(of: now)
        let ours = [
            StandardWebhookSignature.timestampField, StandardWebhookSignature.signatureField,
        ]
        var fields = request.headers.pairs.filter { !ours.contains($0.name) }
            .map { ($0.name, $0.value) }
        fields.append((StandardWebhookSignature.timestampField, String(seconds)))
        fields.append(
            (
                StandardWebhookSignature.signatureField,
                StandardWebhookSignature.sign(
                    id: id,
                    seconds: seconds,
                    body: request.body,
                    keys: outgoingKeys
                )
            )
        )
        return ProviderRequest(
            method: request.method,
            url: request.url,
            headers: HTTPFieldList(fields),
            body: request.body
        )
    }

    private static func keys(
        _ secrets: ChannelSecrets,
        _ name: String,
        without unfit: StandardWebhookKey.Kind,
        why: String
    ) throws(ChannelSettingsError) -> [StandardWebhookKey] {
        let texts = secrets[name]
        guard !texts.isEmpty else { throw .missingSecret(name) }
        guard texts.count <= mostKeys else {
            throw .invalid(name, why: "there are more than \(mostKeys); take away those not in use")
        }
        var keys: [StandardWebhookKey] = []
        for text in texts {
            let key: StandardWebhookKey
            do {
                key = try StandardWebhookKey(text)
            } catch {
                throw .invalid(name, why: error.text)
            }
            guard key.kind != unfit else { throw .invalid(name, why: why) }
            guard key.isLongEnough else {
                throw .invalid(name, why: "a shared secret has at least 24 bytes; make a new one")
            }
            keys.append(key)
        }
        return keys
    }
}
