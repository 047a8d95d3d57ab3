import Clocks
import Conversations
import JSONCoding

/// One update of Telegram's, taken apart (Bot API, "Update").
///
/// Names and user names are not read. Ids of updates begin anew after a quiet week and may then
/// meet older ones, so a message is known by the update's id and its own.
struct TelegramUpdate {
    let channel: String
    let id: Int64
    let document: JSONValue
    let now: Timestamp

    /// What stands in the place of an event that cannot be read, or is not for us.
    private struct Aside: Error {
        let event: InboundEvent
    }

    var event: InboundEvent {
        do throws(Aside) {
            return try read()
        } catch {
            return error.event
        }
    }

    private func read() throws(Aside) -> InboundEvent {
        if let message = document["message"] {
            return try self.message(message, "message")
        }
        if let message = document["edited_message"] {
            return try edit(message, "edited_message")
        }
        if let tap = document["callback_query"] { return try self.tap(tap, "callback_query") }
        if let change = document["my_chat_member"] {
            return try membership(change, "my_chat_member")
        }
        if let reaction = document["message_reaction"] {
            return try self.reaction(reaction, "message_reaction")
        }
        return .unknown(kind: otherKind)
    }

    private func message(_ value: JSONValue, _ place: String) throws(Aside) -> InboundEvent {
        let address = try contact(value, place)
        let messageID = try integer("message_id", value, place)
        guard let content = TelegramContent.read(value) else { return .unknown(kind: "message") }
        return inbound(address, "\(messageID)", content, time(value["date"]), from: value["from"])
    }

    /// A message that its sender changed is heard once more: a STOP may have been written into it.
    ///
    /// The price is that an answer which is only spelled better is an answer again. Where there are
    /// no words, such as beneath a moving location, nothing was said.
    private func edit(_ value: JSONValue, _ place: String) throws(Aside) -> InboundEvent {
        let address = try contact(value, place)
        let messageID = try integer("message_id", value, place)
        guard let content = TelegramContent.read(value), TelegramContent.hasWords(content) else {
            return .unknown(kind: "edited-message")
        }
        let at = time(value["edit_date"])
        return inbound(address, "edit-\(messageID)", content, at, from: value["from"])
    }

    /// A button that was tapped.
    ///
    /// A tap without a message, or without data, is on something that no flow has sent.
    private func tap(_ value: JSONValue, _ place: String) throws(Aside) -> InboundEvent {
        guard let message = value["message"], let data = value["data"]?.text, !data.isEmpty else {
            return .unknown(kind: "callback-query")
        }
        let address = try contact(message, "\(place).message")
        guard let tapID = value["id"]?.text else { throw broken("\(place).id", "missing") }
        guard TelegramTap.isID(tapID) else { throw broken("\(place).id", "not an id") }
        // When it was tapped is not said.
        return inbound(
            address,
            TelegramTap.mark + tapID,
            .button(id: data, title: TelegramContent.title(of: data, under: message) ?? data),
            now,
            from: value["from"]
        )
    }

    // LAW: Art. 7(3) GDPR: blocking the bot is a withdrawal like any other; unblocking it is no
    // consent.
    private func membership(_ value: JSONValue, _ place: String) throws(Aside) -> InboundEvent {
        let address = try contact(value, place)
        let kind: ProviderSignal.Kind
        switch value["new_chat_member"]?["status"]?.text {
        case "kicked": kind = .blocked
        case "member": kind = .unblocked
        default: return .unknown(kind: "my-chat-member")
        }
        let at = time(value["date"])
        return .signal(ProviderSignal(address: address, kind: kind, id: String(id), at: at))
    }

    /// The first emoji that is new; one that was taken away, or drawn by somebody, says nothing.
    private func reaction(_ value: JSONValue, _ place: String) throws(Aside) -> InboundEvent {
        let address = try contact(value, place)
        let messageID = try integer("message_id", value, place)
        let old = TelegramContent.emoji(value["old_reaction"])
        let new = TelegramContent.emoji(value["new_reaction"]).first { !old.contains($0) }
        guard let new else { return .unknown(kind: "reaction") }
        return inbound(
            address,
            "reaction-\(messageID)",
            .reaction(new),
            time(value["date"]),
            from: value["user"]
        )
    }

    private func inbound(
        _ address: ContactAddress,
        _ part: String,
        _ content: InboundMessage.Content,
        _ receivedAt: Timestamp,
        from user: JSONValue?
    ) -> InboundEvent {
        .message(
            InboundMessage(
                address: address,
                providerID: "\(id):\(part)",
                content: content,
                receivedAt: receivedAt,
                localeHint: user?["language_code"]?.text.flatMap(TelegramContent.languageTag)
            ),
            aliases: []
        )
    }

    /// Who is on the other side of a chat of two; a group gives nobody's consent.
    private func contact(_ value: JSONValue, _ place: String) throws(Aside) -> ContactAddress {
        guard let type = value["chat"]?["type"]?.text else {
            throw broken("\(place).chat.type", "missing")
        }
        guard type == "private" else { throw Aside(event: .unknown(kind: "group")) }
        let id = try integer("id", value["chat"] ?? .null, "\(place).chat")
        guard id > 0, let address = ContactAddress(channel: channel, text: String(id)) else {
            throw broken("\(place).chat.id", "not an id")
        }
        return address
    }

    private func integer(
        _ name: String,
        _ value: JSONValue,
        _ place: String
    ) throws(Aside) -> Int64 {
        guard let member = value[name] else { throw broken("\(place).\(name)", "missing") }
        guard let integer = member.integer else { throw broken("\(place).\(name)", "not an id") }
        return integer
    }

    private func broken(_ place: String, _ why: String) -> Aside {
        Aside(event: .broken(place: place, why: why))
    }

    /// A time in seconds since 1970; what is none, or lies ahead, happened now.
    private func time(_ value: JSONValue?) -> Timestamp {
        guard let seconds = value?.integer, seconds > 0, seconds <= now.milliseconds / 1000 else {
            return now
        }
        return Timestamp(milliseconds: seconds * 1000)
    }

    /// The name of an update that this channel does not know, as a plain one.
    private var otherKind: String {
        guard case .object(let members) = document,
            let name = members.first(where: { $0.name != "update_id" })?.name
        else { return "update" }
        let plain = name.prefix(64).map { $0 == "_" ? "-" : $0 }
        let isPlain = plain.allSatisfy { $0.isASCII && (("a"..."z").contains($0) || $0 == "-") }
        return isPlain && !plain.isEmpty ? String(plain) : "update"
    }
}
