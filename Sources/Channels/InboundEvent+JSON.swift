import Clocks
import Consent
import Conversations
package import JSONCoding

extension InboundEvent {
    /// The event as one JSON object, for people and programs that look into a captured webhook.
    ///
    /// It holds what the contact wrote.
    package var json: JSONValue {
        switch self {
        case .message(let message, let aliases): Self.json(message, aliases)
        case .status(let status): Self.json(status)
        case .signal(let signal): Self.json(signal)
        case .notice(let notice): Self.json(notice)
        case .unknown(let kind): ["event": "unknown", "kind": .text(kind)]
        case .broken(let place, let why):
            ["event": "broken", "place": .text(place), "why": .text(why)]
        }
    }

    /// Whether this item of the webhook could not be read.
    package var isBroken: Bool {
        if case .broken = self { true } else { false }
    }

    private static func json(
        _ message: InboundMessage,
        _ aliases: [ContactAddress]
    ) -> JSONValue {
        .members([
            "event": "message", "from": .text(message.address.text),
            "aliases": aliases.isEmpty ? nil : .list(aliases.map { .text($0.text) }),
            "id": .text(message.providerID), "at": .text(message.receivedAt.text),
            "locale": message.localeHint.map { .text($0) },
            "answered": message.answeredCommand.map { .text($0.rawValue) },
            "content": json(message.content),
        ])
    }

    private static func json(_ content: InboundMessage.Content) -> JSONValue {
        switch content {
        case .text(let text): ["type": "text", "text": .text(text)]
        case .button(let id, let title):
            ["type": "button", "id": .text(id), "title": .text(title)]
        case .unreadable(let kind): ["type": "unreadable", "kind": .text(kind)]
        case .caption(let text, let kind):
            ["type": "caption", "kind": .text(kind), "text": .text(text)]
        case .reaction(let sign): ["type": "reaction", "sign": .text(sign)]
        }
    }

    private static func json(_ status: MessageStatus) -> JSONValue {
        let word: String
        var fault: DispatchFault?
        switch status.report {
        case .reached(.sent): word = "sent"
        case .reached(.delivered): word = "delivered"
        case .reached(.read): word = "read"
        case .failed(let reason): (word, fault) = ("failed", reason)
        }
        return .members([
            "event": "status", "id": .text(status.messageID), "status": .text(word),
            "to": status.recipient.map { .text($0.text) }, "at": .text(status.at.text),
            "code": fault.map { .text($0.code) },
            "remedy": fault.map { .text($0.remedy.rawValue) },
        ])
    }

    private static func json(_ signal: ProviderSignal) -> JSONValue {
        var other: ContactAddress?
        if case .changedAddress(let address) = signal.kind { other = address }
        return .members([
            "event": "signal", "signal": .text(signal.kind.name),
            "from": .text(signal.address.text), "to": other.map { .text($0.text) },
            "id": .text(signal.id), "at": .text(signal.at.text),
        ])
    }

    private static func json(_ notice: ProviderNotice) -> JSONValue {
        switch notice {
        case .template(let name, let locale, let state):
            .members([
                "event": "notice", "notice": "template", "name": .text(name),
                "locale": locale.map { .text($0) }, "state": .text(state),
            ])
        case .templateCategory(let name, let locale, let category):
            .members([
                "event": "notice", "notice": "template-category", "name": .text(name),
                "locale": locale.map { .text($0) }, "category": .text(category),
            ])
        case .account(let kind): ["event": "notice", "notice": "account", "kind": .text(kind)]
        }
    }
}

extension ProviderSignal.Kind {
    /// A name for people and for the audit log.
    package var name: String {
        switch self {
        case .stoppedMarketing: "stopped-marketing"
        case .resumedMarketing: "resumed-marketing"
        case .optedOut: "opted-out"
        case .blocked: "blocked"
        case .unblocked: "unblocked"
        case .changedAddress: "changed-address"
        case .identityChanged: "identity-changed"
        }
    }
}
