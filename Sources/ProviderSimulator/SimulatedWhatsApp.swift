package import Channels
package import Clocks
import JSONCoding

/// Meta's Cloud API, seen from the business: `POST /{phone-number-id}/messages`, and webhooks.
package struct SimulatedWhatsApp: SimulatedProvider {
    package static let name = "whatsapp"

    private let phoneNumberID: String
    private let account: String
    private let accessToken: String
    private let appSecret: String

    package let standardContact = "491700000001"

    /// `nil` for secrets that the channel would not take either.
    package init?(settings: ChannelSettings) {
        guard let sender = settings.sender, let token = settings.secrets["access-token"].first,
            let secret = settings.secrets["app-secret"].first
        else { return nil }
        phoneNumberID = sender
        account = settings.account ?? "1"
        accessToken = token
        appSecret = secret
    }

    package func read(_ call: WebhookRequest) -> SimulatedCall {
        guard call.headers["authorization"] == "Bearer \(accessToken)" else {
            return .other(refused(code: 190))
        }
        let path = call.target.prefix { $0 != "?" }
        guard path.hasSuffix("/\(phoneNumberID)/messages"), let json = JSONReader.read(call.body),
            json["messaging_product"]?.text == "whatsapp"
        else { return .other(refused(code: 100)) }
        if json["status"]?.text == "read" {
            return .other(ProviderAnswer(status: 200, body: [UInt8](#"{"success":true}"#.utf8)))
        }
        guard let to = json["to"]?.text ?? json["recipient"]?.text else {
            return .other(refused(code: 131_009))
        }
        return .message(
            SimulatedMessage(
                to: to,
                text: Self.text(of: json),
                buttons: Self.buttons(of: json),
                key: json["biz_opaque_callback_data"]?.text
            )
        )
    }

    private static func text(of json: JSONValue) -> String {
        switch json["type"]?.text {
        case "interactive": json["interactive"]?["body"]?["text"]?.text ?? ""
        case "template": "[template \(json["template"]?["name"]?.text ?? "?")]"
        default: json["text"]?["body"]?.text ?? ""
        }
    }

    private static func buttons(of json: JSONValue) -> [SimulatedMessage.Button] {
        let action = json["interactive"]?["action"]
        let replies = action?["buttons"]?.elements.compactMap { $0["reply"] } ?? []
        let rows = action?["sections"]?.elements.flatMap { $0["rows"]?.elements ?? [] } ?? []
        return (replies + rows).compactMap { entry in
            guard let id = entry["id"]?.text, let title = entry["title"]?.text else { return nil }
            return SimulatedMessage.Button(id: id, title: title)
        }
    }

    package func taken(_ message: SimulatedMessage, as id: String) -> ProviderAnswer {
        let body: JSONValue = [
            "messaging_product": "whatsapp",
            "contacts": [["input": .text(message.to), "wa_id": .text(message.to)]],
            "messages": [["id": .text(id)]],
        ]
        return ProviderAnswer(status: 200, body: [UInt8](body.compact.utf8))
    }

    package func refused(code: Int) -> ProviderAnswer {
        let error: JSONValue = [
            "message": "(simulated)", "type": "OAuthException", "code": .integer(code),
            "error_data": ["messaging_product": "whatsapp", "details": "(simulated)"],
        ]
        let body: JSONValue = ["error": error]
        return ProviderAnswer(
            status: code == 190 ? 401 : 400,
            body: [UInt8](body.compact.utf8)
        )
    }

    package var throttled: ProviderAnswer { refused(code: 130_429) }

    package func webhook(
        for act: ContactAct,
        of contact: String,
        id: String,
        at now: Timestamp
    ) -> WebhookRequest {
        let stamp = JSONValue.text(String(now.milliseconds / 1000))
        if case .block = act {
            let preference: JSONValue = [
                "wa_id": .text(contact), "category": "marketing_messages", "value": "stop",
                "detail": "User requested to stop marketing messages", "timestamp": stamp,
            ]
            return signed("user_preferences", [("user_preferences", [preference])], contact)
        }
        var message: [(String, JSONValue)] = [
            ("from", .text(contact)), ("id", .text(id)), ("timestamp", stamp),
        ]
        switch act {
        case .text(let text):
            message += [("type", "text"), ("text", ["body": .text(text)])]
        case .tap(let button):
            let reply: JSONValue = ["id": .text(button.id), "title": .text(button.title)]
            message += [
                ("type", "interactive"),
                ("interactive", ["type": "button_reply", "button_reply": reply]),
            ]
        case .photo, .block:
            message += [("type", "image"), ("image", ["id": "1", "mime_type": "image/jpeg"])]
        }
        return signed("messages", [("messages", [Self.object(message)])], contact)
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
        let status: JSONValue = [
            "id": .text(id), "status": .text(names[stage] ?? ""),
            "timestamp": .text(String(now.milliseconds / 1000)), "recipient_id": .text(contact),
        ]
        return signed("messages", [("statuses", [status])], nil)
    }

    private func signed(
        _ field: String,
        _ members: [(String, JSONValue)],
        _ contact: String?
    ) -> WebhookRequest {
        var value: [(String, JSONValue)] = [
            ("messaging_product", "whatsapp"),
            (
                "metadata",
                ["display_phone_number": "4930111222", "phone_number_id": .text(phoneNumberID)]
            ),
        ]
        if let contact {
            value.append(("contacts", [["profile": ["name": "-"], "wa_id": .text(contact)]]))
        }
        let change: JSONValue = ["field": .text(field), "value": Self.object(value + members)]
        let body: JSONValue = [
            "object": "whatsapp_business_account",
            "entry": [["id": .text(account), "changes": [change]]],
        ]
        return WhatsAppSignature.sign(
            WebhookRequest(
                target: "/webhooks/whatsapp",
                headers: ["content-type": "application/json"],
                body: [UInt8](body.compact.utf8)
            ),
            secret: appSecret
        )
    }

    private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { JSONValue.Member($0.0, $0.1) })
    }
}
