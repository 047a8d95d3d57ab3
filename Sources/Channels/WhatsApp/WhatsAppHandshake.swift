import Encryption

/// Meta's question whether a webhook is ours, asked once when it is set up (Webhooks, "Verification
/// requests").
enum WhatsAppHandshake {
    private static let refusal = WebhookAnswer(status: 403)

    /// The bare challenge for who knows a token, 403 for anybody else; `nil` for a request that
    /// asks nothing of the kind.
    static func answer(to request: WebhookRequest, tokens: [String]) -> WebhookAnswer? {
        guard request.method == .get else { return nil }
        guard let query = FormFields(request.query.utf8) else { return refusal }
        guard query.fields.contains(where: { $0.name.hasPrefix("hub.") }) else { return nil }
        guard value("hub.mode", in: query) == "subscribe",
            let token = value("hub.verify_token", in: query), isKnown(token, tokens),
            let challenge = value("hub.challenge", in: query), isHarmless(challenge)
        else { return refusal }
        return WebhookAnswer(body: [UInt8](challenge.utf8))
    }

    /// The value of a field that is there exactly once.
    private static func value(_ name: String, in query: FormFields) -> String? {
        let values = query.fields.filter { $0.name == name }
        return values.count == 1 ? values[0].value : nil
    }

    /// Compares with each token there is, so that the time taken does not tell which one fits.
    private static func isKnown(_ token: String, _ tokens: [String]) -> Bool {
        let given = [UInt8](token.utf8)
        return tokens.reduce(false) { isKnown, known in
            ConstantTime.equal(given, [UInt8](known.utf8)) || isKnown
        }
    }

    /// What is sent back was written by whoever asks: short, and nothing but visible ASCII.
    private static func isHarmless(_ challenge: String) -> Bool {
        (1...WhatsAppLimits.challengeBytes).contains(challenge.utf8.count)
            && challenge.utf8.allSatisfy(WhatsAppText.isVisible)
    }
}
