import Conversations
import JSONCoding

extension WebhookEventReader {
    /// Characters in the longest kind of a medium.
    static let longestKind = 32
    /// Bytes in the longest reaction; the longest emoji of today has 35.
    static let longestReaction = 64

    static func data(of item: JSONValue) throws(Unreadable) -> JSONValue {
        guard let data = item["data"], case .object = data else {
            throw Unreadable("data", "is missing or no object")
        }
        return data
    }

    /// The id of what the event tells of; `nil` when it has none.
    static func id(in data: JSONValue) throws(Unreadable) -> String? {
        guard let value = present("id", in: data) else { return nil }
        guard let id = value.text, StandardWebhooksChannel.isMessageID(id) else {
            throw Unreadable(
                "data.id",
                "is no id: a text of 1 to \(StandardWebhooksChannel.longestMessageID) bytes "
                    + "without control characters"
            )
        }
        return id
    }

    /// What the contact did: the first there is of a button, a text, a reaction and a medium.
    static func content(of data: JSONValue) throws(Unreadable) -> InboundMessage.Content {
        if let button = present("button", in: data) {
            guard let id = button["id"]?.text, !id.isEmpty else {
                throw Unreadable("data.button.id", "is missing or no text")
            }
            return .button(id: id, title: button["title"]?.text ?? "")
        }
        if let value = present("text", in: data) {
            guard let text = value.text else { throw Unreadable("data.text", "is no text") }
            return .text(text)
        }
        if let value = present("reaction", in: data) {
            guard let emoji = value.text, (1...longestReaction).contains(emoji.utf8.count) else {
                throw Unreadable("data.reaction", "is no emoji")
            }
            return .reaction(emoji)
        }
        guard let media = present("media", in: data) else {
            throw Unreadable("data", "says nothing: no text, button, reaction or media")
        }
        let kind = media["kind"]?.text.flatMap { isKind($0) ? $0 : nil } ?? "media"
        guard let caption = media["caption"]?.text, !caption.isEmpty else {
            return .unreadable(kind: kind)
        }
        return .caption(caption, kind: kind)
    }

    /// `null` is as if the member were not there.
    private static func present(_ name: String, in data: JSONValue) -> JSONValue? {
        guard let value = data[name], value != .null else { return nil }
        return value
    }

    /// The characters of Standard Webhooks 1.0.0, "Event types".
    static func isType(_ text: String) -> Bool {
        (1...longestType).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
            }
    }

    /// Near enough to a tag of BCP 47; who uses it looks it up.
    static func isLocale(_ text: String) -> Bool {
        (2...35).contains(text.utf8.count)
            && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isKind(_ text: String) -> Bool {
        (1...longestKind).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
