import Conversations
import JSONCoding

/// What a contact did, as the members of Telegram's message tell it.
enum TelegramContent {
    /// What a message may hold besides words, and what people call it; the first that is there
    /// counts.
    ///
    /// An animation comes as a document as well, and a venue as a location.
    private static let kinds = [
        ("photo", "image"), ("animation", "video"), ("video", "video"), ("video_note", "video"),
        ("voice", "audio"), ("audio", "audio"), ("sticker", "sticker"), ("document", "document"),
        ("location", "location"), ("contact", "contacts"), ("poll", "poll"), ("dice", "dice"),
        ("game", "game"), ("story", "story"), ("paid_media", "media"), ("checklist", "checklist"),
    ]
    /// The commands of Telegram's that the engine has a word for.
    private static let commands = ["start", "stop", "help"]

    /// `nil` for a message in which nobody says anything, such as that something was pinned.
    static func read(_ message: JSONValue) -> InboundMessage.Content? {
        if let text = message["text"]?.text { return .text(words(of: text)) }
        guard let kind = kinds.first(where: { message[$0.0] != nil })?.1 else { return nil }
        guard let caption = message["caption"]?.text, !caption.isEmpty else {
            return .unreadable(kind: kind)
        }
        return .caption(words(of: caption), kind: kind)
    }

    /// Whether something was said in words.
    static func hasWords(_ content: InboundMessage.Content) -> Bool {
        switch content {
        case .text, .caption: true
        case .button, .unreadable, .reaction: false
        }
    }

    /// A command of Telegram's as the bare word, so that it is heard as the command it is; other
    /// texts as they are.
    ///
    /// `/stop`, `/stop@some_bot` and `/stop it` are `stop`. What follows `/start` comes from a link
    /// and is nobody's word.
    static func words(of text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "/") else { return text }
        let name = text.dropFirst().prefix { !$0.isWhitespace && $0 != "@" }.lowercased()
        return commands.contains(name) ? name : text
    }

    /// The words on the button beneath a message that sends some data back.
    static func title(of data: String, under message: JSONValue) -> String? {
        let rows = message["reply_markup"]?["inline_keyboard"]?.elements ?? []
        let buttons = rows.flatMap(\.elements)
        return buttons.first { $0["callback_data"]?.text == data }?["text"]?.text
    }

    /// The plain emoji in a list of reactions.
    static func emoji(_ reactions: JSONValue?) -> [String] {
        (reactions?.elements ?? []).compactMap { reaction in
            reaction["type"]?.text == "emoji" ? reaction["emoji"]?.text : nil
        }
    }

    /// A tag of the form that BCP 47 gives it.
    static func languageTag(_ text: String) -> String? {
        let isTag =
            (2...TelegramLimits.languageTag).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 != UInt8(ascii: "_") && TelegramSecret.mayHold($0) }
        return isTag ? text : nil
    }
}
