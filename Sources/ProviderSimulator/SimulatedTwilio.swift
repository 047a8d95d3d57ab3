package import Channels
package import Clocks
import Encryption
import JSONCoding

/// Twilio's messaging, seen from the account: `POST …/Messages.json`, and webhooks.
package struct SimulatedTwilio: SimulatedProvider {
    package static let name = "twilio"

    private let account: String
    private let sender: String
    private let signature: TwilioSignature
    private let token: String

    package let standardContact = "+491700000001"

    /// `nil` for settings that the channel would not take either.
    package init?(settings: ChannelSettings) {
        guard let account = settings.account, let sender = settings.sender,
            let url = settings.webhookURL, let signature = TwilioSignature(webhookURL: url),
            let token = settings.secrets["auth-token"].first
        else { return nil }
        self.account = account
        self.sender = sender
        self.signature = signature
        self.token = token
    }

    package func read(_ call: WebhookRequest) -> SimulatedCall {
        guard call.headers["authorization"]?.hasPrefix("Basic ") == true else {
            return .other(refused(code: 20_003))
        }
        guard call.target == "/2010-04-01/Accounts/\(account)/Messages.json",
            let form = FormFields(call.body), let to = form["To"]
        else { return .other(refused(code: 20_404)) }
        return .message(SimulatedMessage(to: to, text: form["Body"] ?? ""))
    }

    package func taken(_ message: SimulatedMessage, as id: String) -> ProviderAnswer {
        let body: JSONValue = ["sid": .text(id), "status": "queued", "to": .text(message.to)]
        return ProviderAnswer(status: 201, body: [UInt8](body.compact.utf8))
    }

    package func refused(code: Int) -> ProviderAnswer {
        let status = code == 20_003 ? 401 : code == 20_429 ? 429 : 400
        let body: JSONValue = [
            "code": .integer(code), "message": "(simulated)", "status": .integer(status),
        ]
        return ProviderAnswer(status: status, body: [UInt8](body.compact.utf8))
    }

    package var throttled: ProviderAnswer { refused(code: 20_429) }

    package func webhook(
        for act: ContactAct,
        of contact: String,
        id: String,
        at now: Timestamp
    ) -> WebhookRequest {
        var fields = [
            FormFields.Field("MessageSid", id), FormFields.Field("AccountSid", account),
            FormFields.Field("From", contact), FormFields.Field("To", sender),
        ]
        switch act {
        case .text(let text): fields.append(FormFields.Field("Body", text))
        case .tap(let button): fields.append(FormFields.Field("Body", button.title))
        case .photo:
            fields += [
                FormFields.Field("Body", ""), FormFields.Field("NumMedia", "1"),
                FormFields.Field("MediaContentType0", "image/jpeg"),
            ]
        case .block:
            fields += [FormFields.Field("Body", "STOP"), FormFields.Field("OptOutType", "STOP")]
        }
        return signed(fields)
    }

    package func webhook(
        for stage: MessageStatus.Stage,
        of id: String,
        to contact: String,
        at now: Timestamp
    ) -> WebhookRequest? {
        let names: [MessageStatus.Stage: String] = [
            .sent: "sent", .delivered: "delivered", .read: "read",
        ]
        return signed([
            FormFields.Field("MessageSid", id), FormFields.Field("AccountSid", account),
            FormFields.Field("From", sender), FormFields.Field("To", contact),
            FormFields.Field("MessageStatus", names[stage] ?? ""),
        ])
    }

    private func signed(_ fields: [FormFields.Field]) -> WebhookRequest {
        signature.sign(
            WebhookRequest(
                target: "/webhooks/twilio",
                headers: ["content-type": "application/x-www-form-urlencoded"],
                body: FormFields(fields).bytes
            ),
            token: token
        )
    }
}
