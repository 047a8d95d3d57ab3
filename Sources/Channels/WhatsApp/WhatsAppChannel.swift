package import Clocks
package import Conversations
import JSONCoding

/// Meta's WhatsApp Cloud API, as Graph v26.0 speaks it.
///
/// Source: WhatsApp Business Platform, developers.facebook.com, as of September 2026. End-to-end
/// encryption ends at Meta's host, which acts for the business; it does not reach this program.
package struct WhatsAppChannel: Channel {
    package static let provider = "whatsapp"
    /// Where the interface is unless the workspace says otherwise.
    package static let defaultAPI = "https://graph.facebook.com/v26.0"
    package static let secrets = [
        SecretNeed("app-secret", "signs webhooks; Meta App Dashboard, App settings, Basic"),
        SecretNeed("access-token", "sends messages; a system user's token, Business Settings"),
        SecretNeed("verify-token", "your own choice, also entered where the webhook is set up"),
        WhatsAppFlowsCodec.secret,
    ]

    package let settings: ChannelSettings
    /// The id of the phone number that sends.
    let sender: String
    let api: String
    let credentials: WhatsAppCredentials
    /// `nil` for a channel that answers no forms.
    let forms: WhatsAppFlowsEndpoint?

    package static func remedy(forCode code: String) -> DispatchRemedy? {
        Int64(code).flatMap { WhatsAppErrorTable.remedy(for: $0) }
    }

    package init(_ settings: ChannelSettings) throws(ChannelSettingsError) {
        guard let sender = settings.sender else { throw .missing("sender") }
        guard Self.isID(sender) else {
            throw .invalid("sender", why: "it is the id of the phone number, digits only")
        }
        if let account = settings.account, !Self.isID(account) {
            throw .invalid("account", why: "it is the id of the WhatsApp account, digits only")
        }
        let api = settings.api ?? Self.defaultAPI
        guard Self.isSafe(api) else {
            throw .invalid(
                "api",
                why: "it starts with `https://`, or `http://` on this machine, and ends without `/`"
            )
        }
        self.settings = settings
        self.sender = sender
        self.api = api
        let credentials = try WhatsAppCredentials(settings.secrets)
        self.credentials = credentials
        let hasKey = !settings.secrets[WhatsAppFlowsCodec.secret.name].isEmpty
        forms =
            hasKey
            ? WhatsAppFlowsEndpoint(
                codec: try WhatsAppFlowsCodec(settings.secrets),
                appSecrets: credentials.appSecrets
            ) : nil
    }

    /// 80 messages a second a number; to one contact one in six seconds after 45 at once
    /// (Cloud API overview, throughput and pair rate limits).
    package var pace: SendingPace {
        SendingPace(
            perSecond: 80,
            betweenMessages: Period(months: 0, milliseconds: 6000),
            burst: 45
        )
    }

    package var acknowledgement: WebhookAnswer { .empty }

    package func greet(_ request: WebhookRequest) -> WebhookAnswer? {
        WhatsAppHandshake.answer(to: request, tokens: credentials.verifyTokens)
    }

    package func answerForm(_ request: WebhookRequest) -> WebhookAnswer? {
        forms?.answer(to: request)
    }

    package func verify(
        _ request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookRefusal) -> VerifiedWebhook {
        guard request.method == .post else { throw .wrongMethod }
        // Nothing in a webhook says when it was signed: only its ids show that it came before.
        try WhatsAppSignature.verify(request, secrets: credentials.appSecrets)
        return VerifiedWebhook(request)
    }

    package func decode(
        _ webhook: VerifiedWebhook,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        guard let document = JSONReader.read(webhook.body, .tolerant) else { throw .notJSON }
        var reader = WhatsAppWebhookReader(
            channel: name,
            sender: sender,
            account: settings.account,
            now: now
        )
        return try reader.read(document)
    }

    package func encode(_ dispatch: Dispatch) throws(EncodingFault) -> ProviderRequest {
        request(try WhatsAppDispatchBody.json(of: dispatch, on: name))
    }

    package func classify(_ answer: ProviderAnswer) -> DispatchOutcome {
        WhatsAppAnswer.outcome(of: answer)
    }

    /// A request to the number's messages, proved to come from who has the app secret.
    func request(_ body: JSONValue) -> ProviderRequest {
        ProviderRequest(
            url: "\(api)/\(sender)/messages?appsecret_proof=\(credentials.proof)",
            headers: [
                "Authorization": "Bearer \(credentials.accessToken)",
                "Content-Type": "application/json",
            ],
            body: [UInt8](body.compact.utf8)
        )
    }

    private static func isID(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count) && text.utf8.allSatisfy(WhatsAppText.isDigit)
    }

    /// Whether a token may be sent there: encrypted, or not over a network at all.
    private static func isSafe(_ api: String) -> Bool {
        guard api.utf8.count <= 256, api.utf8.allSatisfy(WhatsAppText.isVisible),
            !api.hasSuffix("/"), !api.contains(where: { "@?#\\".contains($0) })
        else { return false }
        if api.hasPrefix("https://") { return api.utf8.count > 8 }
        guard api.hasPrefix("http://") else { return false }
        let authority = api.dropFirst(7).prefix { $0 != "/" }
        return ["127.0.0.1", "localhost", "[::1]"].contains { host in
            authority == host || authority.hasPrefix(host + ":")
        }
    }
}
