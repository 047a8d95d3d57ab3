import Conversations
import JSONCoding

/// What a contact's message says.
///
/// A contact who sends what this program cannot read, or has never heard of, is owed an answer all
/// the same: it reaches the flow as `.unreadable`. Source: Webhooks, messages reference.
enum WhatsAppContent {
    enum Reading: Hashable {
        case said(InboundMessage.Content)
        /// It says nothing; only that something happened.
        case notSaid(kind: String)
    }

    static func read(_ message: JSONValue) -> Reading {
        let type = message["type"]?.text ?? ""
        let part = message[type]
        switch type {
        case "text": return .said(text(part?["body"]).map { .text($0) } ?? unreadable(type))
        case "reaction":
            guard let part else { return .said(unreadable(type)) }
            // No emoji, or an empty one, takes the reaction back.
            return .said(.reaction(part["emoji"]?.text ?? ""))
        case "image", "video", "audio", "document", "sticker":
            let isVoice = type == "audio" && part?["voice"]?.truth == true
            return .said(words(part?["caption"], beneath: isVoice ? "voice" : type))
        case "order": return .said(words(part?["text"], beneath: type))
        case "button": return .said(quickReply(part))
        case "interactive": return .said(interactive(part))
        case "edit": return .said(edited(part))
        case "unsupported", "unknown":
            return .said(unreadable(part?["type"]?.text ?? "unsupported"))
        // The contact opened the chat, or took a message back: nothing was said that a flow could
        // answer, and to open a chat is not to agree to one.
        case "request_welcome", "revoke": return .notSaid(kind: type)
        default: return .said(unreadable(type))
        }
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard let text = value?.text, !text.isEmpty else { return nil }
        return text
    }

    private static func unreadable(_ kind: String) -> InboundMessage.Content {
        .unreadable(kind: WhatsAppText.plainName(kind))
    }

    private static func words(
        _ value: JSONValue?,
        beneath kind: String
    ) -> InboundMessage.Content {
        text(value).map { .caption($0, kind: kind) } ?? .unreadable(kind: kind)
    }

    /// A tap on a button of a template; without a payload it is as good as its words.
    private static func quickReply(_ button: JSONValue?) -> InboundMessage.Content {
        switch (text(button?["payload"]), text(button?["text"])) {
        case (let payload?, let title): .button(id: payload, title: title ?? payload)
        case (nil, let title?): .text(title)
        case (nil, nil): .unreadable(kind: "button")
        }
    }

    private static func interactive(_ interactive: JSONValue?) -> InboundMessage.Content {
        guard let interactive, let type = interactive["type"]?.text else {
            return .unreadable(kind: "interactive")
        }
        let reply = interactive[type]
        switch type {
        case "button_reply", "list_reply":
            guard let id = text(reply?["id"]) else { return unreadable(type) }
            return .button(id: id, title: text(reply?["title"]) ?? id)
        case "nfm_reply": return form(reply)
        default: return unreadable(type)
        }
    }

    /// A completed form (WhatsApp Flows).
    ///
    /// For now what a form holds fills no slots of ours: only a form that says with a member
    /// `choice` which button it stands for is an answer, `title` being the words that the contact
    /// saw.
    private static func form(_ reply: JSONValue?) -> InboundMessage.Content {
        guard let json = reply?["response_json"]?.text,
            let response = JSONReader.read([UInt8](json.utf8), .tolerant),
            let choice = text(response["choice"])
        else { return .unreadable(kind: "flow") }
        return .button(id: choice, title: text(response["title"]) ?? choice)
    }

    /// New words for an earlier message.
    ///
    /// They may be a STOP and are heard as one; but what the contact now says of an old question
    /// must not answer the one that is open, so they never count as a reply, no more than words
    /// beneath a photo do.
    private static func edited(_ edit: JSONValue?) -> InboundMessage.Content {
        guard let message = edit?["message"], message["type"]?.text != "edit",
            case .said(let said) = read(message)
        else { return .unreadable(kind: "edit") }
        return switch said {
        case .text(let words), .caption(let words, _): .caption(words, kind: "edit")
        case .button, .unreadable, .reaction: .unreadable(kind: "edit")
        }
    }
}
