import Conversations
import JSONCoding

/// The JSON of a message of ours: words, words with reply buttons, words with a list, or a
/// template once the time for free messages is over.
///
/// Source: Cloud API, messages reference; Interactive reply buttons; Interactive list messages.
enum WhatsAppDispatchBody {
    /// What opens a list.
    ///
    /// A message of ours has no words for it, and a word would have to be in the contact's
    /// language.
    static let listButton = "☰"

    static func json(
        of dispatch: Dispatch,
        on channel: String
    ) throws(EncodingFault) -> JSONValue {
        let message = dispatch.message
        let recipient = try WhatsAppRecipient(message.address, on: channel)
        guard message.attachments.isEmpty else { throw .unsupported(part: "attachment") }
        guard dispatch.isWindowOpen else {
            guard let template = message.template else { throw .needsTemplate }
            let json = try WhatsAppTemplate.json(template, buttons: message.buttons)
            return recipient.message("template", json, key: dispatch.key)
        }
        if message.buttons.isEmpty {
            return recipient.message("text", try text(message.body), key: dispatch.key)
        }
        let interactive =
            message.buttons.count <= WhatsAppLimits.buttons
            ? try buttons(message.buttons, beneath: message.body)
            : try list(message.buttons, beneath: message.body)
        return recipient.message("interactive", interactive, key: dispatch.key)
    }

    private static func text(_ body: String) throws(EncodingFault) -> JSONValue {
        try WhatsAppLimits.check(body, "text.body", WhatsAppLimits.textBody)
        // A preview would have Meta fetch whatever a text links to.
        return ["body": .text(body), "preview_url": .boolean(false)]
    }

    private static func buttons(
        _ buttons: [OutboundMessage.Button],
        beneath body: String
    ) throws(EncodingFault) -> JSONValue {
        try WhatsAppLimits.check(body, "interactive.body", WhatsAppLimits.interactiveBody)
        var replies: [JSONValue] = []
        for button in buttons {
            try WhatsAppLimits.check(button.id, "reply.id", WhatsAppLimits.buttonID)
            try WhatsAppLimits.check(button.title, "reply.title", WhatsAppLimits.buttonTitle)
            let reply: JSONValue = ["id": .text(button.id), "title": .text(button.title)]
            replies.append(["type": "reply", "reply": reply])
        }
        return [
            "type": "button", "body": ["text": .text(body)], "action": ["buttons": .list(replies)],
        ]
    }

    private static func list(
        _ buttons: [OutboundMessage.Button],
        beneath body: String
    ) throws(EncodingFault) -> JSONValue {
        guard buttons.count <= WhatsAppLimits.rows else {
            throw .tooMany(part: "rows", limit: WhatsAppLimits.rows)
        }
        try WhatsAppLimits.check(body, "interactive.body", WhatsAppLimits.listBody)
        var rows: [JSONValue] = []
        for button in buttons {
            try WhatsAppLimits.check(button.id, "row.id", WhatsAppLimits.rowID)
            try WhatsAppLimits.check(button.title, "row.title", WhatsAppLimits.rowTitle)
            rows.append(["id": .text(button.id), "title": .text(button.title)])
        }
        let sections: JSONValue = [["rows": .list(rows)]]
        return [
            "type": "list", "body": ["text": .text(body)],
            "action": ["button": .text(listButton), "sections": sections],
        ]
    }
}
