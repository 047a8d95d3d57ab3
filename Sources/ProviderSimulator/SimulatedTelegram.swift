package import Channels
package import Clocks
import JSONCoding

/// Telegram's Bot API, seen from the bot: `POST /bot{token}/sendMessage`, and updates.
package struct SimulatedTelegram: SimulatedProvider {
    package static let name = "telegram"

    private let token: String
    private let secret: TelegramSecret

    package let standardContact = "700000001"

    /// `nil` for secrets that the channel would not take either.
    package init?(settings: ChannelSettings) {
        guard let token = settings.secrets["bot-token"].first,
            let secret = TelegramSecret(values: settings.secrets["secret-token"])
        else { return nil }
        self.token = token
        self.secret = secret
    }

    package func read(_ call: WebhookRequest) -> SimulatedCall {
        let start = "/bot\(token)/"
        guard call.target.hasPrefix(start) else { return .other(refused(code: 401)) }
        guard call.target.dropFirst(start.count) == "sendMessage",
            let json = JSONReader.read(call.body), let chat = json["chat_id"]
        else {
            let done = #"{"ok":true,"result":true}"#
            return .other(ProviderAnswer(status: 200, body: [UInt8](done.utf8)))
        }
        let rows = json["reply_markup"]?["inline_keyboard"]?.elements ?? []
        let buttons = rows.flatMap(\.elements).compactMap { entry -> SimulatedMessage.Button? in
            guard let id = entry["callback_data"]?.text, let title = entry["text"]?.text else {
                return nil
            }
            return SimulatedMessage.Button(id: id, title: title)
        }
        return .message(
            SimulatedMessage(
                to: chat.integer.map { String($0) } ?? chat.text ?? "",
                text: json["text"]?.text ?? "",
                buttons: buttons
            )
        )
    }

    package func taken(_ message: SimulatedMessage, as id: String) -> ProviderAnswer {
        let result: JSONValue = ["message_id": .number(id), "text": .text(message.text)]
        let body: JSONValue = ["ok": .boolean(true), "result": result]
        return ProviderAnswer(status: 200, body: [UInt8](body.compact.utf8))
    }

    package func refused(code: Int) -> ProviderAnswer {
        let words = [
            401: "Unauthorized", 403: "Forbidden: bot was blocked by the user",
            429: "Too Many Requests: retry after 2",
        ]
        var members: [JSONValue.Member] = [
            JSONValue.Member("ok", .boolean(false)),
            JSONValue.Member("error_code", .integer(code)),
            JSONValue.Member("description", .text(words[code] ?? "Bad Request")),
        ]
        if code == 429 {
            members.append(JSONValue.Member("parameters", ["retry_after": .integer(2)]))
        }
        return ProviderAnswer(
            status: code,
            body: [UInt8](JSONValue.object(members).compact.utf8)
        )
    }

    package var throttled: ProviderAnswer { refused(code: 429) }

    package func webhook(
        for act: ContactAct,
        of contact: String,
        id: String,
        at now: Timestamp
    ) -> WebhookRequest {
        let person: JSONValue = [
            "id": .number(contact), "is_bot": .boolean(false), "first_name": "-",
        ]
        let chat: JSONValue = ["id": .number(contact), "type": "private"]
        let date = JSONValue.integer(now.milliseconds / 1000)
        func message(_ member: String, _ value: JSONValue) -> JSONValue {
            [
                "message_id": .number(id), "from": person, "chat": chat, "date": date,
                member: value,
            ]
        }
        switch act {
        case .text(let text): return update(id, "message", message("text", .text(text)))
        case .photo:
            let photo: JSONValue = ["file_id": "1", "width": .integer(1), "height": .integer(1)]
            return update(id, "message", message("photo", [photo]))
        case .tap(let button):
            let key: JSONValue = [
                "text": .text(button.title), "callback_data": .text(button.id),
            ]
            let markup: JSONValue = ["inline_keyboard": [[key]]]
            let query: JSONValue = [
                "id": .text(id), "from": person, "message": message("reply_markup", markup),
                "data": .text(button.id),
            ]
            return update(id, "callback_query", query)
        case .block:
            let change: JSONValue = [
                "chat": chat, "from": person, "date": date,
                "old_chat_member": ["status": "member"],
                "new_chat_member": ["status": "kicked", "until_date": .integer(0)],
            ]
            return update(id, "my_chat_member", change)
        }
    }

    package func webhook(
        for stage: MessageStatus.Stage,
        of id: String,
        to contact: String,
        at now: Timestamp
    ) -> WebhookRequest? {
        nil
    }

    private func update(_ id: String, _ kind: String, _ content: JSONValue) -> WebhookRequest {
        let body = JSONValue.object([
            JSONValue.Member("update_id", .number(id)), JSONValue.Member(kind, content),
        ])
        return secret.sign(
            WebhookRequest(
                target: "/webhooks/telegram",
                headers: ["content-type": "application/json"],
                body: [UInt8](body.compact.utf8)
            )
        )
    }
}
