import Clocks
import Conversations
import JSONCoding

/// Reads the events of one webhook: `docs/webhook-channel.md`, "What comes in".
struct WebhookEventReader {
    /// The name of the channel, which every address gets.
    let channel: String
    /// `webhook-id`: stands for an id that an event does not have.
    let requestID: String
    let now: Timestamp

    /// Characters in the longest type of an event.
    static let longestType = 128
    /// Aliases of one contact that are looked at.
    static let mostAliases = 16

    /// Why an event cannot be read: the member, by its way from the event, and a sentence.
    struct Unreadable: Error {
        let member: String
        let why: String

        init(_ member: String, _ why: String) {
            self.member = member
            self.why = why
        }
    }

    /// One event, or a list of them under `events`; each is read for itself.
    func events(in body: [UInt8]) throws(WebhookFault) -> [InboundEvent] {
        guard let document = JSONReader.read(body, .tolerant) else { throw .notJSON }
        guard let batch = document["events"] else {
            guard document["type"] != nil else { throw .foreignShape }
            return [event(document, place: nil, fallbackID: requestID)]
        }
        guard case .list(let items) = batch else { throw .foreignShape }
        guard items.count <= InboundEvent.limit else { throw .tooManyEvents }
        return items.enumerated().map { index, item in
            event(item, place: "events[\(index)]", fallbackID: "\(requestID).\(index)")
        }
    }

    private func event(_ item: JSONValue, place: String?, fallbackID: String) -> InboundEvent {
        do throws(Unreadable) {
            return try event(item, fallbackID: fallbackID)
        } catch {
            let way = [place, error.member.isEmpty ? nil : error.member].compactMap(\.self)
            return .broken(place: way.joined(separator: "."), why: error.why)
        }
    }

    private func event(
        _ item: JSONValue,
        fallbackID: String
    ) throws(Unreadable) -> InboundEvent {
        guard case .object = item else { throw Unreadable("", "is no object") }
        guard let type = item["type"]?.text, Self.isType(type) else {
            throw Unreadable("type", "is no type of an event: letters, digits, `_` and `.`")
        }
        switch type {
        case "message.received":
            return try message(Self.data(of: item), at: time(of: item), fallbackID: fallbackID)
        case "message.status": return try status(Self.data(of: item), at: time(of: item), type)
        case "contact.signal":
            return try signal(Self.data(of: item), at: time(of: item), type, fallbackID)
        default: return .unknown(kind: type)
        }
    }

    private func message(
        _ data: JSONValue,
        at time: Timestamp,
        fallbackID: String
    ) throws(Unreadable) -> InboundEvent {
        let message = InboundMessage(
            address: try address(data, "from"),
            providerID: try Self.id(in: data) ?? fallbackID,
            content: try Self.content(of: data),
            receivedAt: time,
            localeHint: data["locale"]?.text.flatMap { Self.isLocale($0) ? $0 : nil }
        )
        let aliases = data["aliases"]?.elements.prefix(Self.mostAliases).compactMap {
            $0.text.flatMap { ContactAddress(channel: channel, text: $0) }
        }
        return .message(message, aliases: (aliases ?? []).filter { $0 != message.address })
    }

    private func status(
        _ data: JSONValue,
        at time: Timestamp,
        _ type: String
    ) throws(Unreadable) -> InboundEvent {
        guard let id = try Self.id(in: data) else {
            throw Unreadable("data.id", "is missing: which message is it about?")
        }
        let report: MessageStatus.Report
        switch data["status"]?.text {
        case "sent": report = .reached(.sent)
        case "delivered": report = .reached(.delivered)
        case "read": report = .reached(.read)
        case "failed":
            // Without a remedy nothing is concluded from a failure: neither about the contact nor
            // about the channel.
            let remedy = data["remedy"]?.text.flatMap(DispatchRemedy.init(rawValue:))
            let code = data["code"].flatMap(StandardWebhooksChannel.code)
            report = .failed(DispatchFault(code: code ?? "failed", remedy: remedy ?? .giveUp))
        case nil: throw Unreadable("data.status", "is missing or no text")
        default: return .unknown(kind: type)
        }
        return .status(MessageStatus(messageID: id, report: report, recipient: nil, at: time))
    }

    private func signal(
        _ data: JSONValue,
        at time: Timestamp,
        _ type: String,
        _ fallbackID: String
    ) throws(Unreadable) -> InboundEvent {
        let kind: ProviderSignal.Kind
        switch data["signal"]?.text {
        case "opted-out": kind = .optedOut
        case "blocked": kind = .blocked
        case "unblocked": kind = .unblocked
        case "stopped-marketing": kind = .stoppedMarketing
        case "resumed-marketing": kind = .resumedMarketing
        case "changed-address": kind = .changedAddress(to: try address(data, "to"))
        case "identity-changed": kind = .identityChanged
        case nil: throw Unreadable("data.signal", "is missing or no text")
        default: return .unknown(kind: type)
        }
        return .signal(
            ProviderSignal(
                address: try address(data, "from"),
                kind: kind,
                id: try Self.id(in: data) ?? fallbackID,
                at: time
            )
        )
    }

    private func address(
        _ data: JSONValue,
        _ member: String
    ) throws(Unreadable) -> ContactAddress {
        guard
            let address = data[member]?.text.flatMap({ text in
                ContactAddress(channel: channel, text: text)
            })
        else {
            throw Unreadable(
                "data.\(member)",
                "is no address: a text of 1 to \(ContactAddress.longestText) bytes without "
                    + "control characters"
            )
        }
        return address
    }

    /// When it came about.
    ///
    /// What is missing, no time, or still to come is now: a clock that is wrong costs nobody their
    /// message.
    private func time(of item: JSONValue) -> Timestamp {
        guard let time = item["timestamp"]?.text.flatMap({ Timestamp($0) }),
            time.milliseconds >= 0
        else { return now }
        return min(time, now)
    }
}
