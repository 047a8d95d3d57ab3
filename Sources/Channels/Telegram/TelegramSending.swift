package import Conversations
import JSONCoding

// The requests to Telegram: Bot API, "sendMessage" and "answerCallbackQuery".
extension TelegramChannel {
    private static let standardAPI = "https://api.telegram.org"

    /// Telegram knows no idempotency key, so an unknown outcome that is tried again may reach the
    /// contact twice.
    package func encode(_ dispatch: Dispatch) throws(EncodingFault) -> ProviderRequest {
        let message = dispatch.message
        guard message.address.channel == name, let chat = Self.chat(message.address.text) else {
            throw .foreignAddress
        }
        guard message.attachments.isEmpty else { throw .unsupported(part: "attachment") }
        guard !message.body.allSatisfy(\.isWhitespace) else {
            throw .unsupported(part: "empty-text")
        }
        guard message.body.utf16.count <= TelegramLimits.text else {
            throw .tooLong(part: "text", limit: TelegramLimits.text)
        }
        let keyboard = try Self.keyboard(message.buttons)
        return request(
            "sendMessage",
            .members([
                "chat_id": .integer(chat),
                "text": .text(message.body),
                // A preview asks the linked page for itself, which the contact has not asked for.
                "link_preview_options": ["is_disabled": .boolean(true)],
                "reply_markup": keyboard,
            ])
        )
    }

    /// The request that ends the waiting on a tapped button; `nil` for a message that is no tap.
    ///
    /// What comes of it does not matter: Telegram lets a tap wait for some seconds only.
    package func answer(toTap message: InboundMessage) -> ProviderRequest? {
        TelegramTap.id(of: message).map { id in
            request("answerCallbackQuery", ["callback_query_id": .text(id)])
        }
    }

    /// One button a row, so that titles are not cut off.
    private static func keyboard(
        _ buttons: [OutboundMessage.Button]
    ) throws(EncodingFault) -> JSONValue? {
        guard !buttons.isEmpty else { return nil }
        guard buttons.count <= TelegramLimits.buttons else {
            throw .tooMany(part: "inline_keyboard", limit: TelegramLimits.buttons)
        }
        guard buttons.allSatisfy({ $0.id.utf8.count <= TelegramLimits.callbackData }) else {
            throw .tooLong(part: "callback_data", limit: TelegramLimits.callbackData)
        }
        let rows = buttons.map { button -> JSONValue in
            [["text": .text(button.title), "callback_data": .text(button.id)]]
        }
        return ["inline_keyboard": .list(rows)]
    }

    /// The number of a chat of two, which is above zero; groups have negative ones.
    private static func chat(_ text: String) -> Int64? {
        guard let chat = Int64(text), chat > 0, String(chat) == text else { return nil }
        return chat
    }

    private func request(_ method: String, _ parameters: JSONValue) -> ProviderRequest {
        let api = settings.api ?? Self.standardAPI
        let token = settings.secrets["bot-token"].first ?? ""
        return ProviderRequest(
            url: "\(api)/bot\(token)/\(method)",
            headers: ["content-type": "application/json"],
            body: [UInt8](parameters.compact.utf8)
        )
    }
}
